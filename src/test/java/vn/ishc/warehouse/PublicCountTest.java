package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.Attacker.Knowledge;
import vn.ishc.warehouse.Attacker.Published;

/** What leaves the association gives no small count away: every table of whole numbers that agrees with it is tried. */
class PublicCountTest {
  private static final int SMALLEST_SHOWN = 5;
  private static final List<String> DISTRICTS = List.of("415", "422", "428", "430");
  private static final DataSource SOURCE = TestDatabase.migrated();

  /** A made-up member: the flags that the classifications read. */
  private record Member(String district, boolean woman, boolean older, boolean poor, boolean nearPoor, boolean minority, int loan, boolean checked) {}

  /** One published count. */
  private record Count(@Nullable Integer persons, boolean suppressed) {}

  @Test
  void hidingSmallCellsAloneIsFoundOut() {
    Integer[][] cells = {{null, 17}, {9, 11}};
    Knowledge known = Attacker.attack(List.of(new Published(cells, new Integer[] {20, 20}, new Integer[] {12, 28}, 40))).getFirst();
    assertThat(known.cells()[0][0]).as("exactly 3").isEqualTo(1L << 3);
  }

  @Test
  void twoHiddenCellsInALineMayStillBeSmallForSure() {
    Integer[][] cells = {{null, null}, {null, null}};
    Knowledge known = Attacker.attack(List.of(new Published(cells, new Integer[] {3, 20}, new Integer[] {12, 11}, 23))).getFirst();
    assertThat(known.cells()[0][0]).as("0 to 3").isEqualTo(0b1111L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
  void noWithheldCountIsDeterminedNorSmallForSure(int seed) throws SQLException {
    Random random = new Random(seed);
    Map<Integer, List<Member>> halfYears = new TreeMap<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      halfYears.put(20231 + 10 * i, members(random, 2 + random.nextInt(2)));
    }
    fill(halfYears);
    Map<String, Count> counts = published();
    assertThat(counts.values()).noneMatch(each -> each.persons() != null && each.persons() > 0 && each.persons() < SMALLEST_SHOWN);
    assertThat(counts.values()).allMatch(each -> each.suppressed() == (each.persons() == null));
    for (Map.Entry<Integer, List<Member>> halfYear : halfYears.entrySet()) {
      audit(seed + " " + halfYear.getKey(), halfYear.getKey(), halfYear.getValue(), counts);
    }
  }

  @Test
  void largeCountsAreShown() throws SQLException {
    List<Member> members = new ArrayList<>();
    for (String district : DISTRICTS) {
      for (int i = 0; i < 40; i++) {
        members.add(new Member(district, i % 2 == 0, i % 4 < 2, i % 3 == 0, i % 3 == 1, i < 10, i % 4, i < 20));
      }
    }
    fill(Map.of(20251, members));
    assertThat(published().values()).noneMatch(Count::suppressed).anyMatch(count -> Integer.valueOf(160).equals(count.persons()));
  }

  @Test
  void aDistrictThatIsSmallOnceIsWithheldInEveryHalfYear() throws SQLException {
    List<Member> early = new ArrayList<>();
    List<Member> late = new ArrayList<>();
    for (String district : DISTRICTS) {
      for (int i = 0; i < 40; i++) {
        boolean poor = district.equals("415") ? i < 3 : i < 9 + DISTRICTS.indexOf(district);
        early.add(new Member(district, true, true, poor, false, false, 0, false));
        late.add(new Member(district, true, true, i < 9 + DISTRICTS.indexOf(district), false, false, 0, false));
      }
    }
    fill(Map.of(20241, early, 20251, late));
    Map<String, Count> counts = published();
    for (String period : List.of("20241", "20251")) {
      assertThat(counts.get("class|" + period + "|415|poor").suppressed()).as(period).isTrue();
      assertThat(counts.get("class|" + period + "|430|poor").suppressed()).as(period).isFalse();
    }
  }

  private static List<Member> members(Random random, int districts) {
    List<Member> members = new ArrayList<>();
    int poorOneIn = 2 + random.nextInt(8);
    int loanOneIn = 2 + random.nextInt(6);
    int checkOneIn = 2 + random.nextInt(6);
    for (String district : DISTRICTS.subList(0, districts)) {
      int size = random.nextInt(4) == 0 ? random.nextInt(5) : 5 + random.nextInt(districts == 2 ? 7 : 3);
      for (int i = 0; i < size; i++) {
        boolean woman = random.nextInt(3) > 0;
        members.add(
            new Member(
                district, woman, !woman || random.nextInt(3) > 0, random.nextInt(poorOneIn) == 0, random.nextInt(poorOneIn) == 0,
                random.nextInt(loanOneIn) == 0, random.nextInt(loanOneIn) == 0 ? 1 + random.nextInt(2) : 0, random.nextInt(checkOneIn) == 0));
      }
    }
    return members;
  }

  private static void audit(String name, int period, List<Member> members, Map<String, Count> counts) {
    if (members.size() < SMALLEST_SHOWN) {
      counts.entrySet().stream()
          .filter(each -> each.getKey().contains("|" + period + "|"))
          .forEach(each -> assertThat(each.getValue().suppressed()).as(each.getKey()).isEqualTo(!members.isEmpty()));
      return;
    }
    List<String> districts = members.stream().map(Member::district).distinct().sorted().toList();
    List<Published> tables = new ArrayList<>();
    for (String classification : List.of("sex_age", "class", "ethnicity", "loan", "check_up")) {
      String prefix = classification + "|" + period + "|";
      tables.add(table(prefix, districts, categories(prefix, counts), members.size(), counts));
    }
    List<Knowledge> known = Attacker.attack(tables);
    for (int i = 0; i < tables.size(); i++) {
      check(name + " classification " + i, tables.get(i), known.get(i));
    }
  }

  /** Categories of which something is withheld or not zero. */
  private static List<String> categories(String prefix, Map<String, Count> counts) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix) && !each.getKey().endsWith("|all"))
        .filter(each -> !Integer.valueOf(0).equals(each.getValue().persons()))
        .map(each -> each.getKey().substring(each.getKey().lastIndexOf('|') + 1))
        .distinct()
        .toList();
  }

  private static Published table(String prefix, List<String> districts, List<String> categories, int whole, Map<String, Count> counts) {
    Integer[][] cells = new Integer[districts.size()][categories.size()];
    Integer[] districtTotals = new Integer[districts.size()];
    Integer[] categoryTotals = new Integer[categories.size()];
    for (int d = 0; d < districts.size(); d++) {
      districtTotals[d] = counts.get(prefix + districts.get(d) + "|all").persons();
      for (int k = 0; k < categories.size(); k++) {
        cells[d][k] = counts.get(prefix + districts.get(d) + "|" + categories.get(k)).persons();
        categoryTotals[k] = counts.get(prefix + "40|" + categories.get(k)).persons();
      }
    }
    assertThat(counts.get(prefix + "40|all").persons()).isEqualTo(whole);
    counts.forEach((key, count) -> {
      String[] parts = key.split("\\|", -1);
      if (key.startsWith(prefix) && !districts.contains(parts[2]) && !parts[2].equals("40")) {
        assertThat(count.persons()).as(key).isEqualTo(0);
      }
    });
    return new Published(cells, districtTotals, categoryTotals, whole);
  }

  private static void check(String name, Published table, Knowledge known) {
    for (int d = 0; d < table.districts().length; d++) {
      safe(name + " district " + d, table.districts()[d], known.districts()[d]);
      for (int k = 0; k < table.categories().length; k++) {
        safe(name + " cell " + d + " " + k, table.cells()[d][k], known.cells()[d][k]);
      }
    }
    for (int k = 0; k < table.categories().length; k++) {
      safe(name + " category " + k, table.categories()[k], known.categories()[k]);
    }
  }

  private static void safe(String name, @Nullable Integer shown, long possible) {
    assertThat(possible).as(name + ": some table agrees").isNotZero();
    if (shown == null) {
      assertThat(Long.bitCount(possible)).as(name + " is determined").isGreaterThan(1);
      assertThat(possible >>> SMALLEST_SHOWN).as(name + " is small for sure").isNotZero();
    }
  }

  private static Map<String, Count> published() throws SQLException {
    Map<String, Count> counts = new TreeMap<>();
    try (Connection connection = SOURCE.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select concat_ws('|', classification, core.period_key(period), district_code, category), persons, suppressed from core.public_count")) {
      while (rows.next()) {
        counts.put(rows.getString(1), new Count(rows.getObject(2) == null ? null : rows.getInt(2), rows.getBoolean(3)));
      }
    }
    return counts;
  }

  private static void fill(Map<Integer, List<Member>> halfYears) throws SQLException {
    try (Connection connection = SOURCE.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          """
          delete from core.fact_member_period;
          delete from core.fact_club_period;
          insert into ops.file (file_id, content_sha256, submitter, file_name, size_bytes, received_at, state)
            values ('0123456789ab', '', '', '', 0, now(), 'loaded') on conflict do nothing;
          insert into core.club select plan_district::int, plan_district || '-x', plan_district, -1, false, '2020-H1'
            from core.dim_plan_district where plan_district <> '-1' on conflict do nothing;
          insert into core.person select n, 'P' || n from generate_series(1, 500) n on conflict do nothing;
          """);
      for (Map.Entry<Integer, List<Member>> halfYear : halfYears.entrySet()) {
        insert(connection, halfYear.getKey(), halfYear.getValue());
      }
      connection.commit();
    }
  }

  private static void insert(Connection connection, int period, List<Member> members) throws SQLException {
    String club =
        "insert into core.fact_club_period (period_key, period, as_of, club_key, club_code, club_name, plan_district, place_key, cohort, status, "
            + "file_id, table_no, sheet, row_number) select period_key, period, ends_on, 415, '415-x', 'x', '415', -1, 'new', 'active', "
            + "'0123456789ab', 1, '', 1 from core.dim_period where period_key = " + period;
    String member =
        "insert into core.fact_member_period select period_key, period, ends_on, ?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, false, false, false, false, false, "
            + "?, ?, 0, ?, ?, period, false, null, '0123456789ab', 1, '', 1 from core.dim_period where period_key = " + period;
    try (Statement one = connection.createStatement();
        PreparedStatement many = connection.prepareStatement(member)) {
      one.execute(club);
      long person = 0;
      for (Member m : members) {
        List<Object> values =
            List.of(
                Long.valueOf(m.district), ++person, m.district, m.woman, m.older, m.older, m.poor, m.nearPoor, m.minority, m.loan > 0, m.loan > 1,
                m.loan == 3 ? 1L : 0L, m.checked);
        for (int i = 0; i < values.size(); i++) {
          many.setObject(i + 1, values.get(i));
        }
        many.addBatch();
      }
      many.executeBatch();
    }
  }
}
