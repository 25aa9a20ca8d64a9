package vn.ishc.sample;

/** The feeds that the generator can write. */
enum SampleFeed {
  CLUB_REGISTRY("club-registry", "DS CLB"),
  MEMBER_ROSTER("member-roster", "DS hoi vien"),
  PLAN_TARGETS("plan-targets", "Phu luc chi tieu KH 345");

  private final String code;
  private final String fileName;

  SampleFeed(String code, String fileName) {
    this.code = code;
    this.fileName = fileName;
  }

  /** The name of its contract. */
  String code() {
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
    };
  }
}
