package vn.ishc.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ishc.clean.CodeLists;
import vn.ishc.clean.Spelling;
import vn.ishc.conform.Examples;
import vn.ishc.feed.Column;
import vn.ishc.feed.Column.Required;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feed.HeaderSpec;
import vn.ishc.row.Language;

/** Which columns a form asks for, how they are headed, what may be chosen in them and what is said about them. */
final class FormColumns {
  private static final String ROW_NUMBER = "row_no";
  private static final Map<String, String> SEXES = Map.of("male", "Nam", "female", "Nữ");

  /**
   * A column of a form.
   *
   * @param column of the contract
   * @param heading how it is headed
   * @param choices what the drop-down offers; none for free text
   * @param strict whether only a choice makes sense: anything else is asked about, never forbidden
   * @param note what is expected
   * @param width in letters
   */
  record FormColumn(Column column, String heading, List<String> choices, boolean strict, String note, int width) {
    boolean isNumber() {
      return switch (column.type()) {
        case COUNT, MONEY, DECIMAL, HEIGHT, GLUCOSE, RATE, MONTHS, PRESSURE, IGNORED -> true;
        case TEXT, NOTE, CLUB, COMMUNE, DISTRICT, ADDRESS, PERSON_NAME, BIRTH, DATE, SEX, TICK, NATIONAL_ID, INSURANCE_NO, PHONE, CODE, CODES, PROSE, DECISION -> false;
      };
    }

    boolean isRowNumber() {
      return column.name().equals(ROW_NUMBER);
    }
  }

  private final CodeLists lists;
  private final FormTexts texts;

  FormColumns(CodeLists lists, FormTexts texts) {
    this.lists = lists;
    this.texts = texts;
  }

  List<FormColumn> of(Contract contract, FormBook.Page page) {
    List<FormColumn> columns = new ArrayList<>();
    for (Column column : contract.columns()) {
      boolean told = page.ofOneClub() && (column.type() == ColumnType.CLUB || column.type() == ColumnType.COMMUNE);
      boolean aside = column.type() == ColumnType.IGNORED && !column.name().equals(ROW_NUMBER);
      if (column.form() && !told && !aside) {
        heading(column).ifPresent(heading -> columns.add(formColumn(column, heading, page)));
      }
    }
    return columns;
  }

  /** The label, when that is one of the ways the column is headed; else the first way that needs no second row. */
  private static Optional<String> heading(Column column) {
    List<HeaderSpec> whole = column.headers().stream().filter(spec -> spec.part().isEmpty() && spec.group().isEmpty()).toList();
    return whole.stream()
        .map(HeaderSpec::leaf)
        .filter(leaf -> Spelling.fold(leaf).equals(Spelling.fold(column.labelVi())))
        .findFirst()
        .or(() -> whole.stream().map(HeaderSpec::leaf).findFirst());
  }

  private FormColumn formColumn(Column column, String heading, FormBook.Page page) {
    List<String> choices = choices(column, page);
    boolean strict = column.type() == ColumnType.SEX || column.type() == ColumnType.TICK || column.type() == ColumnType.CODE;
    return new FormColumn(column, heading, choices, strict, note(column), width(column, heading));
  }

  private List<String> choices(Column column, FormBook.Page page) {
    return switch (column.type()) {
      case SEX -> List.of("Nam", "Nữ");
      case TICK -> List.of("x");
      case CODE, CODES, PROSE -> List.copyOf(lists.of(column.list().orElseThrow()).shown().values());
      case CLUB -> page.clubs();
      case COMMUNE -> page.communes();
      case TEXT, NOTE, DISTRICT, ADDRESS, PERSON_NAME, BIRTH, DATE, NATIONAL_ID, INSURANCE_NO, PHONE, COUNT, MONEY, DECIMAL, HEIGHT, PRESSURE, GLUCOSE, RATE, MONTHS, DECISION, IGNORED ->
          List.of();
    };
  }

  private String note(Column column) {
    if (column.type() == ColumnType.IGNORED) {
      return "";
    }
    String what = texts.of("type." + column.type().spelling());
    List<String> lines = new ArrayList<>();
    lines.add(texts.of(column.required() == Required.NO ? "note.optional" : "note.required", column.label(texts.language() == Language.VI)));
    if (!what.isEmpty()) {
      lines.add(what);
    }
    if (!column.list().isEmpty()) {
      lines.add(texts.of("note.list", String.join("; ", lists.of(column.list().get()).shown().values())));
    }
    column.soft().or(column::hard).ifPresent(range -> lines.add(texts.of("note.range", number(range.low()), number(range.high()))));
    String example = Examples.of(column).get(texts.language() == Language.VI ? 0 : 1);
    if (!example.equals("…")) {
      lines.add(texts.of("note.example", example));
    }
    return String.join("\n", lines);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value).replace('.', ',');
  }

  private static int width(Column column, String heading) {
    int own =
        switch (column.type()) {
          case IGNORED -> 6;
          case TICK, SEX -> 9;
          case COUNT, MONTHS, PRESSURE, DECIMAL, HEIGHT, GLUCOSE, RATE -> 11;
          case BIRTH, DATE, PHONE -> 12;
          case MONEY, NATIONAL_ID, CODE, ADDRESS, DISTRICT -> 15;
          case COMMUNE, INSURANCE_NO -> 18;
          case PERSON_NAME, CLUB, CODES, DECISION, PROSE, TEXT, NOTE -> 24;
        };
    int longestWord = Spelling.fold(heading).lines().flatMap(line -> List.of(line.split(" ")).stream()).mapToInt(String::length).max().orElse(0);
    return Math.max(own, Math.max(longestWord + 2, heading.length() / 2 + 1));
  }

  /** What is written into a cell for a value that is known. */
  Object shown(Column column, Object value) {
    return switch (value) {
      case Boolean tick -> tick ? "x" : "";
      case String code when column.type() == ColumnType.SEX -> SEXES.getOrDefault(code, "");
      case String code when column.type() == ColumnType.CODE -> label(column, code);
      case String[] codes -> String.join(", ", java.util.Arrays.stream(codes).map(code -> label(column, code)).toList());
      default -> value;
    };
  }

  private String label(Column column, String code) {
    Map<String, String> labels = lists.of(column.list().orElseThrow()).shown();
    return labels.getOrDefault(code, code);
  }
}
