package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    /** One went on the same day, or is going at this moment. */
    SENT_BEFORE,
    /** The server did not take it: it is still to be sent; the workbook lies in the outbox all the same. */
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
    LocalDate today = today();
    ReminderPaper paper = paper(today);
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      List<Reminder> reminders = reminders(connection, today);
      for (Reminder reminder : reminders) {
        paper.write(reminder, workbook(reminder, paper));
      }
      Optional<MailSettings> mail = mailToo ? knowledge.submitters().mail() : Optional.empty();
      if (mail.isPresent()) {
        new OwedMail(connection).write(reminders.stream().map(Reminder::folder).filter(folder -> !mail.get().to(folder).isEmpty()).collect(Collectors.toSet()), today);
      }
      List<Reminded> done = new ArrayList<>();
      for (Reminder reminder : reminders) {
        done.add(reminded(reminder, mail.isPresent() ? send(connection, mail.get(), reminder, paper, today) : Mail.NONE));
      }
      takeAway(done, paper.fileName());
      return done;
    }
  }

  /**
   * Sends the mails that former runs could not send, or were killed before they had: with what there is to do today. Whoever has nothing to do any more, or no
   * address, gets none.
   *
   * @return those that something was owed to and still has something to do
   */
  public List<Reminded> sendOwed() throws DatabaseUnavailable, SQLException, IOException {
    LocalDate today = today();
    ReminderPaper paper = paper(today);
    List<Reminded> done = new ArrayList<>();
    Optional<MailSettings> mail = knowledge.submitters().mail();
    if (mail.isEmpty()) {
      return done;
    }
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      Set<String> owed = OwedMail.folders(connection);
      for (Reminder reminder : reminders(connection, today)) {
        if (owed.contains(reminder.folder()) && !mail.get().to(reminder.folder()).isEmpty()) {
          owed.remove(reminder.folder());
          paper.write(reminder, workbook(reminder, paper));
          done.add(reminded(reminder, send(connection, mail.get(), reminder, paper, today)));
        }
      }
      for (String folder : owed) {
        new OwedMail(connection).drop(folder);
      }
    }
    return done;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(settings.clock().instant(), Settings.ZONE);
  }

  private ReminderPaper paper(LocalDate today) {
    return new ReminderPaper(settings.language(), knowledge.contracts(), today);
  }

  private List<Reminder> reminders(Connection connection, LocalDate today) throws SQLException {
    String association = knowledge.submitters().find(ASSOCIATION).map(Submitter::name).orElse(ASSOCIATION);
    return new DueReports(connection, today).reminders(ASSOCIATION, association);
  }

  private static Reminded reminded(Reminder reminder, Mail mail) {
    return new Reminded(reminder.folder(), reminder.missing().size(), reminder.faulty().size(), mail);
  }

  private Path workbook(Reminder reminder, ReminderPaper paper) {
    return settings.home().resolve("outbox").resolve(reminder.folder()).resolve(paper.fileName());
  }

  /** Once a day at most, whoever asks. */
  private Mail send(Connection connection, MailSettings mail, Reminder reminder, ReminderPaper paper, LocalDate today) throws SQLException {
    List<String> to = mail.to(reminder.folder());
    if (to.isEmpty()) {
      return Mail.NONE;
    }
    OwedMail owed = new OwedMail(connection);
    if (!owed.begin(reminder.folder())) {
      return Mail.SENT_BEFORE;
    }
    try {
      new Post(mail, password).send(to, paper.subject(reminder), paper.body(reminder), workbook(reminder, paper));
    } catch (Post.NotSent e) {
      LOG.warn("no mail to {}: {}", reminder.folder(), e.getMessage());
      owed.keep();
      return Mail.FAILED;
    }
    owed.sent(reminder.folder(), today, settings.clock().instant());
    return Mail.SENT;
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
