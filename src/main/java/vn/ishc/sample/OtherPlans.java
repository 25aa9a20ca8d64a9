package vn.ishc.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.ishc.row.Period;

/** Decides by chance the files of the feeds that are one plain table, and who sends them. */
final class OtherPlans {
  private static final List<SampleFeed> OF_UNITS =
      List.of(
          SampleFeed.HOME_CARE,
          SampleFeed.ACTIVITY_LOG,
          SampleFeed.LOAN_LEDGER,
          SampleFeed.LOAN_REPAYMENT,
          SampleFeed.FUND_LEDGER,
          SampleFeed.HALF_YEAR_REPORT);
  private static final Map<String, String> MEDIA =
      Map.of(
          "bao-nghe-an",
          "BÁO NGHỆ AN",
          "dai-ptth-nghe-an",
          "ĐÀI PHÁT THANH - TRUYỀN HÌNH NGHỆ AN",
          "cong-ttdt-nghe-an",
          "CỔNG TTĐT TỈNH NGHỆ AN");

  private final World world;
  private final SampleSpec spec;
  private final Set<SampleFeed> feeds;

  OtherPlans(World world, SampleSpec spec, Set<SampleFeed> feeds) {
    this.world = world;
    this.spec = spec;
    this.feeds = feeds;
  }

  /** What a district or commune sends beside its registry and roster. */
  List<FilePlan> ofUnit(Period period, FilePlan.Issuer issuer, String folder, List<Club> clubs) {
    return OF_UNITS.stream()
        .filter(feeds::contains)
        .map(feed -> plan(feed, loanKind(feed, " quy CLB"), period, issuer, folder, clubs))
        .toList();
  }

  /** What the health stations, the policy bank, the media and the finance department send. */
  List<FilePlan> ofOthers(Period period) {
    return Stream.of(healthStations(period), banks(period), media(period), finance(period))
        .flatMap(List::stream)
        .filter(plan -> feeds.containsAll(plan.feeds()))
        .toList();
  }

  private List<FilePlan> healthStations(Period period) {
    Map<Places.Commune, List<Club>> stations = new LinkedHashMap<>();
    for (Club club : world.clubs()) {
      if (club.activeAt(period) && CareTables.examinedIn(club, period)) {
        stations.computeIfAbsent(club.site().at(period), key -> new ArrayList<>()).add(club);
      }
    }
    List<FilePlan> plans = new ArrayList<>();
    stations.forEach(
        (commune, clubs) ->
            plans.add(
                plan(
                    SampleFeed.HEALTH_CHECK,
                    "",
                    period,
                    FilePlan.Issuer.of(commune).office("Trạm y tế " + commune.fullName()),
                    "tyt-" + Places.slug(commune.name()) + "-" + commune.code(),
                    clubs)));
    return plans;
  }

  private List<FilePlan> banks(Period period) {
    List<FilePlan> plans = new ArrayList<>();
    for (Places.District district : world.places().districts()) {
      List<Club> clubs = world.ofDistrict(district.code(), period);
      FilePlan.Issuer issuer =
          FilePlan.Issuer.of(district).office("Ngân hàng CSXH - PGD " + district.fullName());
      String folder = "nhcsxh-" + Places.slug(district.name());
      plans.add(plan(SampleFeed.LOAN_LEDGER, " NHCSXH", period, issuer, folder, clubs));
      plans.add(plan(SampleFeed.LOAN_REPAYMENT, " NHCSXH", period, issuer, folder, clubs));
    }
    return plans;
  }

  private List<FilePlan> media(Period period) {
    return MEDIA.keySet().stream()
        .sorted()
        .map(
            folder ->
                plan(
                    SampleFeed.MEDIA_ITEM,
                    "",
                    period,
                    FilePlan.Issuer.PROVINCE.office(MEDIA.getOrDefault(folder, "")),
                    folder,
                    List.of()))
        .toList();
  }

