package vn.ishc.cli;

import java.util.List;
import vn.ishc.inbox.MailSettings;
import vn.ishc.run.Knowledge;
import vn.ishc.run.Reminders;
import vn.ishc.run.Reminders.Reminded;

/** {@code remind}. */
final class RemindRuns {
  private RemindRuns() {}

  static Outcome remind(RemindCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    List<Reminded> reminded =
        new Reminders(session.settings(), Knowledge.read(session.settings().root()), System.getenv(MailSettings.PASSWORD)).run(request.mail());
    if (reminded.isEmpty()) {
      screen.out().println(screen.text("remind.nobody"));
      screen.out().flush();
      return Outcome.DONE;
    }
    TextTable table =
        new TextTable(
            screen.out(),
            List.of(
                new TextTable.Column(screen.text("remind.folder"), false),
                new TextTable.Column(screen.text("remind.missing"), true),
                new TextTable.Column(screen.text("remind.faulty"), true),
                new TextTable.Column(screen.text("remind.mail"), false)));
    for (Reminded each : reminded) {
      table.row(each.folder(), Integer.toString(each.missing()), Integer.toString(each.faulty()), screen.text("remind.mail." + each.mail()));
    }
    table.end();
    screen.out().flush();
    return reminded.stream().anyMatch(each -> each.mail() == Reminders.Mail.FAILED) ? Outcome.FAILED : Outcome.DONE;
  }
}
