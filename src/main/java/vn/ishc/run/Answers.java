package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.feed.Contract;
import vn.ishc.feedback.Answer;
import vn.ishc.feedback.Answer.Table;
import vn.ishc.feedback.Answer.Verdict;
import vn.ishc.feedback.AnswerWorkbook;
import vn.ishc.feedback.Note;
import vn.ishc.feedback.Notes;
import vn.ishc.feedback.WalkedAnswer;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Language;
import vn.ishc.row.Period;
import vn.ishc.row.Severity;
import vn.ishc.vault.FindingTexts;
import vn.ishc.vault.VaultKey;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.FileRecord;

/** The answer to a sender: {@code outbox/<folder>/<file>.phan-hoi.xlsx}, written after the commit, never before; it lies there whole or not at all. */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** Told of a file that takes the place of another one. */
  private static final String REPLACES = FindingCode.SLICE_REPLACED.code();

  private final Path outbox;
  private final FindingTexts texts;
  private final FileWalk.Knowledge knowledge;
  private final AnswerWorkbook workbooks;
  private final FormerVersions former;

  Answers(Path home, VaultKey key, FileWalk.Knowledge knowledge, FormerVersions former) {
    this.former = former;
    this.texts = new FindingTexts(Optional.of(key));
    this.outbox = home.resolve("outbox");
    this.knowledge = knowledge;
    this.workbooks = new AnswerWorkbook(Language.VI, knowledge.limits(), knowledge.finder());
  }

  /** Writes down what there is to say now, for {@link #write} to take when nothing else is to be said then. */
  void draft(Connection connection, Claimed file, FileOutcome outcome, Drafts drafts) throws SQLException, IOException {
    Answer answer = answer(connection, file, outcome);
    write(answer, file, Drafts.beside(file.copy()));
    drafts.written(file, answer);
  }

  private static Path target(Path outbox, FileRecord file) {
    String folder = file.submitter().isEmpty() ? "_khong-ro" : file.submitter();
    return outbox.resolve(folder).resolve(AnswerWorkbook.nameFor(file.name()));
  }

  /** Whether an answer to a file of this name lies there. */
  static boolean lies(Path home, FileRecord file) {
    return Files.exists(target(home.resolve("outbox"), file));
  }

  void write(Connection connection, Claimed file, FileOutcome outcome, Drafts drafts) throws SQLException, IOException {
    Path target = target(outbox, file.record());
    Files.createDirectories(target.getParent());
    Answer answer = answer(connection, file, outcome);
    // A name of its own: two files of one name may be answered at once.
    Path part = target.resolveSibling("." + file.record().fileId() + ".phan-hoi.part");
    try {
      Optional<Path> draft = drafts.telling(file, answer);
      if (draft.isPresent()) {
        Files.move(draft.get(), part, StandardCopyOption.REPLACE_EXISTING);
      } else {
        write(answer, file, part);
      }
      Failpoint.ANSWERING.reached();
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      Failpoint.ANSWERED.reached();
    } finally {
      Files.deleteIfExists(part);
      Drafts.delete(file);
    }
  }

  /** A workbook that we cannot mark through a fault of ours still gets its page. */
  private void write(Answer answer, Claimed file, Path part) throws IOException {
    try {
      workbooks.write(answer, file.copy(), part);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("file {} cannot be marked: {}", file.record().fileId(), Faults.where(e));
      workbooks.receipt(answer, part);
    }
  }

  private Answer answer(Connection connection, Claimed file, FileOutcome outcome) throws SQLException {
    Notes notes = new Notes();
    boolean unopened = notes(connection, file, notes);
    return new Answer(
        file.record().name(), file.record().submitter(), verdict(outcome.state(), unopened, notes), outcome.rowsRead(), outcome.accepted(), outcome.refused(),
        outcome.notData(), tables(connection, file), notes, notes.told(REPLACES) ? former.changes(connection, file) : List.of());
  }

  private static Verdict verdict(String state, boolean unopened, Notes notes) {
    return switch (state) {
      case "refused" -> unopened ? Verdict.UNREADABLE : Verdict.REFUSED;
      case "duplicate" -> Verdict.DUPLICATE;
      case "superseded" -> Verdict.SUPERSEDED;
      default -> notes.isClean() ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_NOTES;
    };
  }

  /** Gathers the findings; says whether one of them tells that the file was not opened. */
  private boolean notes(Connection connection, Claimed file, Notes notes) throws SQLException {
    String sql =
        """
        select f.sheet, coalesce(f.row_number, 0), coalesce(f.cell, ''), f.code, f.severity, f.message_vi, t.message_vi_sealed, f.question_mark, t.question_sealed
        from ops.finding f left join vault.finding_text t using (file_id, finding_no)
        where f.file_id = ? and not f.confirmed
        order by f.finding_no
        """;
    boolean unopened = false;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file.record().fileId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          Severity severity = Severity.valueOf(rows.getString(5).toUpperCase(Locale.ROOT));
          unopened |= WalkedAnswer.unopened(rows.getString(4));
          if (notes.wants(severity, rows.getString(4))) {
            String message = texts.message(rows.getString(6), rows.getBytes(7));
            notes.add(Note.of(rows.getString(1), rows.getInt(2), rows.getString(3), rows.getString(4), severity, message).asking(texts.question(rows.getString(8), rows.getBytes(9))));
          } else {
            notes.count(severity, rows.getString(4));
          }
        }
      }
    }
    return unopened;
  }

  private List<Table> tables(Connection connection, Claimed file) throws SQLException {
    Map<Integer, List<String>> clubs = clubs(connection, file);
    String sql =
        """
        select table_no, sheet, coalesce(feed, ''), coalesce(period, ''), plan_district, commune_code, rows_accepted, rows_refused, rows_not_data
        from ops.file_table where file_id = ? order by table_no
        """;
    List<Table> tables = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file.record().fileId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String feed = rows.getString(3);
          Optional<Period> period = Period.parse(rows.getString(4));
          LocalDate day = period.map(Period::end).orElseGet(() -> file.record().receivedAt().atZone(Settings.ZONE).toLocalDate());
          Optional<String> district = Optional.ofNullable(rows.getString(5)).flatMap(knowledge.places()::district).map(PlaceIndex.District::fullName);
          Optional<String> commune = Optional.ofNullable(rows.getString(6)).flatMap(code -> knowledge.places().placeInAnyFrame(code, day)).map(Place::fullName);
          tables.add(
              new Table(
                  rows.getString(2), knowledge.contracts().of(feed).map(Contract::titleVi).orElse(feed), period.map(half -> half.label(true)).orElse(""),
                  WalkedAnswer.unit(commune, district), clubs.getOrDefault(rows.getInt(1), List.of()), rows.getInt(7), rows.getInt(8), rows.getInt(9),
                  knowledge.contracts().of(feed).filter(WalkedAnswer::addsUp).isPresent()));
        }
      }
    }
    return tables;
  }

  private static Map<Integer, List<String>> clubs(Connection connection, Claimed file) throws SQLException {
    String sql = "select table_no, club_source_value from staging.club_mention where file_id = ? and club_source_value <> '' order by club_no";
    Map<Integer, List<String>> clubs = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file.record().fileId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          List<String> own = clubs.computeIfAbsent(rows.getInt(1), number -> new ArrayList<>());
          if (!own.contains(rows.getString(2))) {
            own.add(rows.getString(2));
          }
        }
      }
    }
    return clubs;
  }
}
