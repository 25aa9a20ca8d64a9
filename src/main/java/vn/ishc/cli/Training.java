package vn.ishc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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
    for (Path sample : samples(surroundings.root())) {
      Ishc.run(Commands.all(surroundings), surroundings, "check", sample.toString());
      Ishc.run(Commands.all(surroundings), surroundings, "preview", sample.toString());
    }
  }

  /** One made-up file of each ending: every reader is walked. */
  private static Collection<Path> samples(Path root) {
    Map<String, Path> byEnding = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root.resolve("sample-inputs"), 2)) {
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> byEnding.putIfAbsent(file.toString().replaceAll(".*\\.", ""), file));
    } catch (IOException e) {
      return List.of();
    }
    return byEnding.values();
  }
}