  private List<FilePlan> finance(Period period) {
    return List.of(
        plan(
            SampleFeed.FUND_LEDGER,
            "",
            period,
            FilePlan.Issuer.PROVINCE.office("Sở Tài chính tỉnh Nghệ An"),
            "so-tai-chinh",
            List.of()));
  }

  private static String loanKind(SampleFeed feed, String kind) {
    return feed == SampleFeed.LOAN_LEDGER || feed == SampleFeed.LOAN_REPAYMENT ? kind : "";
  }

  private FilePlan plan(
      SampleFeed feed,
      String kind,
      Period period,
      FilePlan.Issuer issuer,
      String folder,
      List<Club> clubs) {
    Chance chance = Chance.of(spec.seed(), period.code() + folder + feed);
    FileForm form =
        spec.messiness() == Messiness.CLEAN
            ? FileForm.XLSX
            : chance.any(
                FileForm.XLSX,
                FileForm.XLSX,
                FileForm.XLSX,
                FileForm.XLS,
                FileForm.XLS,
                FileForm.ODS,
                FileForm.CSV,
                FileForm.UNICODE_TEXT);
    String name = feed.fileName() + kind + " " + Written.periodInName(period) + form.extension();
    return new FilePlan(
        folder,
        name,
        List.of(feed),
        form,
        period,
        issuer,
        clubs,
        traits(feed, form, chance),
        RandomPlans.received(period, odd(chance)));
  }

  private Set<Trait> traits(SampleFeed feed, FileForm form, Chance chance) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (!form.delimited()) {
      addIf(traits, chance.percent(30), Trait.NUMBER_ROW);
      addIf(traits, chance.percent(30), Trait.TOTALS);
      addIf(traits, odd(chance), Trait.NOTE_SHEET);
      addIf(traits, odd(chance), Trait.EMPTY_SHEET);
    }
    habits(feed).stream().filter(habit -> odd(chance)).forEach(traits::add);
    addIf(traits, hasMoney(feed) && odd(chance), form.delimited() ? Trait.MONEY_TEXT : chance.any(Trait.MONEY_TEXT, Trait.MONEY_THOUSANDS, Trait.MONEY_MILLIONS));
    addIf(
        traits,
        odd(chance),
        form.delimited()
            ? Trait.NEW_TONE
            : chance.any(Trait.TCVN3, Trait.NFD, Trait.NEW_TONE, Trait.CAPITALS));
    boolean bad = chance.percent(spec.messiness().badRowPercent());
    switch (feed) {
      case LOAN_LEDGER ->
          addIf(traits, bad, chance.any(Trait.AMOUNT_NEGATIVE, Trait.DUE_BEFORE_DISBURSED));
      case HEALTH_CHECK ->
          addIf(traits, bad, chance.any(Trait.PRESSURE_INVERTED, Trait.IMPOSSIBLE_DAY));
      case ACTIVITY_LOG -> addIf(traits, bad, Trait.IMPOSSIBLE_DAY);
      default -> {}
    }
    return traits;
  }

  /** Ways of writing that only files of one feed have. */
  private static List<Trait> habits(SampleFeed feed) {
    return switch (feed) {
      case HEALTH_CHECK -> List.of(Trait.PRESSURE_PAIR, Trait.HEIGHT_FORMS, Trait.GLUCOSE_COLUMN, Trait.DIAGNOSIS_WORDS);
      case LOAN_LEDGER -> List.of(Trait.RATE_A_YEAR, Trait.TERM_WORDS);
      case ACTIVITY_LOG -> List.of(Trait.ACTIVITY_WORDS, Trait.VAGUE_DAYS);
      default -> List.of();
    };
  }

  private static boolean hasMoney(SampleFeed feed) {
    return feed == SampleFeed.LOAN_LEDGER || feed == SampleFeed.LOAN_REPAYMENT || feed == SampleFeed.FUND_LEDGER;
  }

  private boolean odd(Chance chance) {
    return chance.percent(spec.messiness().oddityPercent());
  }

  private static void addIf(Set<Trait> traits, boolean wanted, Trait trait) {
    if (wanted) {
      traits.add(trait);
    }
  }
}
