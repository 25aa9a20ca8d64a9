package vn.ishc.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.ishc.feedback.Officer.Line;
import vn.ishc.feedback.Officer.Work;
import vn.ishc.run.FileOutcome;
import vn.ishc.warehouse.EmbeddedServer;

/**
 * Sends every file of an inbox round once: it is loaded, its answer repaired by the {@link Officer}, dropped back and loaded again. Each must come back
 * without an error and take the place of what was sent first.
 *
 * <p>{@code java -cp … vn.ishc.feedback.RepairRun INBOX [HOME [PLAN]]}; a line of PLAN is a day and a file below INBOX, with a tab between, and says when the file
 * comes in. Files without a line come on the last day of all. With {@code -Dishc.repair.doubts=true} doubts are acted upon as well.
 */
final class RepairRun {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  /** What no pen mends: the file cannot be opened, or is nobody's, or has come already. */
  private static final Set<String> BEYOND_CELLS = Set.of("F01", "F02", "F03", "F04", "F05", "F06", "F08");

  /** Beyond cells as well where there is none. */
  private static final String NO_TABLE = "F07";

  /** The cure of a row that repeats another one is to delete it. */
  private static final String DELETED = "R01";

  /** How a file fared. */
  enum Fate {
    /** Nothing kept a row of it out. */
    SOUND,
    /** It came back without an error. */
    REPAIRED,
    /** It cannot be mended in its cells. */
    BEYOND_CELLS,
    /** It should have come back without an error, and did not. */
    BROKEN
  }

  /**
   * One file on its way round.
   *
   * @param file {@code sender/name}
   * @param fate how it fared
   * @param first rows accepted and refused of what was sent first
   * @param repaired cells that were written into
   * @param why what the page says, or what is wrong with what came back
   */
  record Round(String file, Fate fate, String first, int repaired, List<String> why) {
    @Override
    public String toString() {
      return "%-13s %-70s %-9s %3d  %s".formatted(fate, file, first, repaired, String.join(" | ", why));
    }
  }

  private final RepairHome home;
  private final boolean doubtsToo;
  private LocalDate today = DAY;

  /**
   * @param doubtsToo whether the officer acts upon doubts as well: those that were acted upon must not be told again
   */
  RepairRun(RepairHome home, boolean doubtsToo) {
    this.home = home;
    this.doubtsToo = doubtsToo;
  }

  /**
   * Loads everything, then each answer that tells of errors, one after the other.
   *
   * @param inbox folders of senders
   * @param days when a file comes in, by {@code sender/name}
   */
  List<Round> run(Path inbox, Map<String, LocalDate> days) throws Exception {
    // What is nobody's stays in the inbox, and comes out of every load.
    Map<String, FileOutcome> outcomes = new LinkedHashMap<>();
    for (Map.Entry<LocalDate, List<String>> day : byDay(inbox, days).entrySet()) {
      for (String file : day.getValue()) {
        home.drop(file.substring(0, file.indexOf('/')), inbox.resolve(file));
      }
      home.load(day.getKey()).forEach(outcome -> outcomes.put(outcome.folder() + "/" + outcome.name(), outcome));
      today = day.getKey();
    }
    List<Round> rounds = new ArrayList<>();
    for (FileOutcome outcome : outcomes.values()) {
      rounds.add(round(outcome));
    }
    return rounds;
  }

