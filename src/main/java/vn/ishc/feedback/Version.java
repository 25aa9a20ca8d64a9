package vn.ishc.feedback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.ColumnEncoding;
import vn.ishc.clean.TextRepair;
import vn.ishc.conform.CleanRow;
import vn.ishc.conform.ShownCell;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feedback.Answer.Change;
import vn.ishc.link.ClubMention;
import vn.ishc.link.ClubName;
import vn.ishc.link.LinkedRow;
import vn.ishc.recognise.Binding;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.Value;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/**
 * The rows of one version of a file, kept to be held against another version by the same sender. A row is the same row when what tells rows apart
 * (the contract's {@code unique}) is the same; of the rest, two rows of one name in one unit are one row that changed.
 */
public final class Version implements RowSink {
  /** A list that is longer tells nobody anything. */
  public static final int CHANGES_MAX = 5_000;

  /** What replaces each other: one feed, half-year and unit. */
  private record Slice(String feed, String period, String unit) {
    Slice whole() {
      return new Slice(feed, period, "");
    }
  }

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
  private final Map<Slice, List<Row>> refused = new LinkedHashMap<>();
  private final Map<Integer, ColumnEncoding> encodings = new HashMap<>();
  private final Set<Place> erased;

  /**
   * @param erased rows that name somebody who was erased since: they are told of no more, nor what other rows of the file say in free words
   */
  public Version(Set<Place> erased) {
    this.erased = Set.copyOf(erased);
  }

  @Override
  public void table(TableReport table) {
    encodings.clear();
  }

  @Override
  public void finding(Finding finding) {}

  @Override
  public void row(TableReport table, LinkedRow row) {
    keep(rows, table, row);
  }

  @Override
  public void refused(TableReport table, LinkedRow row) {
    keep(refused, table, row);
  }

  private void keep(Map<Slice, List<Row>> all, TableReport table, LinkedRow row) {
    Contract contract = table.contract();
    if (contract.kind() == Contract.Kind.EVENT || row.repeats() > 0) {
      return;
    }
    // A row that is refused is tied to no club: it waits under its half-year alone.
    @Nullable ClubMention club = row.club();
    String unit = contract.unit() == Contract.Unit.CLUB && club != null ? (club.commune() == null ? club.communeWritten() : club.commune().code()) + "/" + club.key() : "";
    String place = (table.sheet().isEmpty() ? "" : table.sheet() + " › ") + row.clean().raw().number();
    all.computeIfAbsent(new Slice(contract.feed(), table.periodCode(), unit), slice -> new ArrayList<>())
        .add(
            new Row(
                table, club == null ? "" : club.clubWritten(), row.clean().values(), shown(table, row.clean()), place,
                erased.contains(new Place(table.number(), row.clean().raw().number()))));
  }

  /** Names and texts as they were understood, for old encodings are nothing to read; numbers and dates as the sender wrote them. */
  private String[] shown(TableReport table, CleanRow row) {
    String[] shown = new String[table.contract().columns().size()];
    Arrays.fill(shown, "");
    for (Binding binding : table.found().bindings()) {
      int at = binding.column().index();
      shown[at] =
          row.values()[at] instanceof Value.Text understood && isWords(binding.column().type())
              ? understood.text()
              : (shown[at] + " " + repaired(row.raw().cell(binding.sheetColumn()), binding.sheetColumn())).strip();
    }
    return shown;
  }

  private static boolean isWords(ColumnType type) {
    return switch (type) {
      case PERSON_NAME, TEXT, NOTE, ADDRESS, CLUB, COMMUNE, DISTRICT, PROSE -> true;
      case BIRTH, DATE, SEX, TICK, NATIONAL_ID, INSURANCE_NO, PHONE, CODE, CODES, DECISION, COUNT, MONEY, DECIMAL, HEIGHT, PRESSURE, GLUCOSE, RATE, MONTHS, IGNORED -> false;
    };
  }

  private String repaired(Cell cell, int sheetColumn) {
    String text = ShownCell.text(cell).strip();
    if (!(cell instanceof Cell.Text written)) {
      return text;
    }
    ColumnEncoding encoding = encodings.computeIfAbsent(sheetColumn, column -> new ColumnEncoding());
    encoding.observe(written.text(), written.font());
    return TextRepair.repair(written.text(), written.font(), encoding).strip();
  }

  /**
   * What is different here from the versions before.
   *
   * @param former the latest first; of each unit the first that speaks of it counts
   */
  public List<Change> since(List<Version> former) {
    List<Change> changes = new ArrayList<>();
    boolean wordsMayName = !erased.isEmpty() || former.stream().anyMatch(version -> !version.erased.isEmpty());
    Map<Slice, List<Row>> waiting = new HashMap<>();
    refused.forEach((slice, own) -> waiting.computeIfAbsent(slice.whole(), whole -> new ArrayList<>()).addAll(own));
    for (Map.Entry<Slice, List<Row>> slice : rows.entrySet()) {
      former.stream()
          .map(version -> version.rows.get(slice.getKey()))
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(before -> compare(before, slice.getValue(), waiting.getOrDefault(slice.getKey().whole(), new ArrayList<>()), wordsMayName, changes));
    }
    return List.copyOf(changes.subList(0, Math.min(changes.size(), CHANGES_MAX)));
  }

  private static void compare(List<Row> before, List<Row> now, List<Row> refused, boolean wordsMayName, List<Change> changes) {
    List<Row> left = new ArrayList<>(now);
    List<Row> gone = pair(before, left, Version::identity, wordsMayName, changes);
    gone = pair(gone, left, Version::name, wordsMayName, changes);
    gone = waiting(waiting(gone, refused, Version::identity, changes), refused, Version::name, changes);
    gone.stream().filter(row -> !row.erased()).forEach(row -> changes.add(change(Change.Kind.GONE, row, List.of(), row.place(), "")));
    left.stream().filter(row -> !row.erased()).forEach(row -> changes.add(change(Change.Kind.ADDED, row, List.of(), "", row.place())));
  }

  /** Former rows that the file still holds among those that are refused are not gone; returns the others. */
  private static List<Row> waiting(List<Row> before, List<Row> refused, Function<Row, Object> key, List<Change> changes) {
    Map<Object, Deque<Row>> held = new LinkedHashMap<>();
    refused.forEach(row -> held.computeIfAbsent(List.of(club(row), key.apply(row)), k -> new ArrayDeque<>()).add(row));
    List<Row> gone = new ArrayList<>();
    for (Row row : before) {
      @Nullable Deque<Row> own = held.get(List.of(club(row), key.apply(row)));
      @Nullable Row now = own == null ? null : own.poll();
      if (now == null) {
        gone.add(row);
      } else {
        refused.remove(now);
        if (!row.erased() && !now.erased()) {
          changes.add(change(Change.Kind.WAITING, row, List.of(), row.place(), now.place()));
        }
      }
    }
    return gone;
  }

  /** The club as the row or the head of its table writes it. */
  private static Object club(Row row) {
    Optional<Value> written = row.table().contract().firstOf(ColumnType.CLUB).map(column -> row.values()[column.index()]).filter(value -> !value.isAbsent());
    return written.<Object>map(value -> value).orElseGet(() -> row.table().unit().club().map(ClubName::display).orElse(""));
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
