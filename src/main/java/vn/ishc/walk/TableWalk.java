package vn.ishc.walk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.check.IdentityTwice;
import vn.ishc.check.RowRules;
import vn.ishc.check.Totals;
import vn.ishc.check.Uniqueness;
import vn.ishc.conform.ShownCell;
import vn.ishc.conform.CleanContext;
import vn.ishc.conform.CleanRow;
import vn.ishc.clean.MoneyUnit;
import vn.ishc.clean.PersonsInText;
import vn.ishc.conform.RowCleaner;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.feed.ColumnType;
import vn.ishc.link.ClubMentions;
import vn.ishc.link.LinkedRow;
import vn.ishc.link.RowLinker;
import vn.ishc.recognise.FoundTable;
import vn.ishc.recognise.RowKind;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;
import vn.ishc.sheet.Sheet;

/** The walk of the rows of one table: clean, check, link, and out. Holds back the first rows to learn the encodings of the columns. */
final class TableWalk {
  private static final int HELD_BACK_MAX = 60;

  /** A sum beside the words of a section, no part of them. */
  private static final Pattern FIGURE = Pattern.compile("[\\s\u00a0]*[-\\d][\\d.,%\\s\u00a0]*");

  /** What numbers a section in a cell of its own: its letter is no word of its name, {@code B} before {@code Tổ 2} no {@code bản}. */
  private static final Pattern ORDINAL = Pattern.compile("(?:[IVX]{1,5}|[A-HĐ]|\\d{1,3}(?:[.]\\d{1,3})*)[.)]?");

  /** Hears what is found, how a question is known, and how it was while its row was refused. */
  interface Tell {
    void tell(Finding finding, String token, String tokenWhileRefused);
  }

  private record Held(RowKind kind, RawRow row) {}

  private final TableReport report;
  private final CleanContext context;
  private final RowCleaner cleaner;
  private final RowRules rules;
  private final Totals totals;
  private final Uniqueness uniqueness;
  private final IdentityTwice identities;
  private final RowLinker linker;
  private final RowSink sink;
  private final Tell tell;
  private @Nullable List<Held> held = new ArrayList<>();

  TableWalk(
      TableReport report, LocalDate day, Sheet sheet, FileWalk.Knowledge knowledge, LocalDate receivedOn, ClubMentions clubs, RowSink sink, Tell tell) {
    this.report = report;
    FoundTable found = report.found();
    MoneyUnit unit = found.titles().reversed().stream().flatMap(line -> MoneyUnit.find(line).stream()).findFirst().orElse(MoneyUnit.DONG);
    @Nullable Period period = report.period().orElse(null);
    this.context = new CleanContext(report.sheet(), period, receivedOn, unit, knowledge.lists(), sheet.merges());
    this.cleaner = new RowCleaner(found, context);
    this.rules = new RowRules(found, context);
    this.totals = new Totals(found, context);
    this.uniqueness = new Uniqueness(found.contract());
    this.identities = new IdentityTwice(found.contract());
    this.linker = new RowLinker(found, report.number(), report.sheet(), report.periodCode(), knowledge.places(), report.unit(), day, clubs);
    this.sink = sink;
    this.tell = tell;
    begin(found, unit);
  }

  private void begin(FoundTable found, MoneyUnit unit) {
    for (FoundTable.Unused unused : found.unused()) {
      String label = unused.label();
      boolean personal = !PersonsInText.masked(label).equals(label);
      tellOf(new Finding(FindingCode.COLUMN_UNUSED, Severity.INFO, report.sheet(), found.headerRow(), unused.sheetColumn(), "", label, List.of(), personal));
    }
    boolean money = found.bindings().stream().anyMatch(b -> b.column().type() == ColumnType.MONEY);
    if (money && unit != MoneyUnit.DONG) {
      tellOf(Finding.ofSheet(FindingCode.UNIT_SCALED, report.sheet(), "", unitLabel(unit), unit.name().toLowerCase(java.util.Locale.ROOT) + " đồng"));
    }
  }

