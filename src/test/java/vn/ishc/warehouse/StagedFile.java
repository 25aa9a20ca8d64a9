package vn.ishc.warehouse;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.ishc.TestDatabase;
import vn.ishc.vault.Locks;
import vn.ishc.vault.Sealed;
import vn.ishc.vault.VaultKey;

/** A file as the walk would have staged it: statements that fill the staging tables. */
final class StagedFile {
  /** The key of all tests, so that person keys can be compared. */
  static final VaultKey KEY = VaultKey.ofHex("0123456789abcdef".repeat(4));

  private static final Locks LOCKS = KEY.locks();

  /** A club as a file names it; {@code commune} is a code of the map at the end of the half-year. */
  record Club(String district, @Nullable String commune, String name, @Nullable String founded, @Nullable String decision) {
    static Club of(String district, String commune, String name) {
      return new Club(district, commune, name, null, null);
    }
  }

  /** A person as a file names them; {@code birth} is a day or a year. */
  record Person(String name, String birth, String sex, @Nullable String nationalId) {
    static Person of(String name, String birth, String sex) {
      return new Person(name, birth, sex, null);
    }
  }

  private final String fileId;
  private final String fileName;
  private final List<String> statements = new ArrayList<>();
  private final Map<String, Integer> clubs = new HashMap<>();
  private String registryPeriod = "";
  private int slices;
  private int rows;
  private int mentions;

  StagedFile(String fileName, String submitter, String receivedAt) {
    this.fileName = fileName;
    this.fileId = hex(fileName + submitter);
    add(
        "insert into ops.submitter (submitter, kind, name, plan_district, commune_code) values (%s, %s, %s, %s, %s) "
            + "on conflict do nothing",
        text(submitter), text(kind(submitter)), text(submitter), text(number(submitter, 3)), text(number(submitter, 5)));
    add(
        "insert into ops.file (file_id, content_sha256, submitter, file_name, size_bytes, received_at, state) "
            + "values (%s, '', %s, %s, 0, %s::timestamptz, 'staged')",
        text(fileId), text(submitter), text(fileName), text(receivedAt + "+07"));
  }

  String fileId() {
    return fileId;
  }

  private static String kind(String submitter) {
    return number(submitter, 5) != null ? "commune" : number(submitter, 3) != null ? "district" : "department";
  }

  private static @Nullable String number(String submitter, int digits) {
    String last = submitter.substring(submitter.lastIndexOf('-') + 1);
    return last.matches("\\d{" + digits + "}") ? last : null;
  }

  /** Registry of a district, or from 2025-H2 on of a commune. */
  StagedFile registry(String period, String unit, String district, Club... listed) {
    int slice = slice("club-registry", period, unit.length() == 3 ? "district" : "commune", unit, district, null);
    registryPeriod = period;
    for (Club club : listed) {
      registryRow(period, slice, club, "active", null);
    }
    return this;
  }

  /** Registry of a district whose only club is closed. */
  StagedFile closed(String period, String district, Club club, String status, String since) {
    registry(period, district, district);
    return closed(club, status, since);
  }

  /** One more club in the registry told last, closed. */
  StagedFile closed(Club club, String status, String since) {
    registryRow(registryPeriod, slices, club, status, since);
    return this;
  }

  private void registryRow(String period, int slice, Club club, String status, @Nullable String since) {
    row(
        "club_registry", "club-registry", period, slice, club,
        "founded_on, founded_on_precision, decision_no, status, status_on, members",
        date(club.founded()) + ", " + precision(club.founded()) + ", " + text(club.decision()) + ", " + text(status) + ", "
            + text(since) + ", 60");
  }

  /** Roster of one club. */
  StagedFile roster(String period, Club club, Person... members) {
    return roster(period, club, "", members);
  }

  /** Roster of one club; {@code ticks} are further columns with their values, {@code poor = true, joined_on = '2024-01-01'}. */
  StagedFile roster(String period, Club club, String ticks, Person... members) {
    int clubNo = mention("member-roster", period, club);
    int slice = slice("member-roster", period, "club", club.name(), club.district(), clubNo);
    for (Person member : members) {
      int mention = person("member-roster", "member", period, club, member);
      row("member_roster", "member-roster", period, slice, club, "mention_no, sex" + names(ticks),
          mention + ", " + text(member.sex()) + values(ticks));
    }
    return this;
  }

  /** Rows of a table of the file that could not be accepted. */
  StagedFile refused(String feed, String period, String district, int count) {
    add(
        "insert into ops.file_table (file_id, table_no, sheet, feed, period, plan_district, rows_read, rows_refused) "
            + "values (%s, 1, 'Sheet1', %s, %s, %s, %s, %s)",
        text(fileId), text(feed), text(period), text(district), count, count);
    return this;
  }

