package vn.ishc.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the small tables that lie beside the classes of this package. */
final class Tables {
  private Tables() {}

  /** The whole text of a table; a missing one is a bug of the build. */
  static String text(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the table " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table that hold something. */
  static List<String> lines(String name) {
    return text(name).lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * The rows of a csv table of two columns without quotes; the header is left out, the second
   * column may hold commas.
   */
  static List<String[]> pairs(String name) {
    return lines(name).stream().skip(1).map(line -> line.split(",", 2)).toList();
  }

  /** {@code "U+0041 U+00C0"} as characters. */
  static String characters(String codePoints) {
    StringBuilder text = new StringBuilder();
    for (String point : codePoints.split(" ")) {
      text.appendCodePoint(Integer.parseInt(point.substring(2), 16));
    }
    return text.toString();
  }
}
