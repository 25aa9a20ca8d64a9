package vn.ishc.sample;

import static vn.ishc.sample.SampleFeed.CLUB_REGISTRY;
import static vn.ishc.sample.SampleFeed.MEMBER_ROSTER;
import static vn.ishc.sample.SampleFeed.PLAN_TARGETS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Period;

/**
 * Writes {@code sample-inputs/}: a corner of the province, three plan districts over three half-years, in which every sickness of the feeds
 * occurs at least once. Nothing in it comes from chance that is not seeded: run it again and no byte changes.
 */
public final class SampleInputs {
  private static final long SEED = 1336;
  private static final Period LATE_2024 = new Period(2024, 2);
  private static final Period EARLY_2025 = new Period(2025, 1);
  private static final Period LATE_2025 = new Period(2025, 2);

  private final Path out;
  private final Places places = Places.read();
  private final World world = new World(places);
  private final TruthBook book = new TruthBook();
  private final Map<String, FilePlan> plans = new HashMap<>();
  private boolean homeCareToo;
  private final Map<String, byte[]> written = new HashMap<>();

  private SampleInputs(Path out) {
    this.out = out;
  }

  /**
   * Writes the files, {@code README.md} and the {@code expected*.csv}.
   *
   * @param arguments the directory to write into; without it {@code sample-inputs}
   */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments.length == 0 ? "sample-inputs" : arguments[0]));
  }

  /** Writes the files, the list of them and the right answers into a directory. */
  public static SampleTruth write(Path out) throws IOException {
    SampleInputs inputs = new SampleInputs(Files.createDirectories(out));
    inputs.namDan();
    inputs.thanhChuong();
    inputs.conCuong();
    inputs.others();
    SampleTruth truth = inputs.book.truth(inputs.world.clubs(), List.of(LATE_2024, EARLY_2025, LATE_2025));
    truth.write(out);
    Files.writeString(out.resolve("README.md"), SampleReadme.of(truth), StandardCharsets.UTF_8);
    return truth;
  }

  private void namDan() throws IOException {
    Club giang = club("17956", "xóm 5", LocalDate.of(2018, 5, 12), null);
    Club lien = club("17971", "xóm Sen 2", LocalDate.of(2021, 10, 27), null);
    Club town = club("17950", "khối Tân Tiến", LocalDate.of(2019, 9, 4), null);
    Club hong = club("17980", "xóm 8", LocalDate.of(2022, 6, 27), null);
    List<Club> all = List.of(giang, lien, town, hong);
    FilePlan.Issuer district = FilePlan.Issuer.of(places.district("430"));
    put("huyen-nam-dan", "", CLUB_REGISTRY, FileForm.XLSX, LATE_2024, district, all, Trait.TOTALS, Trait.MONEY_TEXT,
        Trait.PHONE_COLUMN);
    put("huyen-nam-dan", "", MEMBER_ROSTER, FileForm.XLSX, LATE_2024, district, all, Trait.SHEET_PER_CLUB,
        Trait.TOTALS, Trait.BIRTH_FORMS,
        Trait.PHONE_COLUMN, Trait.PHONES, Trait.INSURANCE_COLUMN);
    put("huyen-nam-dan", "", CLUB_REGISTRY, FileForm.XLSX, EARLY_2025, district, all, Trait.TWO_TABLES, Trait.TOTALS,
        Trait.MONEY_WORDS);
    put("huyen-nam-dan", "", MEMBER_ROSTER, FileForm.XLSX, EARLY_2025, district, all, Trait.CLUB_SECTIONS,
        Trait.FAR_TOO_BAD);
    put("huyen-nam-dan", "Mau 02 - ds hoi vien (sua lan 2) FINAL", MEMBER_ROSTER, FileForm.XLSX, EARLY_2025, district,
        all,
        Trait.SHEET_PER_CLUB, Trait.CORRECTION, Trait.TCVN3, Trait.BIRTH_SPLIT, Trait.DUPLICATE_ROW, Trait.NOTE_SHEET,
        Trait.ECONOMY_COLUMN);

    FilePlan.Issuer kimLien = FilePlan.Issuer.of(giang.site().in130());
    List<Club> three = List.of(giang, lien, hong);
    put("xa-kim-lien-17971", "", CLUB_REGISTRY, FileForm.XLSX, LATE_2025, kimLien, three, Trait.MERGED_BODY,
        Trait.MONEY_THOUSANDS,
        Trait.HEADER_BREAKS, Trait.TOTAL_FORMULA);
    put("xa-kim-lien-17971", "", MEMBER_ROSTER, FileForm.XLSX, LATE_2025, kimLien, three, Trait.CLUB_COLUMN,
        Trait.DITTO, Trait.CAPITALS,
        Trait.REPEATED_HEADER, Trait.BLANK_ROWS, Trait.ID_TWO, Trait.ID_EXPONENT, Trait.LEFT_IN_NOTE);
    broken("xa-kim-lien-17971", "DS hoi vien 6 thang cuoi nam 2025", BrokenFiles.BOMB, LATE_2025);
    FilePlan.Issuer vanAn = FilePlan.Issuer.of(town.site().in130());
    put("xa-van-an-17950", "", CLUB_REGISTRY, FileForm.XLS, LATE_2025, vanAn, List.of(town), Trait.TCVN3,
        Trait.MONEY_MILLIONS,
        Trait.MONEY_TEXT, Trait.EMPTY_SHEET);
    put("xa-van-an-17950", "", MEMBER_ROSTER, FileForm.XLSX, LATE_2025, vanAn, List.of(town), Trait.ONE_CLUB,
        Trait.BIRTH_AGE,
        Trait.SEX_TICK, Trait.NAME_SPLIT, Trait.NUMBER_ROW);
  }

  private void thanhChuong() throws IOException {
    Club thinh = club("17770", "xóm Liên Minh", LocalDate.of(2017, 3, 22), null);
    Club an = club("17773", "thôn Tân Tiến", LocalDate.of(2023, 8, 15), null);
    Club linh = club("17761", "xóm 3", LocalDate.of(2020, 7, 30), null);
    Club van = club("17764", "xóm 10", LocalDate.of(2025, 3, 9), null);
    FilePlan.Issuer district = FilePlan.Issuer.of(places.district("428"));
    List<Club> all = List.of(thinh, an, linh, van);
    List<Club> before = List.of(thinh, an, linh);
    put("huyen-thanh-chuong", "", CLUB_REGISTRY, FileForm.XLS, LATE_2024, district, before, Trait.OLD_COMMUNES,
        Trait.MONEY_MILLIONS,
        Trait.TOTAL_FORMULA, Trait.EMPTY_SHEET);
    put("huyen-thanh-chuong", "", MEMBER_ROSTER, FileForm.CSV_WINDOWS, LATE_2024, district, before, Trait.CLUB_COLUMN,
        Trait.INSURANCE_COLUMN);
    put("huyen-thanh-chuong", "", CLUB_REGISTRY, FileForm.XLSX, EARLY_2025, district, all, Trait.TOTAL_WRONG,
        Trait.HEADER_BAND,
        Trait.HIDDEN_ROW, Trait.NUMBER_ROW, Trait.MONEY_TEXT);
    copy("huyen-thanh-chuong", CLUB_REGISTRY, EARLY_2025);
    put("huyen-thanh-chuong", "DS CLB 6 thang dau nam 2025 - da sua", CLUB_REGISTRY, FileForm.XLSM, EARLY_2025,
        district, all,
        Trait.CORRECTION, Trait.TOTALS, Trait.MONEY_TEXT);
    put("huyen-thanh-chuong", "", MEMBER_ROSTER, FileForm.XLS, EARLY_2025, district, all, Trait.CLUB_SECTIONS,
        Trait.VNI, Trait.BAD_BIRTH,
        Trait.IMPOSSIBLE_BIRTH, Trait.NAME_MISSING, Trait.HIDDEN_COLUMN, Trait.DATE_SWAPPED, Trait.TOTALS);

    FilePlan.Issuer hoaQuan = FilePlan.Issuer.of(thinh.site().in130());
    put("xa-hoa-quan-17770", "", CLUB_REGISTRY, FileForm.CSV, LATE_2025, hoaQuan, List.of(thinh, an),
        Trait.OLD_COMMUNES,
        Trait.MONEY_TEXT);
    put("xa-hoa-quan-17770", "", MEMBER_ROSTER, FileForm.XLSX, LATE_2025, hoaQuan, List.of(thinh, an),
        Trait.CLUB_SECTIONS, Trait.MOJIBAKE,
        Trait.ID_NUMBERS, Trait.HONORIFICS, Trait.SPACES, Trait.SUBTOTALS);
    broken("xa-hoa-quan-17770", "DS hoi vien 6 thang cuoi nam 2025", BrokenFiles.PDF, LATE_2025);
    FilePlan.Issuer daiDong = FilePlan.Issuer.of(linh.site().in130());
    put("xa-dai-dong-17713", "", CLUB_REGISTRY, FileForm.XLSX, LATE_2025, daiDong, List.of(linh, van),
        Trait.WOMEN_OVER_MEMBERS,
        Trait.DITTO, Trait.LATE_PERIOD);
    put("xa-dai-dong-17713", "", MEMBER_ROSTER, FileForm.XLSX, LATE_2025, daiDong, List.of(linh, van),
        Trait.CLUB_COLUMN, Trait.MERGED_BODY,
        Trait.EPOCH_1904, Trait.ID_QR, Trait.FORMULA_FAILED, Trait.JOINED_AFTER_PERIOD, Trait.BIRTH_AGAINST_ID);
    broken("xa-dai-dong-17713", "DS hoi vien 6 thang cuoi nam 2025", BrokenFiles.WORD, LATE_2025);
  }

  private void conCuong() throws IOException {
    Club khe = club("17248", "bản Khe Ló", LocalDate.of(2021, 11, 21), null);
    Club closed = club("17263", "bản Thái Hòa", LocalDate.of(2018, 10, 3), LocalDate.of(2025, 4, 15));
    Club nua = club("17257", "bản Nưa", LocalDate.of(2022, 12, 8), null);
    Club cang = club("17263", "bản Cằng", LocalDate.of(2024, 8, 20), null);
    Club unregistered = club("17260", "bản Na Ca", LocalDate.of(2025, 8, 11), null);
    FilePlan.Issuer district = FilePlan.Issuer.of(places.district("422"));
    List<Club> all = List.of(khe, closed, nua, cang);
    homeCareToo = true;
    put("huyen-con-cuong", "", CLUB_REGISTRY, FileForm.ODS, LATE_2024, district, all, Trait.BLANK_ROWS, Trait.TOTALS,
        Trait.NOTE_SHEET);
    homeCareToo = false;
    put("huyen-con-cuong", "", MEMBER_ROSTER, FileForm.ODS, LATE_2024, district, all, Trait.CLUB_SECTIONS,
        Trait.PEOPLE_COLUMN,
        Trait.SUBTOTALS, Trait.RECIPIENT_COLUMN);
    put("huyen-con-cuong", "", CLUB_REGISTRY, FileForm.UNICODE_TEXT, EARLY_2025, district, all, Trait.CLOSED_CLUB,
        Trait.MONEY_TEXT);
    put("huyen-nam-dan", "DS hoi vien Con Cuong 6 thang cuoi nam 2025", MEMBER_ROSTER, FileForm.ODS, EARLY_2025,
        district,
        List.of(khe, nua, cang), Trait.WRONG_FOLDER, Trait.WRONG_PERIOD_IN_NAME, Trait.SHEET_PER_CLUB, Trait.NFD,
        Trait.LEFT_COLUMNS,
        Trait.LEFT_BEFORE_JOINED, Trait.DUPLICATE_ROW, Trait.SEX_AGAINST_ID, Trait.PEOPLE_COLUMN);
    broken("huyen-con-cuong", "DS hoi vien 6 thang dau nam 2025", BrokenFiles.EMPTY, EARLY_2025);

    FilePlan.Issuer chauKhe = FilePlan.Issuer.of(khe.site().in130());
    put("xa-chau-khe-17248", "", CLUB_REGISTRY, FileForm.ODS, LATE_2025, chauKhe, List.of(khe), Trait.FUND_SUM_WRONG,
        Trait.NEW_TONE);
    put("xa-chau-khe-17248", "", MEMBER_ROSTER, FileForm.CSV, LATE_2025, chauKhe, List.of(khe), Trait.CLUB_COLUMN,
        Trait.ETH);
    FilePlan.Issuer monSon = FilePlan.Issuer.of(cang.site().in130());
    put("xa-mon-son-17263", "", CLUB_REGISTRY, FileForm.XLSX, LATE_2025, monSon, List.of(cang), Trait.LOOSE_COMMUNES,
        Trait.NEW_TONE);
    put("xa-mon-son-17263", "", MEMBER_ROSTER, FileForm.XLS, LATE_2025, monSon, List.of(cang, unregistered),
        Trait.SHEET_PER_CLUB,
        Trait.HIDDEN_SHEET, Trait.CLUB_UNKNOWN, Trait.ID_SPACED, Trait.INSURANCE_COLUMN, Trait.INSURANCE_FORMS);
    broken("xa-mon-son-17263", "DS CLB 6 thang cuoi nam 2025", BrokenFiles.EMPTY_SHEETS, LATE_2025);
    FilePlan.Issuer conCuong = FilePlan.Issuer.of(nua.site().in130());
    put("xa-con-cuong-17254", "", CLUB_REGISTRY, FileForm.TSV, LATE_2025, conCuong, List.of(nua));
    broken("xa-con-cuong-17254", "DS hoi vien 6 thang cuoi nam 2025", BrokenFiles.PASSWORD, LATE_2025);
    broken("xa-con-cuong-17254", "DS hoi vien 6 thang cuoi nam 2025 (ban luu)", BrokenFiles.TRUNCATED, LATE_2025);
    put("usb-cua-ai", "", MEMBER_ROSTER, FileForm.XLSX, LATE_2025, conCuong, List.of(nua), Trait.ONE_CLUB,
        Trait.UNKNOWN_SUBMITTER);
  }

  private void others() throws IOException {
    put("ubnd-tinh", PLAN_TARGETS.fileName(), PLAN_TARGETS, FileForm.XLSX, LATE_2024, FilePlan.Issuer.PROVINCE,
        List.of(),
        Trait.LOOSE_COMMUNES, Trait.NOTE_SHEET);
    districtTables();
    communeTables();
    List<Club> valley = world.ofDistrict("428", EARLY_2025);
    FilePlan.Issuer bank = FilePlan.Issuer.of(places.district("428")).office("Ngân hàng CSXH - PGD Huyện Thanh Chương");
    put("nhcsxh-thanh-chuong", "DS vay von NHCSXH 6 thang dau nam 2025", SampleFeed.LOAN_LEDGER, FileForm.CSV,
        EARLY_2025, bank, valley,
        Trait.NEW_TONE, Trait.MONEY_TEXT, Trait.DUE_BEFORE_DISBURSED);
    put("nhcsxh-thanh-chuong", "So thu no NHCSXH 6 thang dau nam 2025", SampleFeed.LOAN_REPAYMENT, FileForm.XLS,
        EARLY_2025, bank, valley);
    Club giang = world.ofDistrict("430", EARLY_2025).stream().filter(c -> c.hamlet().equals("xóm 5")).findFirst().orElseThrow();
    put("tyt-nam-giang-17956", "", SampleFeed.HEALTH_CHECK, FileForm.XLS, EARLY_2025,
        FilePlan.Issuer.of(giang.site().in412()).office("Trạm y tế xã Nam Giang"), List.of(giang), Trait.NUMBER_ROW,
        Trait.PRESSURE_INVERTED,
        Trait.IMPOSSIBLE_DAY);
    put("bao-nghe-an", "", SampleFeed.MEDIA_ITEM, FileForm.XLSX, EARLY_2025,
        FilePlan.Issuer.PROVINCE.office("Báo Nghệ An"), List.of(),
        Trait.EMPTY_SHEET);
    put("dai-ptth-nghe-an", "", SampleFeed.MEDIA_ITEM, FileForm.CSV, EARLY_2025, FilePlan.Issuer.PROVINCE, List.of());
    put("so-tai-chinh", "", SampleFeed.FUND_LEDGER, FileForm.XLSX, EARLY_2025,
        FilePlan.Issuer.PROVINCE.office("Sở Tài chính tỉnh Nghệ An"),
        List.of(), Trait.TOTALS);
  }

  private void districtTables() throws IOException {
    FilePlan.Issuer namDan = FilePlan.Issuer.of(places.district("430"));
    List<Club> clubs = world.ofDistrict("430", EARLY_2025);
    put("huyen-nam-dan", "", SampleFeed.HALF_YEAR_REPORT, FileForm.XLSX, EARLY_2025, namDan, clubs, Trait.NUMBER_ROW);
    put("huyen-nam-dan", "", SampleFeed.ACTIVITY_LOG, FileForm.XLS, EARLY_2025, namDan, clubs, Trait.IMPOSSIBLE_DAY,
        Trait.NOTE_SHEET);
    put("huyen-nam-dan", "DS vay von quy CLB 6 thang dau nam 2025", SampleFeed.LOAN_LEDGER, FileForm.XLSX, EARLY_2025,
        namDan, clubs,
        Trait.AMOUNT_NEGATIVE, Trait.CAPITALS);
    put("huyen-nam-dan", "So thu no quy CLB 6 thang dau nam 2025", SampleFeed.LOAN_REPAYMENT, FileForm.ODS,
        EARLY_2025, namDan, clubs,
        Trait.NFD);
    put("huyen-nam-dan", "", SampleFeed.FUND_LEDGER, FileForm.XLSX, EARLY_2025, namDan, clubs, Trait.TOTALS,
        Trait.NUMBER_ROW);
    put("huyen-nam-dan", "", SampleFeed.HOME_CARE, FileForm.XLSX, EARLY_2025, namDan, clubs, Trait.TCVN3, Trait.TOTALS);
    FilePlan.Issuer valley = FilePlan.Issuer.of(places.district("428"));
    put("huyen-thanh-chuong", "So thu no quy CLB 6 thang cuoi nam 2024", SampleFeed.LOAN_REPAYMENT, FileForm.XLSX,
        LATE_2024, valley, world.ofDistrict("428", LATE_2024), Trait.BEFORE_ITS_LOANS, Trait.MONEY_THOUSANDS);
    put("huyen-thanh-chuong", "DS vay von quy CLB 6 thang dau nam 2025", SampleFeed.LOAN_LEDGER, FileForm.XLS,
        EARLY_2025, valley, world.ofDistrict("428", EARLY_2025), Trait.RATE_A_YEAR, Trait.MONEY_MILLIONS);
  }

  /** What communes and their health stations send since there are no districts. */
  private void communeTables() throws IOException {
    Club giang = world.ofDistrict("430", LATE_2025).stream().filter(c -> c.hamlet().equals("xóm 5")).findFirst().orElseThrow();
    Places.Commune commune = giang.site().in130();
    List<Club> clubs = world.ofCommune(commune.code(), LATE_2025);
    FilePlan.Issuer kimLien = FilePlan.Issuer.of(commune);
    put("xa-kim-lien-17971", "", SampleFeed.HALF_YEAR_REPORT, FileForm.XLSX, LATE_2025, kimLien, clubs, Trait.HEADER_BREAKS);
    put("xa-kim-lien-17971", "", SampleFeed.ACTIVITY_LOG, FileForm.XLSX, LATE_2025, kimLien, clubs, Trait.ACTIVITY_WORDS,
        Trait.VAGUE_DAYS, Trait.DITTO);
    put("xa-kim-lien-17971", "DS vay von quy CLB 6 thang cuoi nam 2025", SampleFeed.LOAN_LEDGER, FileForm.XLSX, LATE_2025,
        kimLien, clubs, Trait.TERM_WORDS, Trait.MONEY_THOUSANDS, Trait.TOTALS);
    put("xa-kim-lien-17971", "So thu no quy CLB 6 thang cuoi nam 2025", SampleFeed.LOAN_REPAYMENT, FileForm.UNICODE_TEXT,
        LATE_2025, kimLien, clubs, Trait.MONEY_TEXT);
    put("xa-kim-lien-17971", "", SampleFeed.FUND_LEDGER, FileForm.XLSX, LATE_2025, kimLien, clubs, Trait.MONEY_MILLIONS, Trait.TOTALS);
    put("tyt-kim-lien-17971", "", SampleFeed.HEALTH_CHECK, FileForm.XLSX, LATE_2025,
        kimLien.office("Trạm y tế xã Kim Liên"), clubs, Trait.PRESSURE_PAIR, Trait.HEIGHT_FORMS, Trait.GLUCOSE_COLUMN,
        Trait.DIAGNOSIS_WORDS);
  }

  private Club club(String code460, String hamlet, LocalDate founded, @Nullable LocalDate closed) {
    return world.add(Chance.of(SEED, code460 + hamlet), places.site(code460), hamlet, founded, LATE_2025, closed);
  }

  private void put(
      String folder, String stem, SampleFeed feed, FileForm form, Period period, FilePlan.Issuer issuer,
          List<Club> clubs, Trait... traits)
      throws IOException {
    Set<Trait> set = EnumSet.noneOf(Trait.class);
    set.addAll(List.of(traits));
    String name = stem.isEmpty() ? feed.fileName() + " " + Written.periodInName(period) : stem;
    LocalDate received = RandomPlans.received(period, false);
    LocalDate day = set.contains(Trait.CORRECTION) ? received.plusDays(34) : received;
    List<SampleFeed> inBook = homeCareToo ? List.of(feed,
        SampleFeed.HOME_CARE) : List.of(feed);
    FilePlan plan = new FilePlan(folder, name + form.extension(), inBook, form, period, issuer, clubs, set, day);
    byte[] bytes = SampleWriter.author(out, plan, SEED, book);
    plans.putIfAbsent(folder + feed + period, plan);
    written.putIfAbsent(folder + feed + period, bytes);
  }

  private void copy(String folder, SampleFeed feed, Period period) throws IOException {
    FilePlan plan = Objects.requireNonNull(plans.get(folder + feed + period));
    String name = "Copy of " + plan.name();
    SampleWriter.save(out, folder, name, Objects.requireNonNull(written.get(folder + feed + period)));
    book.addDuplicate(folder + "/" + name, plan, plan.receivedOn().plusDays(1));
  }

  private void broken(String folder, String stem, BrokenFiles how, Period period) throws IOException {
    byte[] sound = Objects.requireNonNull(written.get("huyen-nam-dan" + CLUB_REGISTRY + LATE_2024));
    String suffix = how == BrokenFiles.PASSWORD || how == BrokenFiles.TRUNCATED ? "" : " 2";
    String name = stem + suffix + how.extension();
    SampleWriter.save(out, folder, name, how.from(sound));
    book.addBroken(folder + "/" + name, how, RandomPlans.received(period, false));
  }
}
