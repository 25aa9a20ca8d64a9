package vn.ishc.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How one roster writes its cells: the same way from the first row to the last. */
final class RosterCells {
  /** How dates are written. */
  private enum Dates {
    TRUE,
    PADDED,
    SHORT
  }

  private static final Map<String, String> OLD_PREFIX =
      Map.of(
          "039", "0169", "038", "0168", "037", "0167", "035", "0165", "077", "0122", "085", "0125");

  private final FilePlan plan;
  private final Chance chance;
  private final Dates dates;
  private final String tick;
  private final String clubPrefix;
  private final boolean plainRole;

  RosterCells(FilePlan plan, Chance chance) {
    this.plan = plan;
    this.chance = chance;
    this.dates =
        plan.form().delimited()
            ? Dates.SHORT
            : plan.has(Trait.EPOCH_1904) ? Dates.TRUE : chance.any(Dates.values());
    this.tick = chance.any("x", "X", "x", "X", "+", "v", "1");
    this.clubPrefix = chance.any("CLB ", "CLB LTHTGN ", "CLB liên thế hệ tự giúp nhau ");
    this.plainRole = chance.percent(40);
  }

  /** The club's name as this file writes it. */
  String club(Club club) {
    return clubPrefix + club.hamlet();
  }

  /** The commune's name as this file writes it. */
  String commune(Club club) {
    if (plan.has(Trait.OLD_COMMUNES)) {
      return (Places.communesReport(plan.period()) ? club.site().in412() : club.site().in460())
          .fullName();
    }
    String full = club.site().at(plan.period()).fullName();
    return plan.has(Trait.LOOSE_COMMUNES)
        ? Places.withoutMarks(full).replace("Xa ", "X. ").replace("Phuong ", "P. ")
        : full;
  }

  /** All cells of a membership that the file could show. */
  Map<RosterField, Draft.@Nullable Cell> of(Club club, Club.Membership member) {
    Map<RosterField, Draft.@Nullable Cell> cells = new EnumMap<>(RosterField.class);
    Person person = member.person();
    cells.put(RosterField.CLUB, plan.body(club(club)));
    cells.put(RosterField.COMMUNE, plan.body(commune(club)));
    name(cells, person);
    birth(cells, person);
    cells.put(RosterField.SEX, Draft.text(person.woman() ? "Nữ" : "Nam"));
    cells.put(RosterField.WOMAN_TICK, ticked(person.woman()));
    cells.put(RosterField.ID, id(person));
    cells.put(RosterField.INSURANCE, insurance(person.insurance()));
    cells.put(RosterField.PHONE, phone(person.phone()));
    cells.put(RosterField.HAMLET, plan.body(person.hamlet()));
    classes(cells, person);
    cells.put(
        RosterField.ROLE,
        Draft.text(member.role().isEmpty() && plainRole ? "Thành viên" : member.role()));
    cells.put(RosterField.VOLUNTEER, ticked(member.volunteer()));
    cells.put(RosterField.RECIPIENT, ticked(person.caredFor()));
    cells.put(RosterField.JOINED, day(member.joined()));
    leaving(cells, member);
    return cells;
  }

  /** A day in this file's way. */
  Draft.Cell day(LocalDate day) {
    return switch (dates) {
      case TRUE -> new Draft.Day(day);
      case PADDED -> new Draft.Text(Written.slashed(day, true), Lettering.UNICODE);
      case SHORT -> new Draft.Text(Written.slashed(day, false), Lettering.UNICODE);
    };
  }

  /** The field that holds a person's birth. */
  RosterField birthField(Person person) {
    return plan.has(Trait.BIRTH_AGE)
        ? RosterField.AGE
        : !plan.has(Trait.BIRTH_SPLIT)
            ? RosterField.BIRTH
            : person.woman() ? RosterField.BIRTH_WOMAN : RosterField.BIRTH_MAN;
  }

  private void name(Map<RosterField, Draft.@Nullable Cell> cells, Person person) {
    int last = person.name().lastIndexOf(' ');
    cells.put(RosterField.SURNAME, plan.personName(person.name().substring(0, last)));
    cells.put(RosterField.GIVEN, plan.personName(person.name().substring(last + 1)));
    String name = person.name();
    if (plan.has(Trait.SPACES)) {
      name = chance.any(name + "\u00a0", name.replaceFirst(" ", "  "), " " + name, name);
    }
    if (plan.has(Trait.HONORIFICS) && chance.percent(60)) {
      name = (person.born().getYear() < 1946 ? "Cụ " : person.woman() ? "Bà " : "Ông ") + name;
    }
    cells.put(RosterField.NAME, plan.personName(name));
  }

  private void birth(Map<RosterField, Draft.@Nullable Cell> cells, Person person) {
    int year = person.born().getYear();
    Draft.Cell written;
    if (plan.has(Trait.BIRTH_AGE)) {
      written = new Draft.Number(plan.period().year() - year);
    } else if (plan.has(Trait.BIRTH_FORMS)) {
      written = new Draft.Text(anyForm(person), Lettering.UNICODE);
    } else {
      written = person.dayKnown() ? day(person.born()) : new Draft.Number(year);
    }
    cells.put(birthField(person), written);
  }

