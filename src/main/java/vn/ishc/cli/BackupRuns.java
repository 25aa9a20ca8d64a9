package vn.ishc.cli;

import java.nio.file.FileAlreadyExistsException;
import vn.ishc.run.Backup;
import vn.ishc.run.Restore;

/** {@code backup}, {@code restore}. */
final class BackupRuns {
  private BackupRuns() {}

  static Outcome backup(BackupCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Backup.Written written;
    try {
      written = new Backup(session.settings()).run(request.target());
    } catch (FileAlreadyExistsException e) {
      screen.complain(screen.text("backup.exists", String.valueOf(e.getFile())));
      return Outcome.FAILED;
    }
    Figures figures = Figures.of(screen.language());
    screen.out().println(screen.text("backup.done", written.path(), figures.text(written.rows()), figures.text(written.tables()), figures.text(written.files())));
    screen.out().println(screen.text("backup.key", session.settings().vaultKey()));
    if (written.unarchived() > 0) {
      screen.out().println(screen.text("backup.unarchived", figures.text(written.unarchived())));
    }
    written.unsound().forEach(path -> screen.complain(screen.text("rebuild.lost", path)));
    screen.out().flush();
    return written.unsound().isEmpty() ? Outcome.DONE : Outcome.FAILED;
  }

  static Outcome restore(RestoreCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Restore.Restored restored;
    try {
      restored = new Restore(session.settings()).run(request.backup(), request.force());
    } catch (Restore.Refused e) {
      screen.complain(screen.text("restore." + e.reason(), request.backup(), e.detail()));
      return Outcome.FAILED;
    }
    Figures figures = Figures.of(screen.language());
    screen.out().println(screen.text("restore.done", figures.text(restored.rows()), figures.text(restored.files())));
    restored.before().ifPresent(name -> screen.out().println(screen.text("restore.before", name)));
    if (!restored.keyThere()) {
      screen.out().println(screen.text("restore.key", session.settings().vaultKey()));
    }
    if (restored.erasedSince() > 0) {
      screen.out().println(screen.text("restore.erased"));
    }
    screen.out().println();
    return ServeRuns.verify(new VerifyCommand.Request(), session);
  }
}