  StagedFile homeCare(String period, Club club, Person volunteer) {
    int clubNo = mention("home-care", period, club);
    int slice = slice("home-care", period, "club", club.name(), club.district(), clubNo);
    row("home_care", "home-care", period, slice, club, "mention_no",
        Integer.toString(person("home-care", "volunteer", period, club, volunteer)));
    return this;
  }

  StagedFile activity(String period, String submitter, Club club, String kind) {
    int slice = slice("activity-log", period, "submitter", submitter, club.district(), null);
    row("activity_log", "activity-log", period, slice, club, "activity_on, activity_on_precision, activity_kinds",
        "'2025-05-05', 'day', array['" + kind + "']");
    return this;
  }

  StagedFile check(String period, Club club, Person patient, String examOn) {
    int slice = slice("health-check", period, "submitter", fileId, club.district(), null);
    row("health_check", "health-check", period, slice, club, "mention_no, exam_on, exam_on_precision",
        person("health-check", "patient", period, club, patient) + ", " + text(examOn) + ", 'day'");
    return this;
  }

  /** A loan; {@code outstanding} null when the ledger does not tell. */
  StagedFile loan(
      String period, Club club, Person borrower, String number, String disbursed, long amount, @Nullable Long outstanding, String asOf) {
    int slice = slice("loan-ledger", period, "submitter", fileId, club.district(), null);
    row("loan_ledger", "loan-ledger", period, slice, club,
        "mention_no, loan_no, lender, disbursed_on, disbursed_on_precision, amount, outstanding, due_on, ledger_as_of",
        person("loan-ledger", "borrower", period, club, borrower) + ", " + text(number) + ", 'club_fund', " + text(disbursed)
            + ", 'day', " + amount + ", " + outstanding + ", " + text(disbursed) + "::date + 365, " + text(asOf));
    return this;
  }

  StagedFile repayment(String period, Club club, Person borrower, String number, String paidOn, long principal, String receipt) {
    int slice = slice("loan-repayment", period, "submitter", fileId, club.district(), null);
    row("loan_repayment", "loan-repayment", period, slice, null, "mention_no, loan_no, paid_on, paid_on_precision, principal, receipt_no",
        person("loan-repayment", "borrower", period, club, borrower) + ", " + text(number) + ", " + text(paidOn) + ", 'day', "
            + principal + ", " + text(receipt));
    return this;
  }

  StagedFile fund(String period, String submitter, String scope, @Nullable String district, String source, long received) {
    int slice = slice("fund-ledger", period, "submitter", submitter, district, null);
    row("fund_ledger", "fund-ledger", period, slice, null, "scope, plan_district, fund, source, received",
        text(scope) + ", " + text(district) + ", 'project', " + text(source) + ", " + received);
    return this;
  }

  StagedFile halfYearReport(String period, String unit, String district, long members) {
    int slice = slice("half-year-report", period, unit.length() == 3 ? "district" : "commune", unit, district, null);
    row("half_year_report", "half-year-report", period, slice, null, "members", Long.toString(members));
    return this;
  }

  StagedFile target(String district, long newTotal) {
    int slice = slice("plan-targets", "2022-H1", "plan", "plan", null, null);
    row("plan_targets", "plan-targets", "2022-H1", slice, null, "plan_district, new_total", text(district) + ", " + newTotal);
    return this;
  }

  /** What the sender decided about the writings of two persons, as the only ones of their names. */
  StagedFile review(String period, String left, String right, boolean samePerson, String on) {
    int slice = slice("link-review", period, "submitter", fileId, null, null);
    String writing = "(select to_hex(min(profile_key)) from vault.person_profile where name_key = %s)";
    row("link_review", "link-review", period, slice, null, "left_writing, right_writing, decision, decided_on",
        String.format(Locale.ROOT, writing, text(left)) + ", " + String.format(Locale.ROOT, writing, text(right)) + ", "
            + text(samePerson ? "same" : "different") + ", " + text(on));
    return this;
  }

  private int slice(
      String feed, String period, String unitKind, String unitKey, @Nullable String district, @Nullable Integer clubNo) {
    int number = ++slices;
    String commune = unitKind.equals("commune") ? unitKey : null;
    add(
        "insert into ops.slice (file_id, slice_no, feed, period, unit_kind, unit_key, plan_district, commune_code, club_no, "
            + "rows_accepted) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, 1)",
        text(fileId), number, text(feed), text(period), text(unitKind), text(unitKey), text(district), text(commune), clubNo);
    return number;
  }