  private static Map<LocalDate, List<String>> byDay(Path inbox, Map<String, LocalDate> days) throws IOException {
    LocalDate last = days.values().stream().max(LocalDate::compareTo).orElse(DAY);
    Map<LocalDate, List<String>> byDay = new TreeMap<>();
    try (Stream<Path> files = Files.walk(inbox)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = inbox.relativize(file).toString().replace('\\', '/');
        if (name.indexOf('/') > 0) {
          byDay.computeIfAbsent(days.getOrDefault(name, last), day -> new ArrayList<>()).add(name);
        }
      }
    }
    return byDay;
  }

  private Round round(FileOutcome sent) throws Exception {
    String file = sent.folder() + "/" + sent.name();
    String first = sent.accepted() + "+" + sent.refused();
    boolean faulty = sent.errors() > 0 || (doubtsToo && sent.warnings() > 0) || sent.refused() > 0 || sent.state().equals("refused");
    if (!faulty) {
      return new Round(file, sent.state().equals("duplicate") ? Fate.BEYOND_CELLS : Fate.SOUND, first, 0, sent.state().equals("duplicate") ? List.of("duplicate") : List.of());
    }
    Path answer = home.path("outbox").resolve(sent.folder().isEmpty() ? "_khong-ro" : sent.folder()).resolve(AnswerWorkbook.nameFor(sent.name()));
    List<Line> told = Officer.read(answer);
    Optional<Line> beyond = told.stream().filter(line -> BEYOND_CELLS.contains(line.code()) || (line.code().equals(NO_TABLE) && sent.rowsRead() == 0)).findFirst();
    if (beyond.isPresent()) {
      return new Round(file, Fate.BEYOND_CELLS, first, 0, List.of(beyond.get().code() + " " + beyond.get().message()));
    }
    Path repaired = home.path("repaired").resolve(sent.folder()).resolve(answer.getFileName());
    Work work = Officer.repair(answer, repaired, doubtsToo);
    home.drop(sent.folder(), repaired);
    today = today.plusDays(1);
    String name = repaired.getFileName().toString();
    FileOutcome back = home.load(today).stream().filter(outcome -> outcome.folder().equals(sent.folder()) && outcome.name().equals(name)).findFirst().orElseThrow();
    List<String> wrong = wrong(sent, back, work);
    return new Round(file, wrong.isEmpty() ? Fate.REPAIRED : Fate.BROKEN, first, work.repaired(), wrong);
  }

  /** What is wrong with what came back; nothing when all is well. */
  private List<String> wrong(FileOutcome sent, FileOutcome back, Work work) throws Exception {
    List<String> wrong = new ArrayList<>(doubtsToo ? List.of() : work.helpless());
    int gone = (int) work.done().stream().filter(line -> line.startsWith(DELETED)).count();
    int rows = sent.accepted() + sent.refused() - gone;
    if (!back.state().equals("loaded") && !back.state().equals("loaded_with_findings")) {
      wrong.add("it is " + back.state());
    }
    if (back.accepted() != rows || back.refused() > 0) {
      wrong.add("%d rows accepted and %d refused of %d".formatted(back.accepted(), back.refused(), rows));
    }
    home.rows("select concat_ws(' ', severity, code, coalesce(row_number, 0), sheet, cell) from ops.finding where severity <> 'info' and not confirmed and file_id = ? order by finding_no", back.fileId()).stream()
        .filter(finding -> finding.startsWith("error") || (doubtsToo && work.done().contains(finding.replaceFirst("^\\S+ (\\S+ \\S+).*", "$1"))))
        .forEach(finding -> wrong.add("left: " + finding));
    home.rows("select feed || ' ' || period || ' ' || unit_key from ops.slice where not in_force and file_id = ?", back.fileId()).forEach(slice -> wrong.add("not in force: " + slice));
    // Tables of events add up: both files count, and a row of both counts once.
    home.rows("select feed || ' ' || period || ' ' || unit_key from ops.slice where in_force and file_id = ?", sent.fileId()).stream()
        .filter(slice -> home.replaces(slice.substring(0, slice.indexOf(' '))))
        .forEach(slice -> wrong.add("in force still: " + slice));
    return wrong;
  }

  /** Runs and prints; ends with 1 when a file did not come back clean. */
  public static void main(String[] args) throws Exception {
    Path inbox = Path.of(args[0]).toAbsolutePath();
    Path folder = args.length > 1 ? Path.of(args[1]).toAbsolutePath() : Files.createTempDirectory("ishc-repair");
    Map<String, LocalDate> days = args.length > 2 ? plan(Path.of(args[2])) : Map.of();
    boolean doubtsToo = Boolean.getBoolean("ishc.repair.doubts");
    List<Round> rounds;
    try {
      rounds = new RepairRun(new RepairHome(folder, Optional.empty()), doubtsToo).run(inbox, days);
    } finally {
      new EmbeddedServer(folder).stop();
    }
    for (Fate fate : Fate.values()) {
      List<Round> of = rounds.stream().filter(round -> round.fate() == fate).toList();
      System.out.println(fate + " " + of.size());
      of.stream().filter(round -> fate != Fate.SOUND).forEach(System.out::println);
    }
    System.exit(rounds.stream().anyMatch(round -> round.fate() == Fate.BROKEN) ? 1 : 0);
  }

  private static Map<String, LocalDate> plan(Path file) throws IOException {
    Map<String, LocalDate> days = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("\t", 2);
      days.put(parts[1].replaceFirst("^inbox/", ""), LocalDate.parse(parts[0]));
    }
    return days;
  }
}
