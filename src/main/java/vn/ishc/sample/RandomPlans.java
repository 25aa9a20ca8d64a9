package vn.ishc.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ishc.row.Period;

/** Decides by chance which files the offices of a world send. */
final class RandomPlans {
  private static final List<Trait> LETTERINGS =
      List.of(
          Trait.TCVN3,
          Trait.NFD,
          Trait.NEW_TONE,
          Trait.CAPITALS,
          Trait.VNI,
          Trait.CAPITALS,
          Trait.ETH,
          Trait.MOJIBAKE);
  private static final List<Trait> LAYOUT =
      List.of(
          Trait.NOTE_SHEET,
          Trait.EMPTY_SHEET,
          Trait.BLANK_ROWS,
          Trait.HEADER_BREAKS,
          Trait.HIDDEN_ROW,
          Trait.HIDDEN_COLUMN);
  private static final List<Trait> ROSTER_ODDITIES =
      List.of(
          Trait.REPEATED_HEADER,
          Trait.SUBTOTALS,
          Trait.ID_TWO,
          Trait.ID_NUMBERS,
          Trait.ID_SPACED,
          Trait.PHONES,
          Trait.INSURANCE_FORMS,
          Trait.HONORIFICS,
          Trait.SPACES,
          Trait.HIDDEN_SHEET,
          Trait.LEFT_IN_NOTE);
  private static final List<Trait> BAD_ROWS =
      List.of(
          Trait.BAD_BIRTH,
          Trait.IMPOSSIBLE_BIRTH,
          Trait.NAME_MISSING,
          Trait.DUPLICATE_ROW,
          Trait.SEX_AGAINST_ID,
          Trait.BIRTH_AGAINST_ID,
          Trait.ID_EXPONENT,
          Trait.FORMULA_FAILED,
          Trait.ID_QR);

  private final World world;
  private final SampleSpec spec;
  private final Set<SampleFeed> feeds;
  private final OtherPlans others;

  RandomPlans(World world, SampleSpec spec, Set<SampleFeed> feeds) {
    this.world = world;
    this.spec = spec;
    this.feeds = feeds;
    this.others = new OtherPlans(world, spec, feeds);
  }

  /** The half-years written for. */
  List<Period> periods() {
    List<Period> periods = new ArrayList<>();
    for (Period at = spec.first();
        at.compareTo(spec.last()) <= 0;
        at = Period.of(at.end().plusDays(1))) {
      periods.add(at);
    }
    return periods;
  }

  /** The files of one half-year, by folder. */
  List<FilePlan> of(Period period) {
    List<FilePlan> plans = new ArrayList<>();
    if (period.equals(spec.first())) {
      plans.add(targets(period));
    }
    for (Map.Entry<FilePlan.Issuer, Sender> sender : senders(period).entrySet()) {
      plans.addAll(of(period, sender.getKey(), sender.getValue()));
      plans.addAll(
          others.ofUnit(
              period, sender.getKey(), sender.getValue().folder(), sender.getValue().clubs()));
    }
    plans.addAll(others.ofOthers(period));
    return plans.stream().filter(plan -> feeds.containsAll(plan.feeds())).toList();
  }

  private record Sender(String folder, List<Club> clubs) {}

  private Map<FilePlan.Issuer, Sender> senders(Period period) {
    Map<FilePlan.Issuer, Sender> senders = new LinkedHashMap<>();
    if (!Places.communesReport(period)) {
      for (Places.District district : world.places().districts()) {
        put(
            senders,
            FilePlan.Issuer.of(district),
            district.folder(),
            world.ofDistrict(district.code(), period));
      }
      return senders;
    }
    for (Club club : world.clubs()) {
      Places.Commune commune = club.site().in130();
      put(
          senders,
          FilePlan.Issuer.of(commune),
          commune.folder(),
          world.ofCommune(commune.code(), period));
    }
    return senders;
  }

  private static void put(
      Map<FilePlan.Issuer, Sender> senders,
      FilePlan.Issuer issuer,
      String folder,
      List<Club> clubs) {
    if (!clubs.isEmpty()) {
      senders.putIfAbsent(issuer, new Sender(folder, clubs));
    }
  }

  private FilePlan targets(Period period) {
    return new FilePlan(
        "ubnd-tinh",
        SampleFeed.PLAN_TARGETS.fileName() + ".xlsx",
        List.of(SampleFeed.PLAN_TARGETS),
        FileForm.XLSX,
        period,
        FilePlan.Issuer.PROVINCE,
        List.of(),
        Set.of(),
        received(period, false));
  }

  private List<FilePlan> of(Period period, FilePlan.Issuer issuer, Sender sender) {
    Chance chance = Chance.of(spec.seed(), period.code() + issuer.code());
    List<FilePlan> plans = new ArrayList<>();
    plans.add(
        plan(SampleFeed.CLUB_REGISTRY, period, issuer, sender, registryTraits(chance), chance));
    if (spec.messiness() == Messiness.CLEAN || !chance.percent(2)) {
      plans.add(
          plan(
              SampleFeed.MEMBER_ROSTER,
              period,
              issuer,
              sender,
              rosterTraits(chance, sender.clubs().size(), period),
              chance));
    }
    return plans;
  }

