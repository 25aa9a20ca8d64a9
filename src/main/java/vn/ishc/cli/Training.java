package vn.ishc.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A walk through the short commands, so that the Java machine remembers their classes and the next start is quick. The
 * launcher runs it once after each build; nothing is printed and no database is started.
 */
public final class Training {
  private static final String NO_SERVER = "jdbc:postgresql://127.0.0.1:1/ishc";

  private Training() {}

  /** Walks through them; what fails has still loaded its classes. */
  public static void run() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            nowhere,
            nowhere,
            InputStream.nullInputStream(),
            Map.of("ISHC_DB_URL", NO_SERVER),
            Path.of(System.getProperty("ishc.root", "")).toAbsolutePath(),
            "");
    for (String words : List.of("--help", "--lang en help sql", "sql select", "db status", "no-such-command")) {
      Ishc.run(Commands.all(surroundings), surroundings, words.split(" ", -1));
    }
  }
}