  private String anyForm(Person person) {
    LocalDate born = person.born();
    int year = born.getYear();
    if (!person.dayKnown()) {
      return chance.any(
          "/ /" + year,
          "00/00/" + year,
          "sinh năm " + year,
          Integer.toString(year),
          "\u00a0" + year);
    }
    String day = Integer.toString(born.getDayOfMonth());
    String month = Integer.toString(born.getMonthValue());
    return chance.any(
        Written.slashed(born, false),
        Written.slashed(born, true),
        day + "." + month + "." + year,
        Written.two(born.getDayOfMonth())
            + "-"
            + Written.two(born.getMonthValue())
            + "-"
            + Integer.toString(year).substring(2),
        "\u00a0" + Written.slashed(born, true));
  }

  private Draft.@Nullable Cell id(Person person) {
    String citizen = person.citizenId();
    String old = person.oldId();
    if (citizen == null) {
      return Draft.text(old);
    }
    if (plan.has(Trait.ID_TWO) && old != null) {
      return Draft.text(old + "/" + citizen);
    }
    if (plan.has(Trait.ID_NUMBERS)) {
      return new Draft.Number(Long.parseLong(citizen));
    }
    if (plan.has(Trait.ID_SPACED)) {
      String mark = chance.any(" ", ".");
      return Draft.text(
          citizen.substring(0, 3) + mark + citizen.substring(3, 6) + mark + citizen.substring(6));
    }
    return Draft.text(citizen);
  }

  private Draft.@Nullable Cell insurance(@Nullable String number) {
    if (number == null || !plan.has(Trait.INSURANCE_FORMS)) {
      return Draft.text(number);
    }
    return Draft.text(
        chance.any(
            number,
            number.substring(5),
            number.substring(0, 2)
                + " "
                + number.charAt(2)
                + " "
                + number.substring(3, 5)
                + " "
                + number.substring(5)));
  }

  private Draft.@Nullable Cell phone(@Nullable String number) {
    if (number == null || !plan.has(Trait.PHONES)) {
      return Draft.text(number);
    }
    String oldPrefix = OLD_PREFIX.get(number.substring(0, 3));
    if (oldPrefix != null && chance.percent(50)) {
      return Draft.text(oldPrefix + number.substring(3));
    }
    return switch (chance.between(1, 4)) {
      case 1 ->
          Draft.text(
              number.substring(0, 4) + "." + number.substring(4, 7) + "." + number.substring(7));
      case 2 -> Draft.text("+84 " + number.substring(1));
      case 3 -> new Draft.Number(Long.parseLong(number));
      default -> Draft.text(number);
    };
  }

  private void classes(Map<RosterField, Draft.@Nullable Cell> cells, Person person) {
    cells.put(RosterField.PEOPLE, Draft.text(person.people().written()));
    cells.put(RosterField.ECONOMY, Draft.text(person.economy().written()));
    cells.put(RosterField.POOR, ticked(person.economy() == Person.Economy.POOR));
    cells.put(RosterField.NEAR_POOR, ticked(person.economy() == Person.Economy.NEAR_POOR));
    cells.put(RosterField.HARDSHIP, ticked(person.economy() == Person.Economy.HARDSHIP));
    cells.put(RosterField.MINORITY, ticked(person.people() != Names.People.KINH));
    cells.put(RosterField.LONE, ticked(person.lone()));
    cells.put(RosterField.DISABLED, ticked(person.disabled()));
  }

  private void leaving(Map<RosterField, Draft.@Nullable Cell> cells, Club.Membership member) {
    LocalDate left = member.left();
    if (left == null || left.isAfter(plan.period().end())) {
      return;
    }
    cells.put(RosterField.LEFT, day(left));
    cells.put(RosterField.WHY, Draft.text(member.why()));
    if (!plan.has(Trait.LEFT_COLUMNS)) {
      cells.put(RosterField.NOTE, Draft.text(note(member, left)));
    }
  }

  private String note(Club.Membership member, LocalDate left) {
    String what = member.why().equals("đã mất") ? "đã mất" : "chuyển đi";
    return chance.any(
        what + " " + Written.slashed(left, false),
        what + " tháng " + left.getMonthValue() + "/" + left.getYear(),
        what);
  }

  private Draft.@Nullable Cell ticked(boolean yes) {
    return yes ? Draft.text(tick) : null;
  }

  /** What a row of these cells tells. */
  Answer.Told told(Club.Membership member) {
    Person person = member.person();
    boolean dayTold = person.dayKnown() && !plan.has(Trait.BIRTH_AGE);
    LocalDate born = dayTold ? person.born() : LocalDate.of(person.born().getYear(), 1, 1);
    LocalDate left =
        member.left() == null || Objects.requireNonNull(member.left()).isAfter(plan.period().end())
            ? null
            : member.left();
    return new Answer.Told(
        person.woman(),
        born,
        dayTold,
        person.economy(),
        person.people() != Names.People.KINH,
        person.lone(),
        person.disabled(),
        member.volunteer(),
        member.joined(),
        left);
  }
}
