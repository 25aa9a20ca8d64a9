package vn.ishc.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Spelling;

/**
 * A made-up province whose truth is known: persons, and what rosters, health checks, loans and repayments write of them, with the sicknesses of real lists. Names
 * are drawn from lists of its own, not from the table the weights rest on.
 */
public final class LinkWorld {
  /** A row that names a person. */
  private record Mention(int person, PersonProfile profile) {}

  private static final class Person {
    String family = "";
    String middle = "";
    String given = "";
    boolean woman;
    LocalDate birth = LocalDate.EPOCH;
    String nationalId = "";
    String oldId = "";
    String insuranceNo = "";
    String phone = "";
    String hamlet = "";
    int commune;
    int club;
    int number;

    Person copy() {
      Person copy = new Person();
      copy.family = family;
      copy.middle = middle;
      copy.given = given;
      copy.woman = woman;
      copy.birth = birth;
      copy.phone = phone;
      copy.hamlet = hamlet;
      copy.commune = commune;
      copy.club = club;
      return copy;
    }
  }

  /** How one list writes. */
  private record Style(boolean tones, boolean nationalId, boolean oldId, boolean insurance, boolean phone, boolean sex, boolean hamlet, boolean club, int birth) {}

  private static final String[] FAMILIES =
      ("Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phan Phan Hoàng Hoàng Phạm Hồ Hồ Võ Võ Đặng Bùi Cao Thái Đinh Đậu Dương Ngô Chu Hà Vương Lô Vi "
              + "Lương Kha Vừ Xồng Moong Cụt Tăng Phùng Trịnh Lưu Tô Biện").split(" ");
  private static final String[] MEN =
      ("Văn Văn Văn Văn Văn Đình Đình Xuân Đức Hữu Ngọc Bá Công Viết Khắc Sỹ Trọng Thanh Quốc Cảnh Duy Minh Quang").split(" ");
  private static final String[] WOMEN = {"Thị", "Thị", "Thị", "Thị", "Thị", "Thị", "Thị", "Thị", "Thị Thanh", "Thị Thu", "Thị Minh", "Thị Kim", "Thị Hồng"};
  private static final String[] GIVEN_MEN =
      ("Hùng Sơn Hải Dũng Bình Minh Thắng Tuấn Long Hoàn Đức Hòa Thành Lâm Tân Toàn Phúc Vinh Quang Hợi Tý Mão Thìn Luận Ninh Châu Đạt Hậu Kiên Nam Thọ Danh Chung "
              + "Hiếu Tài Cường Chiến Dần Ngọ Thân Dậu Tuất Sửu Tịnh Lợi Lộc An Ba Bảy Năm Sáu").split(" ");
  private static final String[] GIVEN_WOMEN =
      ("Hoa Lan Hương Hà Thủy Hồng Nga Bình Xuân Loan Vân Liên Thu Tâm Hòa Nhung Huệ Cúc Thắm Tuyết Phương Lý Quế Đào Mận Sen Nguyệt Oanh Ngân Thìn Tám Minh Thúy Hiền "
              + "Duyên Mỹ Hạnh Hằng Hường Dung Yến Mai Nhàn Lài Thoa Tứ Dần Mùi Ngọ Thân").split(" ");

  private final Random random;
  private final List<Person> persons = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<Integer, List<Person>> byClub = new TreeMap<>();
  private final Map<Integer, List<Integer>> byCommune = new TreeMap<>();
  private long roster;
  private int numbers;

  /**
   * Makes a province.
   *
   * @param seed the same seed gives the same province
   * @param clubs how many clubs; a commune has two to four
   * @param periods how many half-years
   */
  public LinkWorld(long seed, int clubs, int periods) {
    random = new Random(seed);
    int commune = 0;
    for (int club = 1; club <= clubs; ) {
      commune++;
      for (int n = 2 + random.nextInt(3); n > 0 && club <= clubs; n--) {
        found(club++, commune);
      }
    }
    for (int period = 0; period < periods; period++) {
      String name = (2021 + period / 2) + "-H" + (1 + period % 2);
      move();
      byClub.forEach((club, members) -> roster(name, members));
      int now = period;
      byCommune.forEach((of, all) -> events(name, all, now));
    }
  }

  private void found(int club, int commune) {
    String clan = any(FAMILIES);
    List<Person> members = new ArrayList<>();
    int size = 45 + random.nextInt(25);
    while (members.size() < size) {
      Person person = person(clan, commune, club);
      members.add(person);
      if (chance(0.01)) {
        members.add(twin(person));
      }
      if (chance(0.01)) {
        members.add(namesake(person));
      }
      if (chance(0.01)) {
        members.add(child(person));
      }
    }
    for (Person member : members) {
      identify(member);
      byCommune.computeIfAbsent(commune, c -> new ArrayList<>()).add(persons.size());
      member.number = persons.size();
      persons.add(member);
    }
    byClub.put(club, members);
  }