  private static String unitLabel(MoneyUnit unit) {
    return switch (unit) {
      case DONG -> "đồng";
      case THOUSAND -> "nghìn đồng";
      case MILLION -> "triệu đồng";
      case BILLION -> "tỷ đồng";
    };
  }

  void row(RowKind kind, RawRow row) {
    if (held == null) {
      handle(kind, row);
      return;
    }
    if (kind.isData()) {
      cleaner.observe(row);
    }
    held.add(new Held(kind, row));
    if (held.size() >= HELD_BACK_MAX) {
      release();
    }
  }

  private void release() {
    List<Held> rows = held;
    held = null;
    if (rows != null) {
      rows.forEach(one -> handle(one.kind(), one.row()));
    }
  }

  private void handle(RowKind kind, RawRow row) {
    switch (kind) {
      case DATA -> data(row);
      case SECTION -> {
        report.countNotData();
        section(row);
      }
      case TOTAL -> {
        report.countNotData();
        totals.check(row).forEach(this::tellOf);
      }
      case TITLE, FOOTER -> {
        report.countNotData();
        cleaner.told(lineOf(row));
      }
      case HEADER, NUMBERING -> report.countNotData();
    }
  }

  private String lineOf(RawRow row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.cells().length; column++) {
      line.append(ShownCell.text(cleaner.cell(row, column))).append(' ');
    }
    return line.toString();
  }

  private void section(RawRow row) {
    totals.section();
    StringBuilder text = new StringBuilder();
    String ordinal = "";
    String figures = "";
    for (int column = 0; column < row.cells().length; column++) {
      String cell = ShownCell.text(cleaner.cell(row, column));
      if (column == report.found().ordinalColumn() && ORDINAL.matcher(cell.strip()).matches()) {
        ordinal = cell;
      } else if (FIGURE.matcher(cell).matches()) {
        figures += cell;
      } else if (!cell.isBlank()) {
        text.append(text.isEmpty() ? "" : " ").append(cell);
      }
    }
    String words = text.isEmpty() ? ordinal + figures : text.toString();
    cleaner.section(words);
    linker.section(words);
  }

  private void tellOf(Finding finding) {
    tell.tell(finding, "", "");
  }

  private void data(RawRow raw) {
    CleanRow row = cleaner.clean(raw);
    totals.add(row.values(), !row.written().isEmpty());
    rules.check(row);
    LinkedRow linked = linker.link(row);
    if (!row.refused()) {
      linked = unique(linked);
      identity(row);
    }
    LinkedRow told = linked;
    Contract contract = report.contract();
    row.findings().forEach(finding -> tell.tell(finding, Questions.token(finding, contract, told), Questions.tokenWhileRefused(finding, contract, told)));
    if (row.refused()) {
      report.countRefused();
      sink.refused(report, linked);
    } else {
      report.countAccepted();
      sink.row(report, linked);
    }
  }

  private void identity(CleanRow row) {
    OptionalInt earlier = identities.repeats(row.values(), row.raw().number());
    if (earlier.isPresent()) {
      Column column = report.contract().columns().get(identities.column());
      int at = report.found().binding(column).map(b -> b.sheetColumn()).orElse(-1);
      row.findings()
          .add(
              new Finding(
                  FindingCode.ID_TWICE, Severity.WARNING, report.sheet(), row.raw().number(), at, column.name(), "", List.of("" + earlier.getAsInt()), true));
    }
  }

  private LinkedRow unique(LinkedRow row) {
    String slice = row.club() == null ? "" : Integer.toString(row.club().number());
    CleanRow clean = row.clean();
    OptionalInt earlier = uniqueness.repeats(slice, clean.values(), clean.raw().number());
    if (earlier.isEmpty()) {
      return row;
    }
    clean.findings()
        .add(
            new Finding(
                FindingCode.DUPLICATE_ROW, Severity.WARNING, report.sheet(), clean.raw().number(), -1, "", "", List.of("" + earlier.getAsInt()), false));
    return new LinkedRow(clean, row.club(), row.planDistrict(), earlier.getAsInt());
  }

  /** After the last row. */
  void end() {
    release();
    cleaner.summary().forEach(this::tellOf);
  }
}
