package vn.ishc.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.ishc.TestDatabase;

/**
 * A small world of clubs and members, written by hand into the star and forgotten after the test.
 */
public final class World {
  public static final LocalDate H1 = LocalDate.of(2025, 6, 30);
  public static final LocalDate H2 = LocalDate.of(2025, 12, 31);

  /**
   * A member in a roster: words are {@code woman older older55 poor priority ever now checked
   * volunteer}, amounts are of their loans.
   */
  public record Member(long person, String words, long outstanding, long overdue) {
    boolean is(String word) {
      return List.of(words.split(" ")).contains(word);
    }
  }

  public final DSLContext dsl;
  public final IndicatorDefinitions definitions;
  private int rows;
  private int files;

  public World(Connection connection) throws IOException {
    dsl = DSL.using(connection);
    definitions = IndicatorDefinitions.read(Path.of("jobs/indicators.yml"));
  }

  public static Member member(long person, String words) {
    return new Member(person, words, 0, 0);
  }

  public static Member[] members(long firstPerson, int count, String words) {
    return LongStream.range(firstPerson, firstPerson + count)
        .mapToObj(p -> member(p, words))
        .toArray(Member[]::new);
  }

  public static Member[] all(Member[]... groups) {
    return Arrays.stream(groups).flatMap(Arrays::stream).toArray(Member[]::new);
  }

  /** Registries of these half-years came in, so that they are published. */
  public void registries(String... periods) {
    for (String period : periods) {
      slice(file("tx-hoang-mai", "DS CLB " + period + ".xlsx"), "club-registry", period);
    }
  }

  public String file(String submitter, String name) {
    String id = HexFormat.of().toHexDigits(++files, 12);
    dsl.execute(
        "insert into ops.file (file_id, content_sha256, submitter, file_name, size_bytes,"
            + " received_at, state) values (?, ?, ?, ?, 1, '2025-12-18', 'loaded')",
        id,
        id,
        submitter,
        name);
    return id;
  }

  public void slice(String file, String feed, String period) {
    dsl.execute(
        "insert into ops.slice (file_id, slice_no, feed, period, unit_kind, unit_key, in_force)"
            + " values (?, 1, ?, ?, 'district', '429', true)",
        file,
        feed,
        period);
  }

  /** A club that a registry of the half-year names. */
  public long club(String code, String period, LocalDate founded, String status) {
    long key = Math.abs(code.hashCode());
    String district = code.substring(0, 3);
    dsl.execute(
        "insert into core.club values (?, ?, ?, -1, false, ?) on conflict do nothing",
        key,
        code,
        district,
        period);
    String file = file("huyen-" + district, "DS CLB " + code + " " + period + ".xlsx");
    slice(file, "club-registry", period);
    dsl.execute(
        "insert into core.fact_club_report (period_key, period, club_key, club_match, place_key,"
            + " place_match, founded_on, status, file_id, table_no, sheet, row_number) values"
            + " (core.period_key(?), ?, ?, 'exact', -1, 'none', ?, ?, ?, 1, 'Sheet1', ?)",
        period,
        period,
        key,
        founded,
        status,
        file,
        ++rows);
    return key;
  }

  /** An active club without any roster. */
  public void withoutRoster(String code, String period, LocalDate founded) {
    club(code, period, founded, "active");
    clubPeriod(code, period, founded, null, period);
  }

  /** An active club with its roster. */
  public String withRoster(String code, String period, LocalDate founded, Member... members) {
    club(code, period, founded, "active");
    return roster(code, period, period, founded, members);
  }

  /**
   * What an active club looks like at the end of a half-year, by the roster of that or an earlier
   * one.
   */
  public String roster(
      String code, String period, String rosterPeriod, LocalDate founded, Member... members) {
    clubPeriod(code, period, founded, members, rosterPeriod);
    String file =
        file("huyen-" + code.substring(0, 3), "DS hoi vien " + code + " " + rosterPeriod + ".xlsx");
    for (int i = 0; i < members.length; i++) {
      memberPeriod(code, period, rosterPeriod, founded, members[i], file, i + 7);
    }
    return file;
  }

  private static String cohort(LocalDate founded) {
    return founded.isBefore(LocalDate.of(2021, 1, 1)) ? "baseline" : "new";
  }

