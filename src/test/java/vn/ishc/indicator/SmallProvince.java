package vn.ishc.indicator;

import static vn.ishc.indicator.World.all;
import static vn.ishc.indicator.World.member;
import static vn.ishc.indicator.World.members;

import java.time.LocalDate;

/** Three districts, two half-years, facts of every kind; no person in two clubs. */
public final class SmallProvince {
  private static final LocalDate OLD = LocalDate.of(2018, 1, 7);
  private static final LocalDate NEW = LocalDate.of(2022, 9, 16);
  public static final String XOM_2 = "429-17911-xom-2";
  public static final String XOM_5 = "429-17911-xom-5";
  public static final String BAN_NA = "417-16837-ban-na";

  private SmallProvince() {}

  public static void fill(World world) {
    world.withRoster(
        XOM_2, "2025-H1", NEW, all(members(1, 33, "woman older ever"), members(34, 22, "checked")));
    world.withRoster(
        XOM_2,
        "2025-H2",
        NEW,
        all(
            members(1, 33, "woman older ever checked"),
            members(35, 21, "priority volunteer"),
            new World.Member[] {new World.Member(34, "ever now poor", 5_000_000, 2_000_000)}));
    world.withoutRoster(XOM_5, "2025-H1", OLD);
    world.withoutRoster(XOM_5, "2025-H2", OLD);
    world.club(BAN_NA, "2025-H1", OLD, "active");
    world.roster(
        BAN_NA,
        "2025-H2",
        "2025-H1",
        OLD,
        member(101, "woman poor checked older"),
        member(102, "older55"));
    activities(world);
    loans(world);
    funds(world);
    submissions(world);
  }

  private static long key(String club) {
    return Math.abs(club.hashCode());
  }

  private static void activities(World world) {
    String file = world.file("huyen-nghi-loc", "Hoat dong.xlsx");
    activity(world, file, 7, "2025-03-01", "429", key(XOM_2), false, "{training}", "{}", 40);
    activity(
        world,
        file,
        8,
        "2025-04-01",
        "429",
        key(XOM_5),
        true,
        "{training,farm_extension}",
        "{communication}",
        70);
    activity(world, file, 9, "2025-07-01", "429", key(XOM_5), false, "{supervision}", "{}", 9);
    activity(
        world,
        file,
        10,
        "2025-08-01",
        "429",
        key(XOM_2),
        false,
        "{farm_extension}",
        "{income,health,rights,self_help}",
        30);
    activity(
        world,
        file,
        11,
        "2025-09-01",
        "429",
        key(XOM_2),
        false,
        "{culture,home_care}",
        "{culture,home_care}",
        30);
    activity(
        world,
        file,
        12,
        "2025-09-02",
        "429",
        key(XOM_2),
        false,
        "{communication}",
        "{communication}",
        30);
    activity(
        world, file, 13, "2026-01-01", "429", key(XOM_2), false, "{resources}", "{resources}", 30);
    activity(
        world,
        world.file("hoi-nct-tinh", "Hoat dong.xls"),
        7,
        "2025-05-01",
        "-1",
        -1,
        true,
        "{training}",
        "{}",
        100);
  }

  private static void activity(
      World world,
      String file,
      int row,
      String on,
      String district,
      long club,
      boolean whole,
      String kinds,
      String areas,
      int persons) {
    world.dsl.execute(
        "insert into core.fact_activity (period_key, period, date_key, activity_on, plan_district,"
            + " club_key, club_match, whole_district, activity_kinds, areas, participants, file_id,"
            + " table_no, sheet, row_number) values (20251, '2025-H1', -1, ?::date, ?, ?, 'exact',"
            + " ?, ?::text[], ?::text[], ?, ?, 1, 'Sheet1', ?)",
        on,
        district,
        club,
        whole,
        kinds,
        areas,
        persons,
        file,
        row);
  }

