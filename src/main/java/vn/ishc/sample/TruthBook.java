package vn.ishc.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;
import vn.ishc.row.Severity;

/** Keeps what was written, and works out what a reader must make of all of it together. */
final class TruthBook {
  private record Entry(FileAuthor.Written file, SampleTruth.State state) {
    Period period() {
      return file.plan().period();
    }

    LocalDate receivedOn() {
      return file.plan().receivedOn();
    }

    /** Tells of the same slice, and tells it later. */
    boolean replaces(Entry older, Club club) {
      return period().equals(older.period())
          && receivedOn().isAfter(older.receivedOn())
          && file.answer().rosters().containsKey(club);
    }

    boolean replacesRegistryOf(Entry older) {
      return file.answer().hasRegistry()
          && period().equals(older.period())
          && receivedOn().isAfter(older.receivedOn())
          && file.plan().issuer().code().equals(older.file.plan().issuer().code());
    }
  }

  private final List<Entry> loaded = new ArrayList<>();
  private final List<SampleTruth.File> others = new ArrayList<>();
  private final List<Entry> refusedWhole = new ArrayList<>();

  /** A file with a table in it. */
  void add(FileAuthor.Written file) {
    FilePlan plan = file.plan();
    if (plan.has(Trait.UNKNOWN_SUBMITTER)) {
      refusedWhole.add(new Entry(file, SampleTruth.State.REFUSED));
    } else if (file.refused() * 5 > file.accepted() + file.refused()) {
      refusedWhole.add(new Entry(file, SampleTruth.State.REFUSED));
    } else {
      boolean sick = file.answer().findings().stream().anyMatch(f -> f.severity() != Severity.INFO);
      loaded.add(
          new Entry(
              file, sick ? SampleTruth.State.LOADED_WITH_FINDINGS : SampleTruth.State.LOADED));
    }
  }

  /** A file that cannot be read. */
  void addBroken(String path, BrokenFiles broken, LocalDate receivedOn) {
    others.add(
        new SampleTruth.File(
            path,
            "",
            null,
            SampleTruth.State.REFUSED,
            null,
            null,
            null,
            receivedOn,
            broken.words(),
            List.of(),
            List.of(new SampleTruth.Finding("", 0, broken.code(), Severity.ERROR))));
  }

  /** The same bytes as another file, received after it. */
  void addDuplicate(String path, FilePlan of, LocalDate receivedOn) {
    others.add(
        new SampleTruth.File(
            path,
            feeds(of),
            of.period(),
            SampleTruth.State.DUPLICATE,
            0,
            0,
            0,
            receivedOn,
            "the same bytes as " + of.name(),
            List.of(),
            List.of()));
  }

  /** The whole truth. */
  SampleTruth truth(List<Club> clubs, List<Period> periods) {
    List<SampleTruth.File> files = new ArrayList<>(others);
    loaded.forEach(entry -> files.add(file(entry)));
    refusedWhole.forEach(entry -> files.add(refused(entry)));
    files.sort(Comparator.comparing(SampleTruth.File::path));
    List<SampleTruth.ClubFigures> figures = new ArrayList<>();
    for (Period period : periods) {
      clubs.stream()
          .filter(club -> active(club, period))
          .forEach(club -> figures.add(figures(club, period)));
    }
    return new SampleTruth(List.copyOf(files), List.copyOf(figures));
  }

  private SampleTruth.File file(Entry entry) {
    FileAuthor.Written file = entry.file();
    FilePlan plan = file.plan();
    boolean targets = plan.feeds().contains(SampleFeed.PLAN_TARGETS);
    SampleTruth.State state = superseded(entry) ? SampleTruth.State.SUPERSEDED : entry.state();
    return new SampleTruth.File(
        plan.folder() + "/" + plan.name(),
        feeds(plan),
        targets ? null : plan.period(),
        state,
        file.accepted(),
        file.refused(),
        file.notData(),
        plan.receivedOn(),
        kind(plan),
        oddities(plan),
        List.copyOf(file.answer().findings()));
  }