  private void clubPeriod(
      String code, String period, LocalDate founded, Member[] members, String rosterPeriod) {
    Map<String, Object> row = new LinkedHashMap<>();
    if (members != null) {
      int all = members.length;
      long women = count(members, m -> m.is("woman"));
      long older = count(members, m -> m.is("older"));
      long ever = count(members, m -> m.is("ever"));
      row.put("members", all);
      row.put("women", women);
      row.put("older_60", older);
      row.put("older_55", count(members, m -> m.is("older") || m.is("older55")));
      row.put("younger", all - older);
      row.put("priority", count(members, m -> m.is("priority")));
      row.put("borrowers_ever", ever);
      row.put("borrowers_current", count(members, m -> m.is("now")));
      row.put("volunteers", count(members, m -> m.is("volunteer")));
      row.put("meets_size", all >= 50 && all <= 70);
      row.put("meets_women", women * 100 >= all * 60 && women * 100 <= all * 70);
      row.put("meets_older", older * 100 >= all * 60 && older * 100 <= all * 70);
      row.put("meets_younger", (all - older) * 100 >= all * 30 && (all - older) * 100 <= all * 40);
      row.put("meets_loans", ever * 2 >= all);
      row.put("roster_period", rosterPeriod);
      row.put("roster_carried_forward", !rosterPeriod.equals(period));
    }
    long key = Math.abs(code.hashCode());
    Record report =
        dsl.fetchSingle(
            "select file_id, row_number from core.fact_club_report where club_key = ? order by"
                + " period_key desc limit 1",
            key);
    row.put("club_key", key);
    row.put("club_code", code);
    row.put("club_name", code.substring(10));
    row.put("plan_district", code.substring(0, 3));
    row.put("founded_on", founded);
    row.put("cohort", cohort(founded));
    row.put("file_id", report.get("file_id"));
    row.put("row_number", report.get("row_number"));
    insert(
        "fact_club_period",
        period,
        row,
        "place_key, status, table_no, sheet",
        "-1, 'active', 1, 'Sheet1'");
  }

  private void memberPeriod(
      String code,
      String period,
      String rosterPeriod,
      LocalDate founded,
      Member member,
      String file,
      int rowNumber) {
    dsl.execute(
        "insert into core.person values (?, ?) on conflict do nothing",
        member.person(),
        "p" + member.person());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("club_key", (long) Math.abs(code.hashCode()));
    row.put("person_key", member.person());
    row.put("plan_district", code.substring(0, 3));
    row.put("cohort", cohort(founded));
    row.put("woman", member.is("woman"));
    row.put("older_60", member.is("older"));
    row.put("older_55", member.is("older") || member.is("older55"));
    row.put("poor", member.is("poor"));
    row.put("priority", member.is("poor") || member.is("priority"));
    row.put("volunteer", member.is("volunteer"));
    row.put("borrowed_ever", member.is("ever"));
    row.put("borrowing", member.is("now"));
    row.put("outstanding", member.outstanding());
    row.put("overdue", member.overdue());
    row.put("checked_in_year", member.is("checked"));
    row.put("roster_period", rosterPeriod);
    row.put("roster_carried_forward", !rosterPeriod.equals(period));
    row.put("file_id", file);
    row.put("row_number", rowNumber);
    insert(
        "fact_member_period",
        period,
        row,
        "near_poor, minority, lone, disabled, hardship, table_no, sheet",
        "false, false, false, false, false, 1, 'Hội viên'");
  }

  private void insert(
      String table, String period, Map<String, Object> row, String moreColumns, String moreValues) {
    String columns = String.join(", ", row.keySet());
    String marks = String.join(", ", row.keySet().stream().map(key -> "?").toList());
    List<Object> values = new ArrayList<>(List.of(period, period, period));
    values.addAll(row.values());
    dsl.execute(
        "insert into core."
            + table
            + " (period_key, period, as_of, "
            + columns
            + ", "
            + moreColumns
            + ") values (core.period_key(?), ?, core.period_end(?), "
            + marks
            + ", "
            + moreValues
            + ")",
        values.toArray());
  }

  private static long count(Member[] members, Predicate<Member> test) {
    return Arrays.stream(members).filter(test).count();
  }

  public World refresh() {
    return refresh(Touched.everything());
  }

  public World refresh(Touched touched) {
    new Indicators(dsl, definitions).refresh(touched);
    return this;
  }

  /** {@code numerator/denominator value met}, a dash where nothing is known. */
  String figure(String indicator, LocalDate asOf, String area) {
    Record row =
        dsl.fetchOne(
            "select numerator, denominator, value, met from mart.indicator where indicator_code = ?"
                + " and as_of = ? and area_code = ?",
            indicator,
            asOf,
            area);
    if (row == null) {
      return "no row";
    }
    return plain(row.get(0))
        + "/"
        + plain(row.get(1))
        + " "
        + plain(row.get(2))
        + " "
        + plain(row.get(3));
  }

  private static String plain(Object value) {
    return value == null ? "-" : value.toString();
  }

  /** All current figures as text, in order. */
  String figures() {
    return dsl.fetch(
            "select indicator_code, as_of, area_level, area_code, area_name, numerator,"
                + " denominator, value, target, met from mart.indicator order by 1, 2, 3, 4")
        .formatCSV();
  }

  /** Gives each test a world of its own. */
  public static final class Each implements ParameterResolver, AfterEachCallback {
    private static final DataSource STAR = TestDatabase.migrated();
    private Connection connection;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      try {
        connection = STAR.getConnection();
        connection.setAutoCommit(false);
        return new World(connection);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
      if (connection != null) {
        connection.rollback();
        connection.close();
        connection = null;
      }
    }
  }
}
