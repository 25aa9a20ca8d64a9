package vn.ishc.sample;

import java.util.Set;

/** The feeds that the generator can write. */
public enum SampleFeed {
  CLUB_REGISTRY("club-registry", "DS CLB"),
  MEMBER_ROSTER("member-roster", "DS hoi vien"),
  PLAN_TARGETS("plan-targets", "Phu luc chi tieu KH 345"),
  HOME_CARE("home-care", "TNV cham soc tai nha"),
  HEALTH_CHECK("health-check", "Kham suc khoe"),
  ACTIVITY_LOG("activity-log", "Hoat dong CLB"),
  LOAN_LEDGER("loan-ledger", "DS vay von"),
  LOAN_REPAYMENT("loan-repayment", "So thu no"),
  FUND_LEDGER("fund-ledger", "Kinh phi va quy"),
  MEDIA_ITEM("media-item", "Tin bai"),
  HALF_YEAR_REPORT("half-year-report", "Bieu tong hop");

  private final String code;
  private final String fileName;

  SampleFeed(String code, String fileName) {
    this.code = code;
    this.fileName = fileName;
  }

  /** All of them. */
  public static final Set<SampleFeed> ALL = Set.of(values());

  /** The name of its contract. */
  public String code() {
    return code;
  }

  /** How officers name its files. */
  String fileName() {
    return fileName;
  }

  /** What writes it. */
  FeedWriter writer() {
    return switch (this) {
      case CLUB_REGISTRY -> new RegistryWriter();
      case MEMBER_ROSTER -> new RosterWriter();
      case PLAN_TARGETS -> new TargetsWriter();
      case HOME_CARE -> new TableWriter(CareTables::homeCare);
      case HEALTH_CHECK -> new TableWriter(CareTables::healthCheck);
      case ACTIVITY_LOG -> new TableWriter(EventTables::activities);
      case LOAN_LEDGER -> new TableWriter(MoneyTables::ledger);
      case LOAN_REPAYMENT -> new TableWriter(MoneyTables::repayments);
      case FUND_LEDGER -> new TableWriter(MoneyTables::funds);
      case MEDIA_ITEM -> new TableWriter(EventTables::media);
      case HALF_YEAR_REPORT -> new TableWriter(EventTables::report);
    };
  }
}
