package vn.ishc.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON text (RFC 8259). */
public final class Json {
  private Json() {}

  /**
   * The JSON text of a value: null, text, number, truth, {@link List} or {@link Map} of such; else of its text.
   * Numbers that JSON does not know ({@code NaN}) become text.
   */
  public static String of(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case Boolean truth -> out.append(truth);
      case Raw raw -> out.append(raw.json());
      case BigDecimal number -> out.append(number.toPlainString());
      case Long number -> out.append(number);
      case Integer number -> out.append(number);
      case Short number -> out.append(number);
      case BigInteger number -> out.append(number);
      case Double number when Double.isFinite(number) -> out.append(number);
      case Float number when Float.isFinite(number) -> out.append(number);
      case List<?> list -> list(out, list);
      case Map<?, ?> map -> map(out, map);
      default -> text(out, value.toString());
    }
  }

  /**
   * Text that is JSON already.
   *
   * @param json the text
   */
  record Raw(String json) {}

  private static void list(StringBuilder out, List<?> list) {
    String separator = "[";
    for (Object each : list) {
      out.append(separator);
      append(out, each);
      separator = ",";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void map(StringBuilder out, Map<?, ?> map) {
    String separator = "{";
    for (Map.Entry<?, ?> each : map.entrySet()) {
      out.append(separator);
      text(out, String.valueOf(each.getKey()));
      out.append(':');
      append(out, each.getValue());
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void text(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(out, text.charAt(i));
    }
    out.append('"');
  }

  private static void character(StringBuilder out, char each) {
    switch (each) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (each < ' ' || Character.isSurrogate(each)) {
          out.append("\\u").append(HexFormat.of().toHexDigits(each));
        } else {
          out.append(each);
        }
      }
    }
  }
}
