package vn.ishc.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ishc.TestDatabase;

/** The right answers that lie beside the samples. */
public final class SampleAnswers {
  /** The samples, one folder per sender. */
  public static final Path FOLDER = TestDatabase.ROOT.resolve("sample-inputs");

  private SampleAnswers() {}

  /**
   * What becomes of a file.
   *
   * @param file {@code folder/name}
   * @param accepted -1 where nothing is said
   */
  public record Answer(String file, String feed, String period, String state, int accepted, int refused, int notData, LocalDate receivedOn) {}

  /** A warning or error that must be told. */
  public record Doubt(String file, String sheet, int row, String code, String severity) {}

  /** By file. */
  public static Map<String, Answer> files() {
    Map<String, Answer> answers = new TreeMap<>();
    for (String line : lines("expected.csv")) {
      String[] c = line.split(";", -1);
      answers.put(c[0], new Answer(c[0], c[1], c[2], c[3], number(c[4]), number(c[5]), number(c[6]), LocalDate.parse(c[7])));
    }
    return answers;
  }

  /** In the order of the list. */
  public static List<Doubt> findings() {
    return lines("expected-findings.csv").stream()
        .map(line -> line.split(";", -1))
        .map(c -> new Doubt(c[0], c[1], c[2].isEmpty() ? 0 : Integer.parseInt(c[2]), c[3], c[5]))
        .toList();
  }

  /** The figures of every active club at the end of each half-year, values joined by {@code ;}. */
  public static List<String> clubs() {
    return lines("expected-clubs.csv");
  }

  private static List<String> lines(String name) {
    try (Stream<String> lines = Files.lines(FOLDER.resolve(name))) {
      return lines.skip(1).filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(String text) {
    return text.isEmpty() ? -1 : Integer.parseInt(text);
  }

  /** The files in the folders below a folder, {@code folder/name}, sorted. */
  public static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.indexOf('/') > 0)
          .sorted()
          .toList();
    }
  }
}
