package vn.ishc.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a feed promises: one per file in {@code jobs/feeds}.
 *
 * @param feed its name, for example {@code member-roster}
 * @param titleVi what people call it
 * @param titleEn the same in English
 * @param kind how files of it relate to earlier ones
 * @param unit what a slice of it speaks of
 * @param senders kinds of submitters it is expected from; empty for all
 * @param words phrases of a title that speak for it
 * @param notWords phrases of a title that speak against it
 * @param refuseAbove share of refused rows above which all of its rows in a file are refused
 * @param columns in the order of the values of a row
 * @param persons the persons a row names
 * @param unique names of the columns that tell two rows of a slice apart
 * @param rules cross-column checks
 */
public record Contract(
    String feed,
    String titleVi,
    String titleEn,
    Kind kind,
    Unit unit,
    Set<String> senders,
    List<String> words,
    List<String> notWords,
    double refuseAbove,
    List<Column> columns,
    List<PersonSpec> persons,
    List<String> unique,
    List<RuleSpec> rules) {

  /** How files relate to earlier ones. */
  public enum Kind {
    /** A file replaces what was said before for (feed, unit, period). */
    SLICE,
    /** Rows are added or corrected by their natural key. */
    EVENT
  }

  /** What a slice speaks of. */
  public enum Unit {
    PLAN,
    DISTRICT,
    CLUB,
    SUBMITTER
  }

  /**
   * A person that a row names.
   *
   * @param role for example {@code member}, {@code volunteer}
   * @param fields person field ({@code full_name birth sex national_id insurance_no phone address}) to column name
   */
  public record PersonSpec(String role, Map<String, String> fields) {
    /** Copies the fields. */
    public PersonSpec {
      fields = Map.copyOf(fields);
    }

    /** The name of the column that holds a field. */
    public Optional<String> column(String field) {
      return Optional.ofNullable(fields.get(field));
    }
  }

  /**
   * A check over several columns.
   *
   * @param rule its kind
   * @param columns column names in the order the kind wants them
   */
  public record RuleSpec(RuleKind rule, List<String> columns) {
    /** Copies the columns. */
    public RuleSpec {
      columns = List.copyOf(columns);
    }
  }

  /** Copies every collection. */
  public Contract {
    senders = Set.copyOf(senders);
    words = List.copyOf(words);
    notWords = List.copyOf(notWords);
    columns = List.copyOf(columns);
    persons = List.copyOf(persons);
    unique = List.copyOf(unique);
    rules = List.copyOf(rules);
  }

  /** A column by name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The first column of a type. */
  public Optional<Column> firstOf(ColumnType type) {
    return columns.stream().filter(column -> column.type() == type && !column.headers().isEmpty()).findFirst();
  }

  /** Columns by name. */
  public Map<String, Column> byName() {
    return columns.stream().collect(Collectors.toUnmodifiableMap(Column::name, Function.identity()));
  }

  /** The staging table: {@code member_roster}. */
  public String table() {
    return feed.replace('-', '_');
  }

  /** What people call it. */
  public String title(boolean vietnamese) {
    return vietnamese ? titleVi : titleEn;
  }
}
