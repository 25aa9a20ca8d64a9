package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.MailSettings;
import vn.ishc.inbox.Submitter;
import vn.ishc.row.Language;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.OpenWarehouse;

/**
 * Reminds senders of what has not come and of what is to be repaired: a workbook in the outbox of each, and a mail where {@code jobs/submitters.yml} tells an
 * address. Who has nothing to do gets nothing, and a former reminder goes away.
 */
public final class Reminders {
  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  /** The association, which sees what all units owe. */
  private static final String ASSOCIATION = LinkReview.STEWARD;

  private final Settings settings;
  private final Knowledge knowledge;
  private final @Nullable String password;

  /**
   * What was done for one sender.
   *
   * @param folder the sender's folder
   * @param missing reports that have not come
   * @param faulty files to repair
   * @param mail what became of the mail
   */
  public record Reminded(String folder, int missing, int faulty, Mail mail) {}

  /** What became of a mail. */
  public enum Mail {
    /** Nobody is to be written to: mail is off, or no address is known. */
    NONE,
    /** Sent. */
    SENT,
    /** One went on the same day. */
    SENT_BEFORE,
    /** The server did not take it; the workbook lies in the outbox all the same. */
    FAILED
  }

  /**
   * @param password of the mail server's user, from the environment; null for none
   */
  public Reminders(Settings settings, Knowledge knowledge, @Nullable String password) {
    this.settings = settings;
    this.knowledge = knowledge;
    this.password = password;
  }

  /** Reminds everybody who has something to do. */
  public List<Reminded> run(boolean mailToo) throws DatabaseUnavailable, SQLException, IOException {
    LocalDate today = LocalDate.ofInstant(settings.clock().instant(), Settings.ZONE);
    ReminderPaper paper = new ReminderPaper(settings.language(), knowledge.contracts(), today);
    List<Reminded> done = new ArrayList<>();
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      String association = knowledge.submitters().find(ASSOCIATION).map(Submitter::name).orElse(ASSOCIATION);
      Optional<MailSettings> mail = mailToo ? knowledge.submitters().mail() : Optional.empty();
      for (Reminder reminder : new DueReports(connection, today).reminders(ASSOCIATION, association)) {
        Path target = settings.home().resolve("outbox").resolve(reminder.folder()).resolve(paper.fileName());
        paper.write(reminder, target);
        Mail sent = mail.isPresent() ? send(connection, mail.get(), reminder, paper, today) : Mail.NONE;
        done.add(new Reminded(reminder.folder(), reminder.missing().size(), reminder.faulty().size(), sent));
      }
    }
    takeAway(done, paper.fileName());
    return done;
  }

  /** Once a day at most, whoever asks: the line in the database is written first, and stays only when the mail went. */
  private Mail send(Connection connection, MailSettings mail, Reminder reminder, ReminderPaper paper, LocalDate today) throws SQLException {
    List<String> to = mail.to(reminder.folder());
    if (to.isEmpty()) {
      return Mail.NONE;
    }
    if (change(connection, "insert into ops.reminder (submitter, sent_on) values (?, ?) on conflict do nothing", reminder.folder(), today) == 0) {
      return Mail.SENT_BEFORE;
    }
    Path workbook = settings.home().resolve("outbox").resolve(reminder.folder()).resolve(paper.fileName());
    try {
      new Post(mail, password).send(to, paper.subject(reminder), paper.body(reminder), workbook);
      return Mail.SENT;
    } catch (Post.NotSent e) {
      LOG.warn("no mail to {}: {}", reminder.folder(), e.getMessage());
      change(connection, "delete from ops.reminder where submitter = ? and sent_on = ?", reminder.folder(), today);
      return Mail.FAILED;
    }
  }

  private static int change(Connection connection, String sql, String folder, LocalDate day) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, folder);
      statement.setDate(2, Date.valueOf(day));
      return statement.executeUpdate();
    }
  }

  /** Former reminders, in whatever language, of those who have nothing to do; those in another language of the others. */
  private void takeAway(List<Reminded> reminded, String fileName) throws IOException {
    Path outbox = settings.home().resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return;
    }
    Set<String> keep = new HashSet<>(reminded.stream().map(Reminded::folder).toList());
    try (Stream<Path> folders = Files.list(outbox)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        boolean kept = keep.contains(String.valueOf(folder.getFileName()));
        for (String former : ReminderPaper.fileNames()) {
          if (!kept || !former.equals(fileName)) {
            Files.deleteIfExists(folder.resolve(former));
          }
        }
      }
    }
  }

  /** The language of the reminders that the schedule writes. */
  static Settings inVietnamese(Settings settings) {
    return new Settings(settings.root(), settings.home(), Language.VI, settings.quiet(), settings.clock(), settings.givenDatabase(), settings.vaultKey());
  }
}