  private SampleTruth.File refused(Entry entry) {
    FilePlan plan = entry.file().plan();
    FindingCode why =
        plan.has(Trait.UNKNOWN_SUBMITTER)
            ? FindingCode.SUBMITTER_UNKNOWN
            : FindingCode.TOO_MANY_REFUSED;
    return new SampleTruth.File(
        plan.folder() + "/" + plan.name(),
        feeds(plan),
        null,
        SampleTruth.State.REFUSED,
        null,
        null,
        null,
        plan.receivedOn(),
        kind(plan),
        oddities(plan),
        List.of(new SampleTruth.Finding("", 0, why, Severity.ERROR)));
  }

  private boolean superseded(Entry entry) {
    Answer answer = entry.file().answer();
    if (answer.rosters().isEmpty() && !answer.hasRegistry()) {
      return false;
    }
    boolean rosters =
        answer.rosters().keySet().stream()
            .allMatch(club -> loaded.stream().anyMatch(e -> e.replaces(entry, club)));
    boolean registry =
        !answer.hasRegistry() || loaded.stream().anyMatch(e -> e.replacesRegistryOf(entry));
    return rosters && registry;
  }

  private boolean active(Club club, Period period) {
    Entry registry =
        latest(
            period,
            entry -> entry.file().answer().hasRegistry() && covers(entry.file().plan(), club));
    return registry != null
        && registry.file().answer().registered().contains(club)
        && club.activeAt(period);
  }

  private static boolean covers(FilePlan plan, Club club) {
    String unit = plan.issuer().code();
    return unit.equals(club.site().district().code()) || unit.equals(club.site().in130().code());
  }

  private @Nullable Entry latest(Period period, Predicate<Entry> fit) {
    return loaded.stream()
        .filter(e -> e.period().compareTo(period) <= 0)
        .filter(fit)
        .max(Comparator.comparing(Entry::period).thenComparing(Entry::receivedOn))
        .orElse(null);
  }

  private SampleTruth.ClubFigures figures(Club club, Period period) {
    Entry roster = latest(period, entry -> entry.file().answer().rosters().containsKey(club));
    LocalDate day = period.end();
    List<Answer.Told> members =
        roster == null
            ? List.of()
            : Objects.requireNonNull(roster.file().answer().rosters().get(club)).stream()
                .filter(told -> told.memberAt(day))
                .toList();
    boolean known = roster != null;
    Places.Commune commune = club.site().at(period);
    LocalDate founded =
        club.yearOnly() ? LocalDate.of(club.founded().getYear(), 1, 1) : club.founded();
    return new SampleTruth.ClubFigures(
        club.hamlet(),
        club.site().district().code(),
        commune.code(),
        commune.fullName(),
        founded,
        founded.getYear() < 2021 ? "baseline" : "new",
        period,
        count(known, members, told -> true),
        count(known, members, Answer.Told::woman),
        count(known, members, told -> told.reached(60, day)),
        count(known, members, told -> told.reached(55, day)),
        count(known, members, told -> told.economy() == Person.Economy.POOR),
        count(known, members, told -> told.economy() == Person.Economy.NEAR_POOR),
        count(known, members, Answer.Told::minority),
        count(known, members, Answer.Told::lone),
        count(known, members, Answer.Told::priority),
        count(known, members, Answer.Told::volunteer),
        roster == null ? null : roster.period());
  }

  private static @Nullable Integer count(
      boolean known, List<Answer.Told> members, Predicate<Answer.Told> what) {
    return known ? (int) members.stream().filter(what).count() : null;
  }

  private static String feeds(FilePlan plan) {
    return plan.feeds().stream()
        .map(SampleFeed::code)
        .sorted()
        .reduce((a, b) -> a + "+" + b)
        .orElse("");
  }

  private static String kind(FilePlan plan) {
    String kind = feeds(plan).replace("+", " + ");
    String form =
        switch (plan.form()) {
          case XLSX -> "";
          case XLSM -> ", workbook with macros";
          case XLS -> ", old .xls workbook";
          case ODS -> ", OpenDocument sheet";
          case CSV -> ", CSV, UTF-8 with BOM, semicolons";
          case CSV_WINDOWS -> ", CSV in windows-1258, semicolons";
          case UNICODE_TEXT -> ", text in UTF-16 with tabs";
          case TSV -> ", text in UTF-8 with tabs";
        };
    boolean targets = plan.feeds().contains(SampleFeed.PLAN_TARGETS);
    return kind + (targets ? "" : " " + plan.period().code()) + form;
  }

  private static List<String> oddities(FilePlan plan) {
    return plan.traits().stream().sorted().map(Trait::words).toList();
  }
}
