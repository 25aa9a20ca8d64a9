package vn.ishc.feedback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ishc.conform.ShownCell;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feedback.Answer.Change;
import vn.ishc.link.ClubMention;
import vn.ishc.link.LinkedRow;
import vn.ishc.recognise.Binding;
import vn.ishc.row.Finding;
import vn.ishc.row.Value;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/**
 * The accepted rows of one version of a file, kept to be held against another version by the same sender. A row is the same row when what tells rows apart
 * (the contract's {@code unique}) is the same; of the rest, two rows of one name in one unit are one row that changed.
 */
public final class Version implements RowSink {
  /** A list that is longer tells nobody anything. */
  public static final int CHANGES_MAX = 5_000;

  /** What replaces each other: one feed, half-year and unit. */
  private record Slice(String feed, String period, String unit) {}

  private record Row(TableReport table, String club, Value[] values, String[] shown, String place, boolean erased) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /**
   * A row of the file.
   *
   * @param table number of its table
   * @param number as a person sees it
   */
  public record Place(int table, int number) {}

  private final Map<Slice, List<Row>> rows = new LinkedHashMap<>();
  private final Set<Place> erased;

  /**
   * @param erased rows that name somebody who was erased since: they are told of no more, nor what other rows of the file say in free words
   */
  public Version(Set<Place> erased) {
    this.erased = Set.copyOf(erased);
  }

  @Override
  public void table(TableReport table) {}

  @Override
  public void finding(Finding finding) {}

  @Override
  public void row(TableReport table, LinkedRow row) {
    Contract contract = table.contract();
    if (contract.kind() == Contract.Kind.EVENT || row.repeats() > 0) {
      return;
    }
    @Nullable ClubMention club = row.club();
    String unit = contract.unit() == Contract.Unit.CLUB && club != null ? (club.commune() == null ? club.communeWritten() : club.commune().code()) + "/" + club.key() : "";
    String[] shown = new String[contract.columns().size()];
    Arrays.fill(shown, "");
    for (Binding binding : table.found().bindings()) {
      String text = ShownCell.text(row.clean().raw().cell(binding.sheetColumn())).strip();
      int at = binding.column().index();
      shown[at] = (shown[at] + " " + text).strip();
    }
    String place = (table.sheet().isEmpty() ? "" : table.sheet() + " › ") + row.clean().raw().number();
    rows.computeIfAbsent(new Slice(contract.feed(), table.periodCode(), unit), slice -> new ArrayList<>())
        .add(new Row(table, club == null ? "" : club.clubWritten(), row.clean().values(), shown, place, erased.contains(new Place(table.number(), row.clean().raw().number()))));
  }

  /**
   * What is different here from the versions before.
   *
   * @param former the latest first; of each unit the first that speaks of it counts
   */
  public List<Change> since(List<Version> former) {
    List<Change> changes = new ArrayList<>();
    boolean wordsMayName = !erased.isEmpty() || former.stream().anyMatch(version -> !version.erased.isEmpty());
    for (Map.Entry<Slice, List<Row>> slice : rows.entrySet()) {
      former.stream()
          .map(version -> version.rows.get(slice.getKey()))
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(before -> compare(before, slice.getValue(), wordsMayName, changes));
    }
    return List.copyOf(changes.subList(0, Math.min(changes.size(), CHANGES_MAX)));
  }

  private static void compare(List<Row> before, List<Row> now, boolean wordsMayName, List<Change> changes) {
    List<Row> left = new ArrayList<>(now);
    List<Row> gone = pair(before, left, Version::identity, wordsMayName, changes);
    gone = pair(gone, left, Version::name, wordsMayName, changes);
    gone.stream().filter(row -> !row.erased()).forEach(row -> changes.add(change(Change.Kind.GONE, row, List.of(), row.place(), "")));
    left.stream().filter(row -> !row.erased()).forEach(row -> changes.add(change(Change.Kind.ADDED, row, List.of(), "", row.place())));
  }

  /** Takes rows of the same key together, in their order; returns the former ones that found no partner. */
  private static List<Row> pair(List<Row> before, List<Row> now, Function<Row, Object> key, boolean wordsMayName, List<Change> changes) {
    Map<Object, Deque<Row>> waiting = new LinkedHashMap<>();
    now.forEach(row -> waiting.computeIfAbsent(key.apply(row), k -> new ArrayDeque<>()).add(row));
    List<Row> alone = new ArrayList<>();
    java.util.Set<Row> paired = new java.util.HashSet<>();
    for (Row row : before) {
      @Nullable Deque<Row> own = waiting.get(key.apply(row));
      @Nullable Row partner = own == null ? null : own.poll();
      if (partner == null) {
        alone.add(row);
      } else {
        paired.add(partner);
        List<String> details = details(row, partner, wordsMayName);
        if (!details.isEmpty() && !row.erased() && !partner.erased()) {
          changes.add(change(Change.Kind.CHANGED, partner, details, row.place(), partner.place()));
        }
      }
    }
    now.removeAll(paired);
    return alone;
  }

  private static Object identity(Row row) {
    Contract contract = row.table().contract();
    return contract.unique().stream().flatMap(name -> contract.column(name).stream()).map(column -> row.values()[column.index()]).toList();
  }

  /** The name of the person; where rows name nobody, what comes first of what tells them apart. */
  private static Object name(Row row) {
    return List.of(naming(row.table().contract()).map(column -> row.values()[column.index()]).orElse(Value.ABSENT));
  }

  private static Optional<Column> naming(Contract contract) {
    return contract.firstOf(ColumnType.PERSON_NAME).filter(column -> contract.unique().contains(column.name())).or(() -> contract.unique().stream().flatMap(name -> contract.column(name).stream()).findFirst());
  }

  private static List<String> details(Row before, Row now, boolean wordsMayName) {
    List<String> details = new ArrayList<>();
    for (Column column : now.table().contract().columns()) {
      int at = column.index();
      if (!before.values()[at].equals(now.values()[at])) {
        boolean withheld = wordsMayName && (column.type() == ColumnType.NOTE || column.type() == ColumnType.TEXT || column.type() == ColumnType.PROSE);
        details.add(column.labelVi() + ": " + (withheld ? "(đã đổi)" : quoted(before.shown()[at]) + " → " + quoted(now.shown()[at])));
      }
    }
    return details;
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "(trống)" : "“" + text + "”";
  }

  private static Change change(Change.Kind kind, Row row, List<String> details, String before, String now) {
    Contract contract = row.table().contract();
    Optional<Column> person = contract.firstOf(ColumnType.PERSON_NAME).filter(column -> contract.unique().contains(column.name()));
    String who =
        person
            .map(column -> row.shown()[column.index()])
            .orElseGet(() -> String.join(" · ", contract.unique().stream().flatMap(name -> contract.column(name).stream()).map(column -> row.shown()[column.index()]).filter(text -> !text.isEmpty()).toList()));
    return new Change(kind, contract.titleVi(), row.club(), who, details, before, now);
  }
}
