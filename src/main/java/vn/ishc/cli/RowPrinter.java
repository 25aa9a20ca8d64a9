package vn.ishc.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the rows of an answer one by one, so that its length does not matter. */
abstract sealed class RowPrinter {
  /** What a table shows where there is no value; an empty text shows as nothing. */
  static final String ABSENT = "∅";

  final List<Heading> headings;

  private RowPrinter(List<Heading> headings) {
    this.headings = headings;
  }

  /**
   * A column of the answer.
   *
   * @param title its name
   * @param type one of {@link Types}
   * @param typeName PostgreSQL's name of the type
   */
  record Heading(String title, int type, String typeName) {
    boolean number() {
      return switch (type) {
        case Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.REAL, Types.DOUBLE -> true;
        default -> false;
      };
    }

    boolean json() {
      return typeName.equals("json") || typeName.equals("jsonb");
    }
  }

  static RowPrinter of(OutputFormat format, Appendable out, ResultSetMetaData answer)
      throws SQLException, IOException {
    List<Heading> headings = headings(answer);
    return switch (format) {
      case TABLE -> new AsTable(out, headings);
      case CSV -> new AsCsv(out, headings);
      case JSON -> new AsJson(out, headings);
    };
  }

  private static List<Heading> headings(ResultSetMetaData answer) throws SQLException {
    List<Heading> headings = new ArrayList<>();
    for (int i = 1; i <= answer.getColumnCount(); i++) {
      String typeName = answer.getColumnTypeName(i).toLowerCase(Locale.ROOT);
      headings.add(new Heading(answer.getColumnLabel(i), answer.getColumnType(i), typeName));
    }
    return headings;
  }

  abstract void row(ResultSet row) throws SQLException, IOException;

  abstract void end() throws IOException;

  /** The value as PostgreSQL writes it, truths as words; null where there is none. */
  final @Nullable String text(ResultSet row, int column) throws SQLException {
    if (headings.get(column).typeName().equals("bool")) {
      boolean truth = row.getBoolean(column + 1);
      return row.wasNull() ? null : String.valueOf(truth);
    }
    return row.getString(column + 1);
  }

  final List<@Nullable String> texts(ResultSet row) throws SQLException {
    List<@Nullable String> texts = new ArrayList<>(headings.size());
    for (int i = 0; i < headings.size(); i++) {
      texts.add(text(row, i));
    }
    return texts;
  }

  private static final class AsTable extends RowPrinter {
    private final TextTable table;

    AsTable(Appendable out, List<Heading> headings) {
      super(headings);
      List<TextTable.Column> columns =
          headings.stream().map(each -> new TextTable.Column(each.title(), each.number())).toList();
      this.table = new TextTable(out, columns);
    }

    @Override
    void row(ResultSet row) throws SQLException, IOException {
      List<String> cells = new ArrayList<>(headings.size());
      for (String text : texts(row)) {
        cells.add(text == null ? ABSENT : text);
      }
      table.row(cells);
    }

    @Override
    void end() throws IOException {
      table.end();
    }
  }

  private static final class AsCsv extends RowPrinter {
    private final Csv csv;

    AsCsv(Appendable out, List<Heading> headings) throws IOException {
      super(headings);
      this.csv = new Csv(out);
      csv.row(headings.stream().map(Heading::title).toList());
    }

    @Override
    void row(ResultSet row) throws SQLException, IOException {
      csv.row(texts(row));
    }

    @Override
    void end() {}
  }

  private static final class AsJson extends RowPrinter {
    private final Appendable out;
    private final List<String> keys;
    private String separator = "[\n";

    AsJson(Appendable out, List<Heading> headings) {
      super(headings);
      this.out = out;
      this.keys = keys(headings);
    }

    /** Two columns of one name would be one key: the second gets a number. */
    private static List<String> keys(List<Heading> headings) {
      List<String> keys = new ArrayList<>();
      for (Heading heading : headings) {
        String key = heading.title();
        for (int number = 2; keys.contains(key); number++) {
          key = heading.title() + "_" + number;
        }
        keys.add(key);
      }
      return keys;
    }

    @Override
    void row(ResultSet row) throws SQLException, IOException {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        object.put(keys.get(i), value(row, i));
      }
      out.append(separator).append(Json.of(object));
      separator = ",\n";
    }

    private @Nullable Object value(ResultSet row, int column) throws SQLException {
      Heading heading = headings.get(column);
      if (heading.type() == Types.ARRAY) {
        Array array = row.getArray(column + 1);
        return array == null ? null : plain(array.getArray());
      }
      String text = text(row, column);
      if (text == null) {
        return null;
      }
      if (heading.json()) {
        return new Json.Raw(text);
      }
      boolean truth = heading.typeName().equals("bool");
      return truth ? (Object) Boolean.valueOf(text) : heading.number() ? number(text) : text;
    }

    /** {@code NaN} and {@code Infinity} stay text: JSON has no number for them. */
    private static Object number(String text) {
      return Character.isLetter(text.charAt(text.length() - 1)) ? text : new BigDecimal(text);
    }

    private static @Nullable Object plain(@Nullable Object element) {
      return element instanceof Object[] list ? Arrays.stream(list).map(AsJson::plain).toList() : element;
    }

    @Override
    void end() throws IOException {
      out.append(separator.startsWith("[") ? "[]\n" : "\n]\n");
    }
  }
}
