package vn.ishc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ishc.indicator.World.H2;
import static vn.ishc.indicator.World.all;
import static vn.ishc.indicator.World.members;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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

  private static ReportRequest request(ReportKind kind, LocalDate day, String... district) {
    return new ReportRequest(kind, day, List.of(district).stream().findFirst(), Language.VI, LocalDate.of(2026, 1, 5));
  }

  private static Paper paper(World world, ReportRequest request) {
    return new Composer(new StarFacts(world.dsl, world.definitions).ask(request), Optional.empty()).compose();
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
    Block.Grid clubs = grid(many, "short-clubs");
    assertThat(clubs.rows()).hasSize(360);
    assertThat(clubs.printed()).hasSize(40);
    assertThat(missed(clubs.rows())).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(ReadBack.text(Reports.bytes(many, ReportFormat.DOCX))).contains("Bảng có 360 dòng; ở đây in 40 dòng đầu, toàn bộ xem bảng cùng tên trong tệp xlsx kèm theo.");
    Paper one = paper(world, request(ReportKind.HALF_YEAR, H2, "429"));
    assertThat(grid(one, "clubs-by-district").rows()).hasSize(1);
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(Reports.bytes(many, format)).isNotEmpty();
      assertThat(Reports.bytes(one, format)).isNotEmpty();
    }
  }

  @Test
  void aDistrictWhoseStationAndBankAreSilentIsNoZeroWhenOthersSpoke(World world) {
    for (String district : List.of("429", "430")) {
      world.withRoster(district + "-17911-xom-2", "2025-H2", NEW, members(Integer.parseInt(district) * 100L, 55, "woman older"));
    }
    String station = world.file("tyt-nghi-loc", "Kham.xlsx");
    world.slice(station, "health-check", "2025-H2");
    String bank = world.file("nhcsxh-nghi-loc", "Vay von.xlsx");
    world.slice(bank, "loan-ledger", "2024-H2");
    world.refresh();
    Facts facts = new StarFacts(world.dsl, world.definitions).ask(request(ReportKind.FINAL, H2));
    for (String code : List.of("I13", "I17", "I18")) {
      assertThat(facts.results().find(code, H2, "429").orElseThrow().value()).as(code).hasValueSatisfying(value -> assertThat(value).isZero());
      assertThat(facts.results().find(code, H2, "430").orElseThrow().value()).as(code).isEmpty();
      assertThat(facts.results().find(code, H2, "430").orElseThrow().met()).as(code).isEmpty();
    }
    Paper paper = new Composer(facts, Optional.empty()).compose();
    assertThat(words(paper)).contains("Mới có 1/21 đơn vị gửi biểu “Danh sách khám sức khỏe” cho năm 2025: huyện Nghi Lộc; các đơn vị khác chưa có số liệu (không phải bằng không).");
    assertThat(row(grid(paper, "districts-b"), "Huyện Nam Đàn")).containsSubsequence("I17 –", "I18 –");
    assertThat(row(grid(paper, "districts-b"), "Huyện Nghi Lộc")).containsSubsequence("I17 0 % ▼", "I18 0 %");
    assertThat(words(paper(world, request(ReportKind.HALF_YEAR, H2, "430")))).contains("Tỷ lệ thành viên được khám sức khỏe trong năm: chưa có số liệu.");
  }

  @Test
  void aListOfTheYearBeforeDoesNotSpeakOfThisYear(World world) {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, members(1, 55, "woman older"));
    world.slice(world.file("tyt-nghi-loc", "Kham.xlsx"), "health-check", "2024-H2");
    world.refresh();
    assertThat(words(paper(world, request(ReportKind.FINAL, H2)))).contains("Tỷ lệ thành viên được khám sức khỏe trong năm: chưa có số liệu.");
  }

  /** The cells of a row by the code their column begins with: {@code I17 65,1 %}. */
  private static List<String> row(Block.Grid grid, String name) {
    Block.Row row = grid.rows().stream().filter(known -> known.cells().getFirst().equals(Cell.words(name))).findFirst().orElseThrow();
    List<String> cells = new ArrayList<>();
    for (int i = 1; i < row.cells().size(); i++) {
      cells.add(grid.columns().get(i).title().split(":")[0] + " " + ReadBack.plain(new Texts(Language.VI).cell(row.cells().get(i))));
    }
    return cells;
  }

  @Test
  void aFigureTellsBetweenWhatBoundsItLiesWhilePersonsAreInDoubt(World world) {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, all(members(1, 30, "woman older"), members(31, 20, "")));
    world.dsl.execute("insert into core.pending_link (person_key, other_key, weight, probability, agreement) values (1, 2, 5, 0.9, '===========')");
    world.refresh();
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    assertThat(words(paper)).contains("Còn 1 cặp người trong danh sách chưa rõ có phải là một người hay không");
    Block.Grid targets = grid(paper, "targets");
    String women = targets.rows().stream().filter(row -> row.cells().getFirst().equals(Cell.words("I30"))).map(row -> ((Cell.Words) row.cells().getLast()).text()).findFirst().orElseThrow();
    assertThat(ReadBack.plain(women)).isEqualTo("1/1 CLB (0 kỳ trước); 59,2 %–60 %");
  }

  @Test
  void differencesBetweenReportedAndCountedTellTheirCause(World world) {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, members(1, 55, "woman older"));
    String file = world.file("huyen-nghi-loc", "Bieu tong hop.xlsx");
    world.dsl.execute(
        "insert into core.fact_unit_report (period_key, period, plan_district, club_key, club_match, members, file_id, table_no, sheet, row_number)"
            + " values (20252, '2025-H2', '429', -1, 'none', 90, ?, 1, 'Sheet1', 7)",
        file);
    world.refresh();
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    Block.Grid causes = grid(paper, "causes");
    assertThat(causes.rows()).hasSize(1);
    assertThat(causes.rows().getFirst().cells()).containsExactly(Cell.words("Chưa rõ nguyên nhân; cần hỏi lại đơn vị"), Cell.count(1), Cell.count(1));
    assertThat(grid(paper, "reconciliation").rows().getFirst().cells().getLast()).isEqualTo(Cell.words("Chưa rõ nguyên nhân; cần hỏi lại đơn vị"));
  }

  @Test
  void aProvinceWithASingleClubIsReadable(World world) throws Exception {
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, members(1, 55, "woman older"));
    world.refresh();
    Paper paper = paper(world, request(ReportKind.FINAL, H2));
    Block.Grid standings = grid(paper, "standings");
    assertThat(standings.rows()).hasSize(21);
    assertThat(grid(paper, "clubs-most-short").rows()).hasSize(1);
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(Reports.bytes(paper, format)).isNotEmpty();
    }
  }

  private static List<BigDecimal> missed(List<Block.Row> rows) {
    return rows.stream().map(row -> ((Cell.Number) row.cells().get(7)).value()).toList();
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
