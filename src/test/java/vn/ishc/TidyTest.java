package vn.ishc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ishc.feedback.Words;
import vn.ishc.row.FindingCode;

/** What can be tested is not a guideline. */
class TidyTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final int METHOD_LINES_MAX = 70;
  private static final Pattern METHOD = Pattern.compile("^ {2}(?! )(?:[\\w@<>\\[\\], .?]+ )?[\\w<>]+\\([^;]*$|^ {2}(?! ).*\\) (?:throws [\\w., ]+ )?\\{$");

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Test
  void noMethodIsLongerThanSeventyLines() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      int start = -1;
      for (int i = 0; i < lines.size(); i++) {
        if (start < 0 && METHOD.matcher(lines.get(i)).find() && !lines.get(i).endsWith(",") && !lines.get(i).contains(" record ") && !lines.get(i).contains(" class ")) {
          start = i;
        } else if (start >= 0 && lines.get(i).equals("  }")) {
          if (i - start > METHOD_LINES_MAX) {
            tooLong.add(file.getFileName() + ":" + (start + 1));
          }
          start = -1;
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatTheRoomIsFor() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Path file : sources()) {
      Path info = file.resolveSibling("package-info.java");
      if (!file.getFileName().toString().equals("Application.java") && !Files.exists(info)) {
        silent.add(file.getParent().toString());
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void nobodyAsksTheMachineForTheTime() throws IOException {
    List<String> breaches = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      for (String banned : List.of("Instant.now()", "LocalDate.now()", "LocalDateTime.now()", "ZonedDateTime.now()", "new Date()")) {
        if (text.contains(banned)) {
          breaches.add(file.getFileName() + ": " + banned);
        }
      }
    }
    assertThat(breaches).isEmpty();
  }

  @Test
  void noRoomIsADrawer() throws IOException {
    List<String> drawers = List.of("util", "utils", "common", "core", "model", "dto", "service", "impl", "manager", "helper", "helpers", "misc");
    List<Path> found =
        sources().stream().filter(file -> drawers.contains(file.getParent().getFileName().toString().toLowerCase(Locale.ROOT))).toList();
    assertThat(found).isEmpty();
  }

  @Test
  void theTopLevelHoldsTheAgreedShape() throws IOException {
    List<String> allowed =
        List.of("pom.xml", "src", "sql", "jobs", "sample-inputs", "README.md", "ishc", "ishc.cmd", "target", "var", "LICENSE", "NOTICE");
    try (Stream<Path> files = Files.list(ROOT)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".") && !allowed.contains(name))).isEmpty();
    }
  }

  @Test
  void everyFindingHasItsWordsInBothLanguagesAndACodeOfItsOwn() {
    Words words = new Words();
    List<String> codes = new ArrayList<>();
    for (FindingCode code : FindingCode.values()) {
      assertThat(words.knows(code)).as(code.name()).isTrue();
      codes.add(code.code());
    }
    assertThat(codes).doesNotHaveDuplicates();
  }

  @Test
  void everyMigrationKeepsItsNumber() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("sql/migrations"))) {
      List<String> numbers = files.map(file -> file.getFileName().toString().split("__")[0]).sorted().toList();
      assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("V\\d{3}"));
    }
  }

  /** A finding that nothing gives rise to is a promise that nobody keeps. The codes below are words kept for what nothing raises yet. */
  @Test
  void everyFindingIsRaisedAndATestOrASampleShowsIt() throws IOException {
    String tests = everything("src/test/java", ".java") + Files.readString(ROOT.resolve("sample-inputs/expected-findings.csv")) + infosOfSamples();
    String program = everything("src/main/java", ".java") + everything("sql", ".sql");
    List<String> unshown = new ArrayList<>();
    List<String> unraised = new ArrayList<>();
    for (FindingCode code : FindingCode.values()) {
      Pattern name = Pattern.compile("\\b" + code.name() + "\\b|\\b" + code.code() + "\\b");
      if (!name.matcher(program).find()) {
        unraised.add(code.code());
      } else if (!name.matcher(tests).find()) {
        unshown.add(code.code());
      }
    }
    assertThat(unshown).as("raised, but shown by no test").isEmpty();
    assertThat(unraised).as("raised by nothing").isEmpty();
  }

  private static String infosOfSamples() throws IOException {
    return everything("src/test/resources/golden/walk", ".txt").lines().filter(line -> line.startsWith("INFO ")).map(line -> line.substring(5, 8)).distinct().reduce("", (all, code) -> all + " " + code);
  }

  private static String everything(String folder, String ending) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      for (Path file : files.filter(each -> each.toString().endsWith(ending)).sorted().toList()) {
        if (!file.endsWith("FindingCode.java") && !file.endsWith("TidyTest.java")) {
          text.append(Files.readString(file));
        }
      }
    }
    return text.toString();
  }
}