  private static void loans(World world) {
    String file = world.file("nhcsxh-nghi-loc", "DS vay von.xlsx");
    for (int i = 0; i < 34; i++) {
      world.dsl.execute(
          "insert into core.fact_loan (loan_key, lender_key, person_key, person_match,"
              + " plan_district, club_key, club_match, disbursed_date_key, disbursed_on, amount,"
              + " repaid, outstanding, overdue, state, ledger_as_of, file_id, table_no, sheet,"
              + " row_number) values (?, (select lender_key from core.dim_lender where lender = ?),"
              + " ?, 'exact', '429', ?, 'exact', -1, ?::date, 5000000, 0, 0, 0, 'running',"
              + " '2025-12-31', ?, 1, 'Dư nợ', ?)",
          i + 1,
          i < 30 ? "club_fund" : "vbsp",
          i + 1,
          key(XOM_2),
          i < 20 ? "2025-03-01" : "2025-10-01",
          file,
          i + 7);
    }
    world.dsl.execute(
        "insert into core.fact_loan_period (period_key, period, as_of, loan_key, person_key,"
            + " outstanding, overdue, overdue_stated, outstanding_source) values (20252, '2025-H2',"
            + " '2025-12-31', 34, 34, 5000000, 2000000, 5000000, 'ledger')");
  }

  private static void funds(World world) {
    world.dsl.execute(
        "insert into core.dim_fund_source values (1, 'budget', 'Ngân sách'), (2, 'organisations',"
            + " 'Tổ chức') on conflict do nothing");
    String file = world.file("huyen-nghi-loc", "Kinh phi.xls");
    fund(world, file, 7, "20251", "district", "429", -1, "scheme", "budget", 16_250_000);
    fund(
        world,
        file,
        8,
        "20252",
        "club",
        "429",
        key(XOM_2),
        "income_fund",
        "organisations",
        3_000_000);
    fund(
        world,
        file,
        9,
        "20252",
        "club",
        "429",
        key(XOM_2),
        "operating_fund",
        "organisations",
        1_000_000);
    fund(
        world,
        world.file("so-tai-chinh", "Kinh phi.xls"),
        8,
        "20252",
        "province",
        "-1",
        -1,
        "scheme",
        "budget",
        50_000_000);
  }

  private static void fund(
      World world,
      String file,
      int row,
      String period,
      String scope,
      String district,
      long club,
      String fund,
      String source,
      long received) {
    world.dsl.execute(
        "insert into core.fact_fund (period_key, period, scope, plan_district, club_key,"
            + " club_match, fund, fund_source_key, counted, received, file_id, table_no, sheet,"
            + " row_number) select period_key, period, ?, ?, ?, 'exact', ?, (select fund_source_key"
            + " from core.dim_fund_source where fund_source = ?), true, ?, ?, 1, 'Sheet1', ? from"
            + " core.dim_period where period_key = ?::int",
        scope,
        district,
        club,
        fund,
        source,
        received,
        file,
        row,
        period);
  }

  private static void submissions(World world) {
    submission(world, "20251", "429", "429", "on_time");
    submission(world, "20251", "417", "417", "missing");
    submission(world, "20252", "17827", "429", "late");
    submission(world, "20252", "17911", "429", "on_time");
  }

  private static void submission(
      World world, String period, String unit, String district, String state) {
    String file = world.file("xa-" + unit, "Bieu tong hop.xlsx");
    world.dsl.execute(
        "insert into core.fact_submission (period_key, period, unit_kind, unit_code, unit_name,"
            + " plan_district, feed, due_on, received_on, state, rows_accepted, rows_refused,"
            + " file_id) select period_key, period, 'commune', ?, ?, ?, 'half-year-report',"
            + " ends_on, case when ? <> 'missing' then ends_on end, ?, 1, 0, case when ? <>"
            + " 'missing' then ? end from core.dim_period where period_key = ?::int",
        unit,
        "Đơn vị " + unit,
        district,
        state,
        state,
        state,
        file,
        period);
  }
}
