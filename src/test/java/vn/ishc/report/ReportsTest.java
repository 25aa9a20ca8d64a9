package vn.ishc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ishc.indicator.World.H2;
import static vn.ishc.indicator.World.all;
import static vn.ishc.indicator.World.members;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.indicator.SmallProvince;
import vn.ishc.indicator.World;
import vn.ishc.row.Language;

@ExtendWith(World.Each.class)
class ReportsTest {
  private static final LocalDate OLD = LocalDate.of(2018, 1, 7);
  private static final LocalDate NEW = LocalDate.of(2022, 9, 16);
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T01:00:00Z"), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final Pattern FIGURE = Pattern.compile("data-v=\"([^\"]+)\" data-figure=\"(\\S+) (\\S+) (\\S+) (\\S+)\">([^<]*)<");

  private static ReportRequest request(ReportKind kind, LocalDate day, String... district) {
    return new ReportRequest(kind, day, List.of(district).stream().findFirst(), Language.VI, LocalDate.of(2026, 1, 5));
  }

  private static Paper paper(World world, ReportRequest request) {
    return new Composer(new StarFacts(world.dsl, world.definitions).ask(request), Optional.empty()).compose();
  }

  /** Figures of the mart by indicator, day, area and column. */
  private static Map<String, BigDecimal> mart(World world) {
    Map<String, BigDecimal> figures = new HashMap<>();
    for (Record row : world.dsl.fetch("select indicator_code, as_of, area_code, numerator, denominator, value from mart.indicator")) {
      String key = row.get(0) + " " + row.get(1) + " " + row.get(2) + " ";
      for (String part : List.of("numerator", "denominator", "value")) {
        if (row.get(part) != null) {
          figures.put(key + part, new BigDecimal(row.get(part).toString()));
        }
      }
    }
    return figures;
  }

  @Test
  void everyFigureOfThePageIsThatOfTheMart(World world) throws Exception {
    SmallProvince.fill(world);
    world.refresh();
    Map<String, BigDecimal> mart = mart(world);
    String html = new String(HtmlWriter.write(paper(world, request(ReportKind.FINAL, H2))), StandardCharsets.UTF_8);
    Matcher matcher = FIGURE.matcher(html);
    int seen = 0;
    while (matcher.find()) {
      String key = String.join(" ", matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5));
      assertThat(new BigDecimal(matcher.group(1))).as(key).isEqualByComparingTo(mart.get(key));
      seen++;
    }
    assertThat(seen).isGreaterThan(300);
  }

  @Test
  void everyFigureOfTheTextAndTheWorkbookIsThatOfTheMart(World world) throws Exception {
    SmallProvince.fill(world);
    world.refresh();
    Map<String, BigDecimal> mart = mart(world);
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    Block.Grid grid = grid(paper, "targets");
    Texts texts = new Texts(Language.VI);
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(paper)));
        XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(paper)))) {
      List<List<String>> rows =
          document.getTables().stream().map(ReadBack::rows).filter(found -> found.getFirst().contains("Tử số") && found.size() == grid.rows().size() + 1).findFirst().orElseThrow();
      XSSFSheet sheet = sheet(book, grid.title());
      for (int i = 1; i < rows.size(); i++) {
        String code = rows.get(i).getFirst();
        XSSFRow row = sheet.getRow(3 + i);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo(code);
        for (Map.Entry<Integer, String> column : Map.of(3, "numerator", 4, "denominator", 5, "value").entrySet()) {
          BigDecimal figure = mart.get(code + " " + H2 + " 40 " + column.getValue());
          Cell cell = grid.rows().get(i - 1).cells().get(column.getKey());
          if (cell instanceof Cell.Number number) {
            assertThat(row.getCell(column.getKey()).getNumericCellValue()).as(code).isEqualTo(figure.doubleValue());
            assertThat(rows.get(i).get(column.getKey())).as(code).isEqualTo(texts.number(figure, number.style()) + number.mark().sign());
          }
        }
      }
    }
  }

  private static Block.Grid grid(Paper paper, String id) {
    return paper.all().stream().filter(Block.Grid.class::isInstance).map(Block.Grid.class::cast).filter(found -> found.id().equals(id)).findFirst().orElseThrow();
  }

  private static XSSFSheet sheet(XSSFWorkbook book, String title) {
    for (int i = 0; i < book.getNumberOfSheets(); i++) {
      XSSFSheet sheet = book.getSheetAt(i);
      if (sheet.getRow(0) != null && sheet.getRow(0).getCell(0).getStringCellValue().equals(title)) {
        return sheet;
      }
    }
    throw new AssertionError(title);
  }

  @Test
  void theWorkbookHasNoFormulasAndEveryTableIsFilteredAndFrozen(World world) throws Exception {
    SmallProvince.fill(world);
    world.refresh();
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(paper)))) {
      int charts = 0;
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        charts += sheet.getDrawingPatriarch() == null ? 0 : sheet.getDrawingPatriarch().getCharts().size();
      }
      long grids = paper.all().stream().filter(Block.Grid.class::isInstance).count();
      for (Block block : paper.all()) {
        if (block instanceof Block.Grid grid) {
          XSSFSheet sheet = sheet(book, grid.title());
          assertThat(sheet.getCTWorksheet().isSetAutoFilter()).as(grid.id()).isTrue();
          assertThat(sheet.getPaneInformation().isFreezePane()).as(grid.id()).isTrue();
        }
      }
      assertThat(charts).isGreaterThanOrEqualTo(4);
      assertThat(book.getNumberOfSheets()).isEqualTo((int) grids + charts + 1);
    }
  }

  @Test
  void theSamePaperGivesTheSameBytes(World world) throws Exception {
    SmallProvince.fill(world);
    world.refresh();
    for (ReportFormat format : ReportFormat.values()) {
      byte[] first = Reports.bytes(paper(world, request(ReportKind.FINAL, H2)), format);
      byte[] second = Reports.bytes(paper(world, request(ReportKind.FINAL, H2)), format);
      assertThat(second).as(format.extension()).isEqualTo(first);
    }
  }

  @Test
  void anEditionIsWrittenAgainBitForBitAndChangesAreToldFigureByFigure(World world, @TempDir Path folder) throws Exception {
    SmallProvince.fill(world);
    world.refresh();
    EnumSet<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);
    ReportRequest request = request(ReportKind.FINAL, H2);
    Reports reports = new Reports(world.dsl, world.definitions, CLOCK);
    Reports.Frozen first = reports.freeze(request);
    List<Path> files = reports.write(first, formats, folder.resolve("first"));
    assertThat(reports.publish(first)).isEqualTo("final-2025-12-31-40-1");
    assertThat(reports.freeze(request).changes()).isZero();

    world.withRoster("430-17950-xom-1", "2025-H2", NEW, members(900, 55, "woman older"));
    world.refresh();
    Reports.Frozen second = reports.freeze(request);
    assertThat(second.lastEdition()).contains("final-2025-12-31-40-1");
    assertThat(second.changes()).isPositive();
    assertThat(Files.readString(reports.write(second, formats, folder.resolve("second")).get(2))).contains("Thay đổi so với bản đã công bố");

    List<Path> again = reports.again("final-2025-12-31-40-1", Language.VI, formats, folder.resolve("again"));
    assertThat(again).hasSize(3);
    for (int i = 0; i < again.size(); i++) {
      assertThat(again.get(i)).hasSameBinaryContentAs(files.get(i));
    }
    assertThat(reports.again("final-2025-12-31-40-1", Language.EN, formats, folder.resolve("english"))).hasSize(3);
    assertThat(reports.again("final-2025-12-31-40-9", Language.VI, formats, folder.resolve("none"))).isEmpty();
    assertThat(world.dsl.fetchCount(org.jooq.impl.DSL.table("ops.report_input"))).isPositive();
  }

  @Test
  void aYearWithoutDataIsSaidAndNeverZero(World world) {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, members(1, 55, "woman older"));
    world.refresh();
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    Block.Grid years = grid(paper, "years");
    assertThat(years.columns().stream().map(Block.Column::title)).contains("2021", "2022", "2025");
    assertThat(years.rows().getFirst().cells().get(3)).isInstanceOf(Cell.Missing.class);
    assertThat(words(paper)).contains("chưa có danh sách câu lạc bộ của năm 2021, 2022, 2023 và 2024");
    Chart.Trend trend = (Chart.Trend) charts(paper).getFirst();
    assertThat(trend.lines().getFirst().points().getFirst()).isEmpty();
    assertThat(new SvgCharts(new Texts(Language.VI)).draw(trend)).contains("chưa có số liệu");
  }

  @Test
  void whatNobodySentIsNoZero(World world) {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, members(1, 55, "woman older"));
    world.refresh();
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    assertThat(words(paper)).contains("Tỷ lệ thành viên đã được vay vốn: chưa có số liệu.", "Chưa nhận được sổ cho vay nào");
  }

  @Test
  void aReviewOfAYearWithoutAnythingIsReadable(World world) throws Exception {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, members(1, 55, "woman older"));
    world.refresh();
    Paper paper = paper(world, request(ReportKind.ANNUAL, LocalDate.of(2023, 12, 31)));
    assertThat(words(paper)).contains("Kho số liệu chưa có số liệu nào chốt ngày 31/12/2023");
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(Reports.bytes(paper, format)).isNotEmpty();
    }
  }

  @Test
  void aDistrictWithoutDataIsReadable(World world) throws Exception {
    SmallProvince.fill(world);
    world.refresh();
    Paper paper = paper(world, request(ReportKind.ANNUAL, H2, "415"));
    assertThat(words(paper)).contains("trên địa bàn huyện Quế Phong", "1 đơn vị chưa có câu lạc bộ nào trong danh sách", "Chưa có danh sách hội viên của câu lạc bộ nào");
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(Reports.bytes(paper, format)).isNotEmpty();
    }
  }

  @Test
  void aSingleClubAndFourHundredAreReadable(World world) throws Exception {
    for (int i = 0; i < 400; i++) {
      String code = (412 + i % 21) + "-17911-xom-" + i;
      if (i % 10 == 9) {
        world.withoutRoster(code, "2025-H2", OLD);
      } else {
        world.withRoster(code, "2025-H2", i % 2 == 0 ? NEW : OLD, all(members(i * 100L + 1, 3, "woman older"), members(i * 100L + 50, 2, "ever")));
      }
    }
    world.refresh();
    Paper many = paper(world, request(ReportKind.FINAL, H2));
    assertThat(grid(many, "short-clubs").rows()).hasSize(360);
    Paper one = paper(world, request(ReportKind.HALF_YEAR, H2, "429"));
    assertThat(grid(one, "clubs-by-district").rows()).hasSize(1);
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(Reports.bytes(many, format)).isNotEmpty();
      assertThat(Reports.bytes(one, format)).isNotEmpty();
    }
  }

  private static List<Chart> charts(Paper paper) {
    return paper.all().stream().filter(Block.Graph.class::isInstance).map(block -> ((Block.Graph) block).chart()).toList();
  }

  private static String words(Paper paper) {
    StringBuilder words = new StringBuilder(paper.head().subject());
    for (Block block : paper.all()) {
      switch (block) {
        case Block.Text text -> words.append('\n').append(text.text());
        case Block.Item item -> words.append('\n').append(item.text());
        case Block.Note note -> words.append('\n').append(note.text());
        case Block.Heading heading -> words.append('\n').append(heading.text());
        case Block.Grid grid -> words.append('\n').append(grid.title());
        case Block.Graph graph -> words.append('\n').append(graph.chart().title());
        case Block.Appendix appendix -> words.append('\n').append(appendix.title());
      }
    }
    return words.toString();
  }
}
