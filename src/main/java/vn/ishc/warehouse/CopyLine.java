package vn.ishc.warehouse;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Value;

/** One line in PostgreSQL's COPY text format; values are typed already, so nothing in a line can fail to parse. */
final class CopyLine {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder line = new StringBuilder(256);
  private boolean first = true;

  CopyLine clear() {
    line.setLength(0);
    first = true;
    return this;
  }

  private void next() {
    if (!first) {
      line.append('\t');
    }
    first = false;
  }

  CopyLine add(@Nullable String text) {
    next();
    if (text == null) {
      line.append("\\N");
    } else {
      escape(text);
    }
    return this;
  }

  /** Bytes of a {@code bytea}. */
  CopyLine add(byte @Nullable [] bytes) {
    next();
    if (bytes == null) {
      line.append("\\N");
      return this;
    }
    line.append("\\\\x");
    for (byte each : bytes) {
      line.append(HEX[each >> 4 & 15]).append(HEX[each & 15]);
    }
    return this;
  }

  CopyLine add(long number) {
    next();
    line.append(number);
    return this;
  }

  CopyLine add(boolean flag) {
    next();
    line.append(flag ? 't' : 'f');
    return this;
  }

  CopyLine addOrNull(long number) {
    return number == 0 ? add((String) null) : add(number);
  }

  CopyLine add(Value value) {
    switch (value) {
      case Value.Absent absent -> add((String) null);
      case Value.Text text -> add(text.text());
      case Value.Whole whole -> add(whole.number());
      case Value.Decimal decimal -> add(decimal.number().toPlainString());
      case Value.Date date -> add(date.date().from().toString());
      case Value.Flag flag -> add(flag.on());
      case Value.Code code -> add(code.code());
      case Value.Codes codes -> add(array(codes.codes()));
    }
    return this;
  }

  CopyLine addJson(Map<String, String> texts) {
    return texts.isEmpty() ? add((String) null) : add(json(texts));
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\0' -> {}
        default -> line.append(c);
      }
    }
  }

  private static String array(Collection<String> codes) {
    return "{" + String.join(",", codes.stream().sorted().map(code -> '"' + code.replace("\\", "\\\\").replace("\"", "\\\"") + '"').toList()) + "}";
  }

  private static String json(Map<String, String> texts) {
    StringBuilder json = new StringBuilder("{");
    texts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                json.append(json.length() == 1 ? "" : ",").append(quoted(entry.getKey())).append(':').append(quoted(entry.getValue())));
    return json.append('}').toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < 0x20) {
        quoted.append(' ');
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  String end() {
    line.append('\n');
    return line.toString();
  }
}