  private Person person(String clan, int commune, int club) {
    Person person = new Person();
    person.woman = chance(0.63);
    person.family = chance(0.25) ? clan : any(FAMILIES);
    person.middle = any(person.woman ? WOMEN : MEN);
    person.given = any(person.woman ? GIVEN_WOMEN : GIVEN_MEN);
    person.birth = LocalDate.of(1936 + (int) Math.min(50, Math.abs(random.nextGaussian()) * 14 + random.nextInt(20)), 1, 1).plusDays(random.nextInt(365));
    person.hamlet = "xóm " + (1 + (club * 3 + random.nextInt(3)) % 12);
    person.phone = "09" + (10_000_000 + random.nextInt(90_000_000));
    person.commune = commune;
    person.club = club;
    return person;
  }

  /** Born on the same day in the same house; the names often differ in a tone only. */
  private Person twin(Person person) {
    Person twin = person.copy();
    String other = Map.of("Hoa", "Hòa", "Thủy", "Thúy", "Lan", "Liên", "Hà", "Hạnh", "Hùng", "Hưng", "Bình", "Minh").getOrDefault(person.given, "");
    twin.given = other.isEmpty() ? any(person.woman ? GIVEN_WOMEN : GIVEN_MEN) : other;
    if (twin.given.equals(person.given)) {
      twin.given = person.woman ? "Hường" : "Cường";
    }
    return twin;
  }

  /** Another person of the same name and year in the commune. */
  private Person namesake(Person person) {
    Person other = person.copy();
    other.birth = LocalDate.of(person.birth.getYear(), 1, 1).plusDays(random.nextInt(365));
    other.phone = "03" + (10_000_000 + random.nextInt(90_000_000));
    other.hamlet = "xóm " + (1 + random.nextInt(12));
    return other;
  }

  /** A son or daughter of the same name in the same house. */
  private Person child(Person person) {
    Person child = person.copy();
    child.birth = person.birth.plusYears(20 + random.nextInt(15)).plusDays(random.nextInt(300));
    return child;
  }

  private void identify(Person person) {
    int number = ++numbers;
    person.nationalId = "040" + (person.woman ? 1 : 0) + String.format("%02d", person.birth.getYear() % 100) + String.format("%06d", (number * 7919L) % 1_000_000);
    person.oldId = String.format("18%07d", number * 31L % 10_000_000);
    person.insuranceNo = String.format("40%08d", number * 977L % 100_000_000);
  }

  /** A few persons move to another hamlet, fewer to a club of another commune. */
  private void move() {
    for (Person person : persons) {
      if (chance(0.008)) {
        person.hamlet = "xóm " + (1 + random.nextInt(12));
      }
      if (chance(0.002)) {
        Person there = persons.get(random.nextInt(persons.size()));
        byClub.getOrDefault(person.club, new ArrayList<>()).remove(person);
        person.club = there.club;
        person.commune = there.commune;
        byClub.getOrDefault(person.club, new ArrayList<>()).add(person);
      }
    }
  }

  private void roster(String period, List<Person> members) {
    Style style = new Style(!chance(0.04), chance(0.75), chance(0.15), chance(0.3), chance(0.3), chance(0.9), chance(0.6), true, random.nextInt(4));
    roster++;
    for (Person member : List.copyOf(members)) {
      if (chance(0.96)) {
        write(member, style, period, roster, null);
      }
    }
  }

  private void events(String period, List<Integer> all, int now) {
    Style health = new Style(!chance(0.06), chance(0.5), chance(0.1), chance(0.6), chance(0.1), chance(0.9), chance(0.7), chance(0.4), random.nextInt(4));
    Style loans = new Style(!chance(0.05), chance(0.6), chance(0.3), false, false, false, chance(0.4), chance(0.7), chance(0.6) ? random.nextInt(4) : 4);
    Style book = new Style(!chance(0.05), false, false, false, false, false, false, false, 4);
    for (int index : all) {
      Person person = persons.get(index);
      if (now % 2 == 0 && chance(0.7)) {
        write(person, health, period, 0, null);
      }
      if (chance(0.12)) {
        String loan = "429|" + index + "/" + now;
        write(person, loans, period, 0, loan + "\tclub_fund");
        if (chance(0.7)) {
          write(person, book, period, 0, loan);
        }
      }
    }
  }

  private void write(Person person, Style style, String period, long of, @Nullable String loan) {
    String name = name(person, style);
    Birth birth = birth(person, style);
    String nationalId = style.nationalId && chance(0.93) ? slipped(person.nationalId) : "";
    boolean namedOnly = loan != null && !birth.known() && nationalId.isEmpty() && !style.club;
    String oldId = style.oldId && chance(0.8) ? person.oldId : "";
    String insurance = style.insurance && chance(0.85) ? person.insuranceNo : "";
    String phone = style.phone && chance(0.7) ? person.phone : "";
    String hamlet = style.hamlet && chance(0.9) ? person.hamlet : "";
    String sex = style.sex && chance(0.99) ? chance(0.997) == person.woman ? "female" : "male" : "";
    long[] rosters = of == 0 ? new long[0] : new long[] {of};
    String[] loans = loan == null ? new String[0] : new String[] {loan};
    PersonProfile profile =
        new PersonProfile(
            0, WrittenName.of(Spelling.fold(name)), birth, sex, nationalId, oldId, insurance, phone, hamlet, "", "c" + person.commune, style.club ? person.club : 0, rosters,
            loans, period, namedOnly);
    mentions.add(new Mention(person.number, profile));
  }