  private int mention(String feed, String period, Club club) {
    String key = feed + period + club;
    if (clubs.containsKey(key)) {
      return clubs.get(key);
    }
    int number = clubs.size() + 1;
    clubs.put(key, number);
    String frame = club.commune() == null ? null : frame(period);
    add(
        "insert into staging.club_mention (file_id, club_no, table_no, feed, period, plan_district, commune_code, commune_frame, "
            + "successor_code, commune_match, club_source_value, club_name, name_key, founded_on, founded_precision, decision_key) "
            + "values (%s, %s, 1, %s, %s, %s, %s, %s, (select successor_code from core.dim_place where frame = %s "
            + "and commune_code = %s), 'exact', %s, %s, %s, %s, %s, %s)",
        text(fileId), number, text(feed), text(period), text(club.district()), text(club.commune()), text(frame), text(frame),
        text(club.commune()), text("CLB " + club.name()), text(club.name()), text(club.name().toLowerCase(Locale.ROOT)),
        date(club.founded()), precision(club.founded()), text(club.decision()));
    return number;
  }

  private int person(String feed, String role, String period, Club club, Person person) {
    int clubNo = feed.equals("loan-repayment") ? 0 : mention(feed, period, club);
    int number = ++mentions;
    boolean yearOnly = person.birth().length() == 4;
    String last = yearOnly ? person.birth() + "-12-31" : person.birth();
    add(
        "insert into vault.person_mention (file_id, mention_no, table_no, row_number, feed, role, period, full_name, name_key, "
            + "birth, birth_to, birth_precision, sex, national_id_hash, plan_district, commune_code, successor_code, club_no) "
            + "values (%s, %s, 1, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, (select successor_code from core.dim_place "
            + "where frame = %s and commune_code = %s), nullif(%s, 0))",
        text(fileId), number, rows + 1, text(feed), text(role), text(period), text(person.name()),
        text(person.name().toLowerCase(Locale.ROOT)), date(person.birth()), text(last), text(yearOnly ? "year" : "day"),
        text(person.sex()), hash(person.nationalId()), text(club.district()), text(club.commune()), text(frame(period)),
        text(club.commune()), clubNo);
    return number;
  }

  private void row(
      String table, String feed, String period, int slice, @Nullable Club club, String columns, String values) {
    Integer clubNo = club == null ? null : mention(feed, period, club);
    add(
        "insert into staging.%s (file_id, table_no, sheet, row_number, slice_no, period, club_no, %s) "
            + "values (%s, 1, 'Sheet1', %s, %s, %s, %s, %s)",
        table, columns, text(fileId), ++rows, slice, text(period), clubNo, values);
  }

  private static String names(String ticks) {
    StringBuilder names = new StringBuilder();
    for (String tick : ticks.isEmpty() ? new String[0] : ticks.split(", ")) {
      names.append(", ").append(tick, 0, tick.indexOf(" = "));
    }
    return names.toString();
  }

  private static String values(String ticks) {
    StringBuilder values = new StringBuilder();
    for (String tick : ticks.isEmpty() ? new String[0] : ticks.split(", ")) {
      values.append(", ").append(tick.substring(tick.indexOf(" = ") + 3));
    }
    return values.toString();
  }

  private static String frame(String period) {
    if (period.compareTo("2025-H2") >= 0) {
      return "v2025_130";
    }
    return period.compareTo("2024-H2") >= 0 ? "v2024_412" : period.compareTo("2020-H1") >= 0 ? "v2020_460" : "v2017_480";
  }

  private static String date(@Nullable String date) {
    return date == null ? "null" : text(date.length() == 4 ? date + "-01-01" : date);
  }

  private static String precision(@Nullable String date) {
    return date == null ? "null" : text(date.length() == 4 ? "year" : "day");
  }

  private static String text(@Nullable String value) {
    return value == null ? "null" : "'" + value.replace("'", "''") + "'";
  }

  private static String hash(@Nullable String nationalId) {
    return nationalId == null ? "null" : "'\\x" + HexFormat.of().formatHex(LOCKS.hash(Sealed.NATIONAL_ID, nationalId)) + "'";
  }

  private static String hex(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "").substring(0, 12);
  }

  private void add(String statement, Object... values) {
    statements.add(String.format(Locale.ROOT, statement, values));
  }

  /** Stages these files in this order and publishes once. */
  static void publish(DataSource source, Collection<StagedFile> files) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (StagedFile file : files) {
        for (String insert : file.statements) {
          statement.execute(insert);
        }
      }
      new SetBasedLoad(TestDatabase.ROOT, KEY).run(connection, files.stream().map(StagedFile::fileId).toList());
      connection.commit();
    }
  }

  static void publish(DataSource source, StagedFile... files) throws SQLException {
    publish(source, List.of(files));
  }

  /** Computes everything again. */
  static void recompute(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      new SetBasedLoad(TestDatabase.ROOT, KEY).runAll(connection);
      connection.commit();
    }
  }

  @Override
  public String toString() {
    return fileName;
  }
}
