package vn.ishc.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Period;

/** The made-up clubs and their members, as they really were. */
final class World {
  private static final String[] ROLES = {
    "Chủ nhiệm", "Phó chủ nhiệm", "Kế toán", "Thủ quỹ", "Thư ký"
  };
  private static final String[] REASONS = {"chuyển nơi ở", "đã mất", "xin ra", "sức khỏe yếu"};

  private final Places places;
  private final Set<String> numbers = new HashSet<>();
  private final List<Club> clubs = new ArrayList<>();

  World(Places places) {
    this.places = places;
  }

  /** A world of so many clubs, spread over the districts as the plan spreads them. */
  static World of(SampleSpec spec, Places places) {
    World world = new World(places);
    List<PlanTargets.Line> lines = PlanTargets.lines(places);
    int before = 0;
    int made = 0;
    for (PlanTargets.Line line : lines) {
      before += line.before() + line.newClubs();
      int upTo = Math.round((float) before * spec.clubs() / 275);
      for (; made < upTo; made++) {
        world.addAnywhere(line, made, spec);
      }
    }
    return world;
  }

  /** The places it lies in. */
  Places places() {
    return places;
  }

  /** All clubs, by district and site. */
  List<Club> clubs() {
    return List.copyOf(clubs);
  }

  /** The clubs of a plan district that a registry of the half-year names. */
  List<Club> ofDistrict(String code, Period period) {
    return clubs.stream()
        .filter(c -> c.site().district().code().equals(code) && c.reportedIn(period))
        .toList();
  }

  /** The clubs of a commune of July 2025 that a registry of the half-year names. */
  List<Club> ofCommune(String code130, Period period) {
    return clubs.stream()
        .filter(c -> c.site().in130().code().equals(code130) && c.reportedIn(period))
        .toList();
  }

  /** Founds a club and lives its life until the last half-year. */
  Club add(
      Chance chance,
      Places.Site site,
      String hamlet,
      LocalDate founded,
      Period last,
      @Nullable LocalDate closed) {
    List<Club.Membership> memberships =
        new Members(chance, site, hamlet, numbers).live(founded, last);
    Club club =
        new Club(
            site,
            hamlet,
            founded,
            chance.percent(8),
            chance.between(20, 480),
            closed,
            chance.between(200, 800) * 100,
            chance.between(8, 70) * 100,
            memberships);
    clubs.add(club);
    clubs.sort(
        Comparator.comparing((Club c) -> c.site().district().code())
            .thenComparing(c -> c.site().in460().code())
            .thenComparing(Club::founded)
            .thenComparing(Club::hamlet));
    return club;
  }

  private void addAnywhere(PlanTargets.Line line, int number, SampleSpec spec) {
    Chance chance = Chance.of(spec.seed(), "club " + number);
    boolean baseline = chance.between(1, line.before() + line.newClubs()) <= line.before();
    LocalDate planStart = LocalDate.of(2021, 1, 1);
    LocalDate end = spec.last().end().minusDays(40);
    LocalDate founded =
        baseline || end.isBefore(planStart)
            ? chance.day(LocalDate.of(2016, 6, 1), LocalDate.of(2020, 11, 30))
            : chance.day(planStart, end);
    Places.Site site = chance.any(places.sites(line.district()));
    String hamlet = Names.hamlet(chance, site);
    for (int i = 0; i < 500 && taken(site, hamlet); i++) {
      hamlet = i < 60 ? Names.hamlet(chance, site) : "xóm " + (i - 40);
    }
    LocalDate closing = chance.day(LocalDate.of(2023, 1, 1), spec.last().end());
    boolean closes = chance.percent(3) && closing.isAfter(founded.plusYears(1));
    add(chance, site, hamlet, founded, spec.last(), closes ? closing : null);
  }

  /** Two clubs of one commune of July 2025 never share a name. */
  private boolean taken(Places.Site site, String hamlet) {
    String kindless = hamlet.substring(hamlet.indexOf(' '));
    return clubs.stream()
        .anyMatch(
            c ->
                c.site().in130().equals(site.in130())
                    && c.hamlet().substring(c.hamlet().indexOf(' ')).equals(kindless));
  }

  /** How the members of one club come and go. */
  private static final class Members {
    private final Chance chance;
    private final Places.Site site;
    private final String hamlet;
    private final Set<String> numbers;
    private final Set<String> known = new HashSet<>();
    private final List<Club.Membership> all = new ArrayList<>();

    Members(Chance chance, Places.Site site, String hamlet, Set<String> numbers) {
      this.chance = chance;
      this.site = site;
      this.hamlet = hamlet;
      this.numbers = numbers;
    }