  private String name(Person person, Style style) {
    String middle = person.middle;
    if (chance(0.015)) {
      middle = "";
    } else if (chance(0.01)) {
      middle = middle.substring(0, 1);
    }
    String given = chance(0.002) ? any(GIVEN_WOMEN) : person.given;
    String name = (person.family + " " + middle + " " + given).replace("  ", " ");
    return style.tones && !chance(0.005) ? name : Spelling.toneless(name);
  }

  private Birth birth(Person person, Style style) {
    LocalDate day = person.birth;
    if (chance(0.006) && day.getDayOfMonth() <= 12) {
      day = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
    } else if (chance(0.006)) {
      day = day.minusDays(20 + random.nextInt(30));
    } else if (chance(0.004)) {
      day = day.plusYears(random.nextBoolean() ? 1 : -1);
    }
    LocalDate first = day.withDayOfYear(1);
    return switch (style.birth) {
      case 0, 1 -> chance(0.95) ? Birth.of(day, day) : Birth.of(first, first);
      case 2 -> Birth.of(first, first.withDayOfYear(first.lengthOfYear()));
      case 3 -> chance(0.5) ? Birth.of(first, first) : Birth.of(first, first.withDayOfYear(first.lengthOfYear()));
      default -> Birth.UNKNOWN;
    };
  }

  /** Two neighbouring digits exchanged, now and then. */
  private String slipped(String number) {
    if (!chance(0.003)) {
      return number;
    }
    int at = 6 + random.nextInt(5);
    char[] digits = number.toCharArray();
    char held = digits[at];
    digits[at] = digits[at + 1];
    digits[at + 1] = held;
    return new String(digits);
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  /** What is written, alike writings as one, and which persons stand behind each, with the number of rows. */
  public Written written() {
    Map<String, List<Mention>> alike = new HashMap<>();
    for (Mention mention : mentions) {
      alike.computeIfAbsent(content(mention.profile), c -> new ArrayList<>()).add(mention);
    }
    Map<Long, List<Mention>> byKey = new TreeMap<>();
    Set<Long> taken = new HashSet<>();
    alike.forEach(
        (content, rows) -> {
          long key = (content.hashCode() * 0x9E3779B97F4A7C15L ^ new StringBuilder(content).reverse().toString().hashCode()) >>> 4;
          if (!taken.add(key)) {
            throw new IllegalStateException("two writings with one key");
          }
          byKey.put(key, rows);
        });
    List<PersonProfile> profiles = new ArrayList<>();
    List<Map<Integer, Integer>> truth = new ArrayList<>();
    byKey.forEach(
        (key, rows) -> {
          profiles.add(merged(key, rows));
          Map<Integer, Integer> behind = new TreeMap<>();
          rows.forEach(row -> behind.merge(row.person, 1, Integer::sum));
          truth.add(behind);
        });
    return new Written(profiles, truth);
  }

  private static String content(PersonProfile p) {
    String loan = p.namedOnly() ? p.loans()[0] : "";
    return String.join("|", p.name().key(), p.birth().toString(), p.sex(), p.nationalId(), p.oldId(), p.insuranceNo(), p.phone(), p.hamlet(), p.house(), p.commune(), "" + p.club(), loan);
  }

  private static PersonProfile merged(long key, List<Mention> rows) {
    PersonProfile p = rows.getFirst().profile;
    Set<Long> rosters = new TreeSet<>();
    Set<String> loans = new TreeSet<>();
    String period = p.firstPeriod();
    for (Mention row : rows) {
      for (long of : row.profile.rosters()) {
        rosters.add(of);
      }
      loans.addAll(List.of(row.profile.loans()));
      period = row.profile.firstPeriod().compareTo(period) < 0 ? row.profile.firstPeriod() : period;
    }
    return new PersonProfile(
        key, p.name(), p.birth(), p.sex(), p.nationalId(), p.oldId(), p.insuranceNo(), p.phone(), p.hamlet(), p.house(), p.commune(), p.club(),
        rosters.stream().mapToLong(Long::longValue).toArray(), loans.toArray(new String[0]), period, p.namedOnly());
  }

  /**
   * The writings and the truth.
   *
   * @param profiles in ascending order of their keys
   * @param truth of each writing, the persons behind it and how many rows each has
   */
  public record Written(List<PersonProfile> profiles, List<Map<Integer, Integer>> truth) {
    /** How many rows there are. */
    public long rows() {
      return truth.stream().flatMap(behind -> behind.values().stream()).mapToLong(Integer::longValue).sum();
    }
  }
}
