package vn.ishc.recognise;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ishc.feed.Column.Required;
import vn.ishc.feed.ColumnType;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.MergedRanges;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Spelling;

/** Tells the data rows of one table from sections, totals, column numbers and what stands below. */
final class RowClassifier {
  private static final Pattern NUMBERING = Pattern.compile("\\(?\\s*(\\d{1,2}|[A-Za-zĐđ])\\s*\\)?|\\d{1,2}\\s*=.*");
  private static final Pattern ROMAN = Pattern.compile("(?i)(?=[IVX])[IVX]{1,5}[.)]?|[A-HĐ][.)]?|\\d{1,2}[.]\\d{1,2}");
  private static final Pattern TOTAL =
      Pattern.compile("(tổng cộng|tổng số|tong cong|tong so|cộng toàn|cộng xã|cộng clb|toàn huyện|toàn xã|toàn tỉnh|lũy kế|luỹ kế)\\b.*|"
              + "(số |cộng )?(trang trước |trang này )?(mang|chuyển) sang\\b.*|(số )?trang trước( chuyển| mang)?( sang)?|cộng dồn\\b.*|"
              + "(cộng|tổng|tc|tổng xã|tổng huyện)( (xã|phường|clb|huyện|thị xã|trang|tổ|nhóm|xóm|thôn|bản|khối|mục|phần|quí|tháng|i|ii|iii|iv|a|b|\\d+)\\b.*)?",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DATE_LINE = Pattern.compile(".*\\bngay\\b.{0,14}\\bthang\\b.{0,14}\\bnam\\b.*");
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(nguoi lap.*|thu truong.*|ky,? ?(ghi ro )?ho ten.*|ky ten.*|ky va ghi.*|chu tich.*|pho chu tich.*|tm .*|kt .*|tl .*|"
              + "xac nhan cua.*|ke toan truong.*|noi nhan.*|ghi chu .+|luu .*|can bo .*|truong tram.*|giam doc.*|danh sach (nay )?(co|gom) .*|"
              + "tong so (nguoi|hoi vien|thanh vien) .*|an dinh .*|bang chu .*)");
  private static final Pattern SECTION_WORDS =
      Pattern.compile(
          "(?:[ivx]{1,4} )?(clb|clblthtgn|cau lac bo|ban chu nhiem|bcn|thanh vien|hoi vien|tinh nguyen vien|xa|phuong|thi tran|thon|xom|ban|khoi|to dan pho|huyen|thi xa|"
              + "thanh pho|don vi|quy|nhom|phan|chi hoi|to (?:tk|tiet kiem|vay|truong|so|\\d+))\\b.*");

  private static final Pattern HEADS = Pattern.compile("(?i)[IVX]{1,5}[.)]?|[A-HĐ][.)]?");
  private static final Set<ColumnType> FIGURES = Set.of(ColumnType.COUNT, ColumnType.MONEY);
  private static final Set<ColumnType> OWN = Set.of(ColumnType.PERSON_NAME, ColumnType.BIRTH, ColumnType.DATE, ColumnType.NATIONAL_ID);

  private final int numberColumn;
  private final Set<Integer> figures;
  private final Set<Integer> own;
  private final int[] requiredColumns;
  private final Set<Integer> bound;
  private final MergedRanges merges;
  private final int firstColumn;
  private boolean dataSeen;
  private boolean below;

  RowClassifier(FoundTable table, MergedRanges merges) {
    this.merges = merges;
    this.bound = table.bindings().stream().map(Binding::sheetColumn).collect(Collectors.toUnmodifiableSet());
    this.numberColumn = table.ordinalColumn();
    this.requiredColumns =
        table.bindings().stream()
            .filter(b -> b.column().required() == Required.YES || b.column().required() == Required.ROW)
            .mapToInt(Binding::sheetColumn)
            .toArray();
    this.figures = columns(table, FIGURES);
    this.own = columns(table, OWN);
    this.firstColumn = bound.stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  private static Set<Integer> columns(FoundTable table, Set<ColumnType> types) {
    return table.bindings().stream().filter(b -> types.contains(b.column().type())).map(Binding::sheetColumn).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a row is.
   *
   * @param next the row that follows it; null behind the last
   */
  RowKind classify(RawRow row, @Nullable RawRow next) {
    int filled = filledRequired(row);
    if (isTotal(row)) {
      return RowKind.TOTAL;
    }
    if (next != null && sumsWhatFollows(row, next)) {
      return RowKind.SECTION;
    }
    if (!dataSeen && isNumbering(row)) {
      return RowKind.NUMBERING;
    }
    boolean numbered = isArabic(row.cell(numberColumn < 0 ? Integer.MAX_VALUE : numberColumn));
    if (filled > 0 && numbered && !below) {
      return data();
    }
    boolean whole = filled >= distinctRequired() && filled > 0;
    if (below) {
      return whole && numbered ? data() : RowKind.FOOTER;
    }
    if (!whole || filled <= 1) {
      RowKind aside = aside(row, numbered, whole);
      if (aside != RowKind.DATA) {
        return aside;
      }
    }
    return data();
  }

  /**
   * {@code I Ngân sách 130} above {@code 1 Ngân sách tỉnh 80}, {@code 2 Ngân sách huyện 50}: the heading of a section with its sum, which nobody may add
   * to them once more. A row that names somebody or tells a day is a row of its own, whatever its number.
   */
  private boolean sumsWhatFollows(RawRow row, RawRow next) {
    if (numberColumn < 0 || !(row.cell(numberColumn) instanceof Cell.Text text)) {
      return false;
    }
    boolean begins = HEADS.matcher(text.text().strip()).matches() && isFirst(next.cell(numberColumn));
    return begins && figures.stream().anyMatch(column -> !row.cell(column).isBlank()) && own.stream().allMatch(column -> row.cell(column).isBlank());
  }

  private static boolean isFirst(Cell cell) {
    return switch (cell) {
      case Cell.Numeric number -> number.value() == 1;
      case Cell.Text text -> text.text().strip().matches("0?1[.)]?");
      case Cell.Blank blank -> false;
      case Cell.Bool bool -> false;
      case Cell.Failure failure -> false;
    };
  }

  private RowKind data() {
    dataSeen = true;
    below = false;
    return RowKind.DATA;
  }

  private RowKind aside(RawRow row, boolean numbered, boolean whole) {
    int cells = filledCells(row);
    if (!numbered && isFooter(row, cells)) {
      below = true;
      return RowKind.FOOTER;
    }
    if (!numbered && isSection(row, cells, whole)) {
      return RowKind.SECTION;
    }
    return RowKind.DATA;
  }

  private boolean isSection(RawRow row, int cells, boolean whole) {
    boolean roman = numberColumn >= 0 && row.cell(numberColumn) instanceof Cell.Text text && ROMAN.matcher(text.text().strip()).matches();
    int others = roman ? cells - 1 : cells;
    if (others != 1) {
      return roman && others == 0;
    }
    int column = soleColumn(row, roman);
    if (!(row.cell(column) instanceof Cell.Text text)) {
      return false;
    }
    boolean wide = merges.covering(row.number(), column).map(r -> r.lastColumn() - r.firstColumn() >= 2).orElse(false);
    if (roman || wide) {
      return true;
    }
    if (column <= firstColumn && column == numberColumn) {
      return true;
    }
    return !whole && SECTION_WORDS.matcher(toneless(text)).matches();
  }

  private int soleColumn(RawRow row, boolean roman) {
    for (int column = 0; column < row.cells().length; column++) {
      if (!row.cells()[column].isBlank() && !(roman && column == numberColumn)) {
        return column;
      }
    }
    return 0;
  }

  private boolean isFooter(RawRow row, int cells) {
    if (cells > 4) {
      return false;
    }
    for (Cell cell : row.cells()) {
      if (cell instanceof Cell.Text text && text.text().length() < 200) {
        String words = toneless(text);
        if (SIGNATURE.matcher(words).matches() || DATE_LINE.matcher(words).matches()) {
          return true;
        }
      }
    }
    return dataSeen && cells == 1 && outside(row);
  }

  /** A lone text that stands in no column of the table: a remark below it. */
  private boolean outside(RawRow row) {
    return !bound.contains(soleColumn(row, false));
  }

  /** A label for a sum stands among the first cells of a row without running number. */
  private boolean isTotal(RawRow row) {
    if (numberColumn >= 0 && isArabic(row.cell(numberColumn))) {
      return false;
    }
    int looked = 0;
    for (Cell cell : row.cells()) {
      if (cell.isBlank()) {
        continue;
      }
      if (++looked > 4) {
        return false;
      }
      if (cell instanceof Cell.Text text && text.text().length() < 60 && TOTAL.matcher(Spelling.fold(text.text())).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Column numbers under the headings: {@code (1) (2) (3)}, {@code A B 1 2}. */
  static boolean isNumbering(RawRow row) {
    int cells = 0;
    for (Cell cell : row.cells()) {
      if (cell.isBlank()) {
        continue;
      }
      cells++;
      boolean number =
          switch (cell) {
            case Cell.Text text -> NUMBERING.matcher(text.text().strip()).matches();
            case Cell.Numeric numeric -> !numeric.style().date() && numeric.value() >= 0 && numeric.value() < 100;
            case Cell.Blank blank -> false;
            case Cell.Bool bool -> false;
            case Cell.Failure failure -> false;
          };
      if (!number) {
        return false;
      }
    }
    return cells >= 3;
  }

  private int filledRequired(RawRow row) {
    int filled = 0;
    for (int column : requiredColumns) {
      if (!row.cell(column).isBlank()) {
        filled++;
      }
    }
    return filled;
  }

  /** Two columns for one value (year under Nam or Nữ) are never both filled, so two required values suffice. */
  private int distinctRequired() {
    return Math.min(2, requiredColumns.length);
  }

  private static int filledCells(RawRow row) {
    int filled = 0;
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        filled++;
      }
    }
    return filled;
  }

  private static boolean isArabic(Cell cell) {
    return switch (cell) {
      case Cell.Numeric number -> number.value() > 0;
      case Cell.Text text -> {
        String digits = text.text().strip();
        yield !digits.isEmpty() && digits.length() <= 7 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
      }
      case Cell.Blank blank -> false;
      case Cell.Bool bool -> false;
      case Cell.Failure failure -> false;
    };
  }

  private static String toneless(Cell.Text text) {
    return Spelling.words(text.text());
  }
}