  private FilePlan plan(
      SampleFeed feed,
      Period period,
      FilePlan.Issuer issuer,
      Sender sender,
      Set<Trait> traits,
      Chance chance) {
    FileForm form = form(chance, traits);
    if (form.delimited()) {
      traits.removeAll(
          EnumSet.of(
              Trait.TCVN3,
              Trait.VNI,
              Trait.BIRTH_SPLIT,
              Trait.ONE_CLUB,
              Trait.SHEET_PER_CLUB,
              Trait.CLUB_SECTIONS,
              Trait.TOTALS,
              Trait.TOTAL_WRONG,
              Trait.TOTAL_FORMULA,
              Trait.NOTE_SHEET,
              Trait.EMPTY_SHEET,
              Trait.HIDDEN_ROW,
              Trait.HIDDEN_SHEET,
              Trait.HIDDEN_COLUMN,
              Trait.MERGED_BODY,
              Trait.REPEATED_HEADER,
              Trait.SUBTOTALS,
              Trait.NUMBER_ROW,
              Trait.HEADER_BREAKS,
              Trait.SEX_TICK,
              Trait.MONEY_MILLIONS,
              Trait.MONEY_THOUSANDS,
              Trait.BLANK_ROWS,
              Trait.FORMULA_FAILED,
              Trait.ID_NUMBERS));
      traits.add(Trait.CLUB_COLUMN);
    }
    String name = feed.fileName() + " " + Written.periodInName(period) + form.extension();
    return new FilePlan(
        sender.folder(),
        name,
        List.of(feed),
        form,
        period,
        issuer,
        sender.clubs(),
        traits,
        received(period, odd(chance)));
  }

  private FileForm form(Chance chance, Set<Trait> traits) {
    if (traits.contains(Trait.MONEY_MILLIONS) || spec.messiness() == Messiness.CLEAN) {
      return FileForm.XLSX;
    }
    return chance.any(
        FileForm.XLSX,
        FileForm.XLSX,
        FileForm.XLSX,
        FileForm.XLSX,
        FileForm.XLSX,
        FileForm.XLS,
        FileForm.XLS,
        FileForm.XLS,
        FileForm.ODS,
        FileForm.ODS,
        FileForm.CSV,
        FileForm.XLSM,
        FileForm.CSV_WINDOWS,
        FileForm.UNICODE_TEXT);
  }

  private Set<Trait> registryTraits(Chance chance) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    addSome(traits, chance, LAYOUT, spec.messiness().oddityPercent());
    lettering(traits, chance);
    traits.add(chance.any(Trait.TOTALS, Trait.TOTALS, Trait.TOTAL_FORMULA));
    if (chance.percent(50)) {
      traits.add(chance.any(Trait.MONEY_MILLIONS, Trait.MONEY_THOUSANDS, Trait.MONEY_TEXT));
    }
    if (chance.percent(30)) {
      traits.add(Trait.NUMBER_ROW);
    }
    if (odd(chance)) {
      traits.add(chance.any(Trait.DITTO, Trait.MERGED_BODY));
    }
    if (chance.percent(spec.messiness().badRowPercent())) {
      traits.add(Trait.TOTAL_WRONG);
      traits.remove(Trait.TOTAL_FORMULA);
    }
    return traits;
  }

  private Set<Trait> rosterTraits(Chance chance, int clubs, Period period) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.add(
        clubs == 1
            ? Trait.ONE_CLUB
            : chance.any(Trait.SHEET_PER_CLUB, Trait.CLUB_SECTIONS, Trait.CLUB_COLUMN));
    addSome(traits, chance, LAYOUT, spec.messiness().oddityPercent());
    addSome(traits, chance, ROSTER_ODDITIES, spec.messiness().oddityPercent());
    addSome(traits, chance, BAD_ROWS, spec.messiness().badRowPercent());
    addSome(
        traits,
        chance,
        List.of(
            Trait.ECONOMY_COLUMN,
            Trait.PEOPLE_COLUMN,
            Trait.LEFT_COLUMNS,
            Trait.RECIPIENT_COLUMN,
            Trait.INSURANCE_COLUMN,
            Trait.PHONE_COLUMN,
            Trait.NUMBER_ROW,
            Trait.TOTALS),
        45);
    lettering(traits, chance);
    if (odd(chance)) {
      traits.add(chance.any(Trait.DITTO, Trait.MERGED_BODY));
    }
    if (odd(chance)) {
      traits.add(
          chance.any(
              Trait.BIRTH_SPLIT,
              Trait.BIRTH_FORMS,
              Trait.BIRTH_SPLIT,
              period.half() == 2 ? Trait.BIRTH_AGE : Trait.BIRTH_FORMS));
    } else if (odd(chance)) {
      traits.add(chance.any(Trait.SEX_TICK, Trait.NAME_SPLIT));
    }
    return traits;
  }

  private void lettering(Set<Trait> traits, Chance chance) {
    if (chance.percent(2 * spec.messiness().oddityPercent())) {
      traits.add(chance.any(LETTERINGS));
    }
  }

  private boolean odd(Chance chance) {
    return chance.percent(spec.messiness().oddityPercent());
  }

  private static void addSome(Set<Trait> traits, Chance chance, List<Trait> of, int percent) {
    of.stream().filter(trait -> chance.percent(percent)).forEach(traits::add);
  }

  /** Reports are due on the 20th of June and December; late ones come three weeks after. */
  static LocalDate received(Period period, boolean late) {
    LocalDate due = LocalDate.of(period.year(), period.half() == 1 ? 6 : 12, 18);
    return late ? due.plusDays(20) : due;
  }
}
