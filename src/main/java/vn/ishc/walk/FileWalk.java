package vn.ishc.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.ishc.clean.CodeLists;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contracts;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.ClubMentions;
import vn.ishc.place.PlaceIndex;
import vn.ishc.recognise.AnswerSheets;
import vn.ishc.recognise.FormIds;
import vn.ishc.recognise.FoundTable;
import vn.ishc.recognise.NearMiss;
import vn.ishc.recognise.RowKind;
import vn.ishc.recognise.SheetListener;
import vn.ishc.recognise.TableFinder;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;
import vn.ishc.sheet.FileFormat;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;
import vn.ishc.sheet.Workbook;
import vn.ishc.sheet.Workbooks;

/**
 * The walk of one file, from its bytes to accepted rows and findings: read, recognise, clean, check, link. Needs no database. One instance per file.
 */
public final class FileWalk {
  /** What every walk needs and none changes. */
  public record Knowledge(Contracts contracts, TableFinder finder, PlaceIndex places, CodeLists lists, ReadLimits limits) {
    /** With a finder of these contracts' tables. */
    public Knowledge(Contracts contracts, PlaceIndex places, CodeLists lists, ReadLimits limits) {
      this(contracts, new TableFinder(contracts), places, lists, limits);
    }
  }

  private final Knowledge knowledge;
  private final Arrival arrival;
  private final RowSink sink;
  private final List<TableReport> tables = new ArrayList<>();
  private final ClubMentions clubs = new ClubMentions();
  private final UnitReader units;
  private FormIds forms = FormIds.NONE;
  private final Map<Severity, Integer> counts = new HashMap<>();
  private final Set<String> toldOnce = new HashSet<>();
  private final Set<String> confirmed = new TreeSet<>();
  private final List<NearMiss> misses = new ArrayList<>();
  private int looseRows;
  private boolean tied;
  private boolean pagesOfOurs;

  private FileWalk(Knowledge knowledge, Arrival arrival, RowSink sink) {
    this.knowledge = knowledge;
    this.arrival = arrival;
    this.sink = sink;
    this.units = new UnitReader(knowledge.places(), arrival);
  }

  /** Walks a file and says what became of it; rows and findings go to the sink on the way. What the memory does not do for is refused. */
  public static FileReport walk(Knowledge knowledge, Arrival arrival, RowSink sink) {
    FileWalk walk = new FileWalk(knowledge, arrival, sink);
    try {
      return walk.run();
    } catch (OutOfMemoryError e) {
      walk.tables.clear();
      walk.tell(Finding.ofFile(FindingCode.FILE_TOO_LARGE, "", "lớn hơn bộ nhớ của máy", "larger than the memory of this machine"));
      return walk.refusedUnread();
    }
  }

  /**
   * The same while other files are walked: that the memory does not do says nothing of this file.
   *
   * @throws OutOfMemoryError when it does not; the file has to be walked once more
   */
  public static FileReport walkBesideOthers(Knowledge knowledge, Arrival arrival, RowSink sink) {
    return new FileWalk(knowledge, arrival, sink).run();
  }

  private FileReport run() {
    boolean refused = arrival.submitter().isEmpty();
    if (refused) {
      tell(Finding.ofFile(FindingCode.SUBMITTER_UNKNOWN, arrival.folder(), arrival.folder()));
    }
    try (Workbook workbook = Workbooks.open(arrival.path(), knowledge.limits())) {
      forms = FormIds.in(workbook);
      hearAnswers(workbook);
      for (Sheet sheet : workbook.sheets()) {
        if (AnswerSheets.contain(sheet) || FormIds.contain(sheet)) {
          pagesOfOurs = true;
          continue;
        }
        walk(sheet, workbook.format() == FileFormat.DELIMITED ? "" : sheet.name());
      }
    } catch (UnreadableFile e) {
      tell(Finding.ofFile(e.code(), "", e.details().toArray(String[]::new)));
      return refusedUnread();
    } catch (java.io.IOException e) {
      tell(Finding.ofFile(FindingCode.FILE_DAMAGED, ""));
      return refusedUnread();
    }
    refused |= tied || nothingRecognised();
    refused |= tooManyRefused();
    return report(refused);
  }

  /** What the sender says of our questions, before any of them is asked again. */
  private void hearAnswers(Workbook workbook) throws UnreadableFile {
    for (Sheet sheet : workbook.sheets()) {
      if (AnswerSheets.contain(sheet)) {
        confirmed.addAll(AnswerSheets.confirmed(sheet));
      }
    }
    confirmed.forEach(sink::confirmed);
  }

  private void walk(Sheet sheet, String name) throws UnreadableFile {
    for (Sheet part : knowledge.finder().apart(sheet)) {
      SheetWalk walk = new SheetWalk(part, name);
      knowledge.finder().walk(part, forms, walk);
      walk.end();
    }
  }

  private boolean nothingRecognised() {
    if (!tables.isEmpty()) {
      return false;
    }
    if (misses.isEmpty()) {
      boolean nothing = looseRows == 0 && !pagesOfOurs;
      tell(nothing ? Finding.ofFile(FindingCode.FILE_NO_TABLE, "", Integer.toString(looseRows)) : Finding.ofFile(FindingCode.FILE_NO_TABLE, ""));
    } else {
      NearMiss nearest = misses.stream().max((a, b) -> Integer.compare(a.matched(), b.matched())).orElseThrow();
      tell(notRecognised(nearest, ""));
    }
    return true;
  }

