package vn.ishc.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;

class SampleInputsTest {
  @TempDir static Path directory;
  private static SampleTruth truth = new SampleTruth(List.of(), List.of());

  @BeforeAll
  static void write() throws IOException {
    truth = SampleInputs.write(directory);
  }

  @Test
  void theCheckedInFilesAreWhatTheGeneratorWrites() throws IOException {
    assertThat(SampleWriterTest.digests(Path.of("sample-inputs")))
        .isEqualTo(SampleWriterTest.digests(directory));
  }

  @Test
  void everyFileIsInTheListAndNoneMore() throws IOException {
    Set<String> listed = new HashSet<>();
    truth.files().forEach(file -> listed.add(file.path()));
    Set<String> there = new HashSet<>(SampleWriterTest.digests(directory).keySet());
    there.removeIf(path -> path.indexOf('/') < 0);
    assertThat(there).isEqualTo(listed);
  }

  @Test
  void allStatesOccur() {
    assertThat(truth.files().stream().map(SampleTruth.File::state))
        .contains(SampleTruth.State.values());
  }

  @Test
  void everySicknessThatWasPlannedReallyOccurs() {
    Set<FindingCode> found = new HashSet<>();
    truth.files().forEach(file -> file.findings().forEach(finding -> found.add(finding.code())));
    assertThat(found)
        .contains(
            FindingCode.FILE_EMPTY,
            FindingCode.FILE_PASSWORD,
            FindingCode.FILE_DAMAGED,
            FindingCode.FILE_BOMB,
            FindingCode.FILE_NOT_A_WORKBOOK,
            FindingCode.FILE_NO_TABLE,
            FindingCode.SUBMITTER_UNKNOWN,
            FindingCode.TOO_MANY_REFUSED,
            FindingCode.UNIT_CONTRADICTION,
            FindingCode.PERIOD_CONTRADICTION,
            FindingCode.REQUIRED_MISSING,
            FindingCode.REQUIRED_UNREADABLE,
            FindingCode.DATE_IMPOSSIBLE,
            FindingCode.DATE_SWAP_SUSPECTED,
            FindingCode.ID_UNREADABLE,
            FindingCode.FORMULA_FAILED,
            FindingCode.DUPLICATE_ROW,
            FindingCode.SEX_VS_ID,
            FindingCode.BIRTH_VS_ID,
            FindingCode.TOTAL_DIFFERS,
            FindingCode.PART_OVER_WHOLE,
            FindingCode.LEFT_BEFORE_JOINED,
            FindingCode.AFTER_PERIOD,
            FindingCode.SUM_DIFFERS,
            FindingCode.CLUB_UNKNOWN,
            FindingCode.AMOUNT_NEGATIVE,
            FindingCode.DUE_BEFORE_DISBURSED,
            FindingCode.PRESSURE_INVERTED);
  }

  @Test
  void membersOfTheRosterAreThoseOfTheTruth() throws IOException {
    Map<String, Integer> told = new TreeMap<>();
    try (Workbook book = open("huyen-nam-dan/DS hoi vien 6 thang cuoi nam 2024.xlsx")) {
      for (Sheet sheet : book) {
        int rows = 0;
        for (Row row : sheet) {
          Cell first = row.getCell(0);
          rows += first != null && first.getCellType() == CellType.NUMERIC ? 1 : 0;
        }
        told.merge(sheet.getSheetName(), rows, Integer::sum);
      }
    }
    List<Integer> expected = new ArrayList<>();
    truth.clubs().stream()
        .filter(c -> c.districtCode().equals("430") && c.period().equals(new Period(2024, 2)))
        .forEach(c -> expected.add(c.members()));
    assertThat(told.values()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aTcvn3CellHoldsCodePointsUnderAVnTimeFont() throws IOException {
    try (XSSFWorkbook book =
        (XSSFWorkbook) open("huyen-nam-dan/Mau 02 - ds hoi vien (sua lan 2) FINAL.xlsx")) {
      List<String> legacy = new ArrayList<>();
      book.getSheetAt(0)
          .forEach(
              row ->
                  row.forEach(
                      cell -> {
                        String font =
                            book.getFontAt(cell.getCellStyle().getFontIndex()).getFontName();
                        if (font.equals(".VnTime")) {
                          legacy.add(cell.getStringCellValue());
                        }
                      }));
      assertThat(legacy)
          .hasSizeGreaterThan(50)
          .anyMatch(text -> text.contains("ThÞ"))
          .noneMatch(text -> text.contains("ị"));
      assertThat(legacy).allMatch(text -> text.chars().allMatch(c -> c < 0x100));
    }
  }

  @Test
  void aVniCellHoldsPairsOfLetters() throws IOException {
    try (Workbook book = open("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls")) {
      List<String> texts = new ArrayList<>();
      book.getSheetAt(0)
          .forEach(
              row ->
                  row.forEach(
                      cell -> {
                        if (cell.getCellType() == CellType.STRING
                            && book.getFontAt(cell.getCellStyle().getFontIndex())
                                .getFontName()
                                .startsWith("VNI")) {
                          texts.add(cell.getStringCellValue());
                        }
                      }));
      assertThat(texts)
          .anyMatch(text -> text.contains("Thò"))
          .noneMatch(text -> text.contains("ị"));
    }
  }

  @Test
  void thoseWhoLeftAreListedButNotCounted() {
    for (String path :
        List.of(
            "xa-kim-lien-17971/DS hoi vien 6 thang cuoi nam 2025.xlsx",
            "huyen-nam-dan/DS hoi vien Con Cuong 6 thang cuoi nam 2025.ods")) {
      SampleTruth.File file = file(path);
      long repeated =
          file.findings().stream()
              .filter(finding -> finding.code() == FindingCode.DUPLICATE_ROW)
              .count();
      String district = path.startsWith("xa") ? "17971" : "422";
      int members =
          truth.clubs().stream()
              .filter(c -> c.period().equals(file.period()))
              .filter(c -> c.communeCode().equals(district) || c.districtCode().equals(district))
              .mapToInt(SampleTruth.ClubFigures::members)
              .sum();
      assertThat(file.accepted() - repeated).as(path).isGreaterThan(members);
    }
  }

  @Test
  void windows1258IsReadBackAsVietnamese() throws IOException {
    byte[] bytes =
        Files.readAllBytes(
            directory.resolve("huyen-thanh-chuong/DS hoi vien 6 thang cuoi nam 2024.csv"));
    String text = new String(bytes, java.nio.charset.Charset.forName("windows-1258"));
    assertThat(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC))
        .contains("Họ", "Đối tượng".substring(0, 1), "Nữ")
        .doesNotContain("?");
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\ufffd");
  }

  @Test
  void everyFeedIsThere() {
    Set<String> feeds = new HashSet<>();
    truth.files().forEach(file -> feeds.addAll(List.of(file.feed().split("\\+"))));
    for (SampleFeed feed : SampleFeed.values()) {
      assertThat(feeds).contains(feed.code());
    }
  }

  @Test
  void theFilesAreSmall() throws IOException {
    long bytes = 0;
    for (SampleTruth.File file : truth.files()) {
      bytes += Files.size(directory.resolve(file.path()));
    }
    assertThat(bytes).isLessThan(3_000_000);
  }

  private static SampleTruth.File file(String path) {
    return truth.files().stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static Workbook open(String path) throws IOException {
    return WorkbookFactory.create(directory.resolve(path).toFile(), null, true);
  }
}
