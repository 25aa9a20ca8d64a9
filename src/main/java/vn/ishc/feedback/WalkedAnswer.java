package vn.ishc.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feedback.Answer.Table;
import vn.ishc.feedback.Answer.Verdict;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.ClubMention;
import vn.ishc.link.LinkedRow;
import vn.ishc.place.Place;
import vn.ishc.place.PlaceIndex;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/** Gathers on the walk of a file what its sender is to be told: the answer of whoever has no database. */
public final class WalkedAnswer implements RowSink {
  /** A file refused for one of these was not opened. */
  private static final Set<FindingCode> UNOPENED =
      Set.of(
          FindingCode.FILE_EMPTY, FindingCode.FILE_PASSWORD, FindingCode.FILE_DAMAGED, FindingCode.FILE_BOMB, FindingCode.FILE_TOO_LARGE,
          FindingCode.FILE_NOT_A_WORKBOOK);

  private final Notes notes = new Notes();
  private final Words words;
  private final boolean vietnamese;
  private Optional<TableReport> current = Optional.empty();
  private boolean unopened;

  /** An answer in one of the languages. */
  public WalkedAnswer(Words words, boolean vietnamese) {
    this.words = words;
    this.vietnamese = vietnamese;
  }

  @Override
  public void table(TableReport table) {
    current = Optional.of(table);
  }

  @Override
  public void row(TableReport table, LinkedRow row) {}

  @Override
  public void finding(Finding finding) {
    unopened |= UNOPENED.contains(finding.code());
    notes.add(Note.of(finding, words.sentence(finding, label(finding), vietnamese)));
  }

  @Override
  public void question(Finding finding, String token) {
    notes.add(Note.of(finding, words.sentence(finding, label(finding), vietnamese)).asking(token));
  }

  private String label(Finding finding) {
    return current.flatMap(table -> table.contract().column(finding.columnName())).map(column -> column.label(vietnamese)).orElse(finding.columnName());
  }

  /** Whether the rows of a feed are added to what was sent before, instead of taking its place; decisions on pairs of persons are no data. */
  public static boolean addsUp(Contract contract) {
    return contract.kind() == Contract.Kind.EVENT && contract.firstOf(ColumnType.DECISION).isEmpty();
  }

  /** Whether a file that was refused for this code was not opened at all. */
  public static boolean unopened(String code) {
    return UNOPENED.stream().anyMatch(one -> one.code().equals(code));
  }

  /** The answer, after the walk. */
  public Answer answer(Arrival arrival, FileReport report, PlaceIndex places) {
    Verdict verdict =
        unopened ? Verdict.UNREADABLE : report.refused() ? Verdict.REFUSED : notes.isClean() ? Verdict.ACCEPTED : Verdict.ACCEPTED_WITH_NOTES;
    List<Table> tables = new ArrayList<>();
    for (TableReport table : report.tables()) {
      List<String> clubs = report.clubs().stream().filter(club -> club.table() == table.number()).map(ClubMention::clubWritten).filter(name -> !name.isBlank()).distinct().toList();
      String period = table.period().map(half -> half.label(vietnamese)).orElse("");
      Optional<String> district = Optional.ofNullable(table.planDistrict()).flatMap(places::district).map(PlaceIndex.District::fullName);
      tables.add(
          new Table(table.sheet(), table.contract().title(vietnamese), period, unit(table.unit().commune().map(Place::fullName), district), clubs, table.accepted(), table.refused(), table.notData(),
              addsUp(table.contract())));
    }
    return new Answer(
        arrival.name(), arrival.folder(), verdict, report.rowsRead(), report.rowsAccepted(), report.rowsRefused(), report.rowsNotData(), tables, notes, List.of());
  }

  /** {@code Xã Đại Đồng, Huyện Thanh Chương}. */
  public static String unit(Optional<String> commune, Optional<String> district) {
    return String.join(", ", java.util.stream.Stream.of(commune, district).flatMap(Optional::stream).toList());
  }
}