  private static Finding notRecognised(NearMiss miss, String sheet) {
    String missing = String.join(", ", miss.missing().stream().map(c -> "“" + c.labelVi() + "”").toList());
    return Finding.ofSheet(FindingCode.FEED_NOT_RECOGNISED, sheet, "", miss.nearest().titleVi(), missing);
  }

  private boolean tooManyRefused() {
    Set<Contract> feeds = new HashSet<>();
    tables.forEach(table -> feeds.add(table.contract()));
    boolean any = false;
    boolean all = !feeds.isEmpty();
    for (Contract feed : feeds) {
      boolean out = tooManyRefused(feed);
      any |= out;
      all &= out;
    }
    return any && all;
  }

  private boolean tooManyRefused(Contract feed) {
    List<TableReport> own = tables.stream().filter(table -> table.contract().equals(feed)).toList();
    int refused = own.stream().mapToInt(TableReport::refused).sum();
    int data = refused + own.stream().mapToInt(TableReport::accepted).sum();
    if (data == 0 || refused <= feed.refuseAbove() * data) {
      return false;
    }
    own.forEach(TableReport::refuseAll);
    tell(
        Finding.ofFile(
            FindingCode.TOO_MANY_REFUSED, "", "" + refused, "" + data, feed.titleVi(), "" + Math.round(feed.refuseAbove() * 100), feed.titleEn()));
    return true;
  }

  private FileReport report(boolean refused) {
    if (refused) {
      tables.forEach(TableReport::refuseAll);
    }
    int accepted = tables.stream().mapToInt(TableReport::accepted).sum();
    int out = tables.stream().mapToInt(TableReport::refused).sum();
    int notData = looseRows + tables.stream().mapToInt(TableReport::notData).sum();
    return new FileReport(
        refused, tables, clubs.all(), accepted + out + notData, accepted, out, notData, count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO));
  }

  private FileReport refusedUnread() {
    return new FileReport(true, List.of(), List.of(), 0, 0, 0, 0, count(Severity.ERROR), count(Severity.WARNING), count(Severity.INFO));
  }

  private int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  private void tell(Finding finding) {
    counts.merge(finding.severity(), 1, Integer::sum);
    sink.finding(finding);
  }

  /** A yes that was written beside a row while it was refused holds for the repaired row, and from now on by the name of its club. */
  private void ask(Finding finding, String token, String tokenWhileRefused) {
    if (token.isEmpty()) {
      tell(finding);
    } else if (confirmed.contains(tokenWhileRefused) && confirmed.add(token)) {
      sink.confirmed(token);
    } else if (!confirmed.contains(token)) {
      counts.merge(finding.severity(), 1, Integer::sum);
      sink.question(finding, token);
    }
  }

  /** Findings about the file as a whole are told once, however many tables say so. */
  private void tellOnce(Finding finding) {
    if (toldOnce.add(finding.code() + "/" + finding.details())) {
      tell(finding);
    }
  }

  /** Hears one sheet; every table on it is walked by a {@link TableWalk} of its own. */
  private final class SheetWalk implements SheetListener {
    private final Sheet sheet;
    private final String name;
    private Optional<TableWalk> table = Optional.empty();
    private int rows;
    private int hiddenRows;
    private boolean miss;

    /** A text file is one sheet without a name. */
    SheetWalk(Sheet sheet, String name) {
      this.sheet = sheet;
      this.name = name;
    }

    @Override
    public void table(FoundTable found) {
      table.ifPresent(TableWalk::end);
      Optional<FormIds.Form> form = forms.of(found.titles(), sheet.name());
      boolean formSays = form.filter(f -> f.feed().equals(found.contract().feed())).isPresent();
      if (!found.rivals().isEmpty() && !formSays) {
        tied = true;
        tell(Finding.ofSheet(FindingCode.FEED_TIED, name, "", found.contract().titleVi(), found.rivals().getFirst().titleVi()));
      }
      UnitReader.Told told = units.read(found, name, form);
      told.findings().forEach(FileWalk.this::tellOnce);
      TableReport report =
          new TableReport(tables.size() + 1, name, sheet.hidden(), found, told.period(), told.periodSource(), told.unit());
      tables.add(report);
      sink.table(report);
      table = Optional.of(new TableWalk(report, told.day(), sheet, knowledge, arrival.receivedOn(), clubs, sink, FileWalk.this::ask));
    }

    @Override
    public void row(RowKind kind, RawRow row) {
      rows++;
      hiddenRows += row.hidden() && kind.isData() ? 1 : 0;
      if (table.isPresent()) {
        table.get().row(kind, row);
      } else {
        looseRows++;
      }
    }

    @Override
    public void unknownTable(NearMiss found) {
      if (!miss) {
        misses.add(found);
        miss = true;
      }
    }

    void end() {
      table.ifPresent(TableWalk::end);
      if (table.isEmpty() && rows > 0) {
        Optional<NearMiss> near = miss ? Optional.of(misses.getLast()) : Optional.empty();
        tell(near.map(m -> notRecognised(m, name).withSeverity(Severity.WARNING))
            .orElseGet(() -> Finding.ofSheet(FindingCode.SHEET_WITHOUT_TABLE, name, "")));
      }
      if (sheet.hidden() && rows > 0) {
        tell(Finding.ofSheet(FindingCode.HIDDEN_READ, name, "", "Trang tính", "The sheet"));
      }
      if (hiddenRows > 0) {
        tell(Finding.ofSheet(FindingCode.HIDDEN_READ, name, "", hiddenRows + " dòng", hiddenRows + " row(s)"));
      }
    }
  }

}