    List<Club.Membership> live(LocalDate founded, Period last) {
      int size = chance.between(50, 70);
      for (int i = 0; i < size; i++) {
        LocalDate joined =
            i < 5 || chance.percent(80)
                ? founded
                : chance.day(founded, earlier(founded.plusYears(2), last.end().minusDays(20)));
        all.add(join(i, joined.isBefore(founded) ? founded : joined));
      }
      for (Period at = Period.of(founded.plusMonths(6));
          at.compareTo(last) <= 0;
          at = Period.of(at.end().plusDays(1))) {
        pass(at);
      }
      return List.copyOf(all);
    }

    private void pass(Period period) {
      for (int i = 5; i < all.size(); i++) {
        Club.Membership member = all.get(i);
        if (member.left() == null
            && member.joined().isBefore(period.start())
            && chance.between(1, 1000) <= 22) {
          all.set(
              i,
              new Club.Membership(
                  member.person(),
                  member.role(),
                  member.volunteer(),
                  member.joined(),
                  dayIn(period),
                  chance.any(REASONS)));
        }
      }
      int joining = chance.between(0, 2);
      for (int i = 0; i < joining; i++) {
        all.add(join(all.size(), dayIn(period)));
      }
    }

    private Club.Membership join(int number, LocalDate joined) {
      boolean older = chance.percent(66);
      Person person = person(older, joined.getYear());
      boolean volunteer = !older && number >= 5 && chance.percent(30);
      return new Club.Membership(
          person, number < ROLES.length ? ROLES[number] : "", volunteer, joined, null, "");
    }

    private Person person(boolean older, int year) {
      Names.People people = Names.people(chance, site.district().code());
      boolean woman = chance.percent(65);
      int age = older ? chance.between(60, 82) : chance.between(32, 57);
      LocalDate born = LocalDate.of(year - age, chance.between(1, 12), chance.between(1, 28));
      String name = Names.person(chance, people, woman);
      while (!known.add(name + born.getYear())) {
        name = Names.person(chance, people, woman);
      }
      int kindOfNumber = chance.between(1, 100);
      Person.Economy economy = economy();
      String lives = chance.percent(6) ? "Xóm " + chance.between(1, 14) : Names.capitalised(hamlet);
      return new Person(
          name,
          people,
          woman,
          born,
          chance.percent(40),
          kindOfNumber <= 78 ? unique(citizenId(woman, born.getYear())) : null,
          kindOfNumber > 68 && kindOfNumber <= 88 ? unique("18" + chance.digits(7)) : null,
          chance.percent(65) ? insurance(people, economy, age) : null,
          chance.percent(35) ? phone() : null,
          lives,
          economy,
          chance.percent(6),
          chance.percent(5),
          older && age > 74 && chance.percent(40));
    }

    private Person.Economy economy() {
      int draw = chance.between(1, 100);
      int poor = "415 416 417 418".contains(site.district().code()) ? 14 : 5;
      return draw <= poor
          ? Person.Economy.POOR
          : draw <= 2 * poor
              ? Person.Economy.NEAR_POOR
              : draw <= 3 * poor ? Person.Economy.HARDSHIP : Person.Economy.AVERAGE;
    }

    private String citizenId(boolean woman, int year) {
      String province =
          chance.percent(94) ? "040" : chance.any("001", "034", "036", "038", "042", "044");
      int century = (year >= 2000 ? 2 : 0) + (woman ? 1 : 0);
      return province + century + twoDigits(year % 100) + chance.digits(6);
    }

    private String insurance(Names.People people, Person.Economy economy, int age) {
      String group =
          switch (economy) {
            case POOR -> "HN2";
            case NEAR_POOR -> "CN3";
            default ->
                age >= 80
                    ? "CT4"
                    : people == Names.People.KINH
                        ? chance.any("GD4", "HT3", "CB2", "GD4", "BT2")
                        : "DT2";
          };
      return unique(group + "40" + "40" + chance.digits(8));
    }

    private String phone() {
      return unique(
          chance.any("098", "097", "096", "091", "094", "038", "037", "035", "039", "077", "085")
              + chance.digits(7));
    }

    /** A number that nobody else has: its last digits count up until it is free. */
    private String unique(String number) {
      String free = number;
      while (!numbers.add(free)) {
        int tail = Integer.parseInt(free.substring(free.length() - 6)) + 1;
        String digits = Integer.toString(tail % 1_000_000);
        free = free.substring(0, free.length() - 6) + "0".repeat(6 - digits.length()) + digits;
      }
      return free;
    }

    private LocalDate dayIn(Period period) {
      return chance.day(period.start().plusDays(3), period.end().minusDays(20));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
      return a.isBefore(b) ? a : b;
    }

    private static String twoDigits(int number) {
      return (number < 10 ? "0" : "") + number;
    }
  }
}
