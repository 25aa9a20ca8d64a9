package vn.ishc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vn.ishc.SampleWarehouse;
import vn.ishc.TestDatabase;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.row.Language;

/** The final evaluation of the samples, read back from its files: every figure in every table is that of {@code mart.indicator}. */
class FiguresReadBackTest {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
  private static final Texts TEXTS = new Texts(Language.VI);
  private static final int FIRST_SHEET_ROW = 4;

  private static Paper paper;
  private static List<Block.Grid> grids;

  /** Figures of the mart by indicator, day, area and column. */
  private static Map<String, BigDecimal> mart;

  @BeforeAll
  static void evaluate() throws Exception {
    IndicatorDefinitions definitions = IndicatorDefinitions.read(TestDatabase.ROOT.resolve(Path.of("jobs", "indicators.yml")));
    try (Connection connection = SampleWarehouse.source().getConnection()) {
      DSLContext dsl = DSL.using(connection);
      ReportRequest request = new ReportRequest(ReportKind.FINAL, DAY, Optional.empty(), Language.VI, LocalDate.of(2026, 1, 5));
      paper = new Composer(new StarFacts(dsl, definitions).ask(request), Optional.empty()).compose();
      mart = mart(dsl);
    }
    grids = paper.all().stream().filter(Block.Grid.class::isInstance).map(Block.Grid.class::cast).toList();
  }

  private static Map<String, BigDecimal> mart(DSLContext dsl) {
    Map<String, BigDecimal> figures = new HashMap<>();
    for (Record row : dsl.fetch("select indicator_code, as_of, area_code, numerator, denominator, value, target from mart.indicator where area_level <> 'club'")) {
      for (String part : List.of("numerator", "denominator", "value", "target")) {
        if (row.get(part) != null) {
          figures.put(row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + part, new BigDecimal(row.get(part).toString()));
        }
      }
    }
    return figures;
  }

  /** The figure of the mart that a cell shows, else its own number. */
  private static BigDecimal expected(Cell.Number cell) {
    return cell.figure().map(FigureKey::code).map(key -> Optional.ofNullable(mart.get(key)).orElseThrow(() -> new AssertionError(key))).orElse(cell.value());
  }

  private static String printed(Cell cell) {
    return ReadBack.plain(
        switch (cell) {
          case Cell.Number number -> TEXTS.number(expected(number), number.style()) + number.mark().sign();
          case Cell.Words words -> words.text();
          case Cell.Missing nothing -> TEXTS.cell(nothing);
        });
  }

  private static String place(Block.Grid grid, int row, int column) {
    return grid.id() + " " + (row + 1) + "/" + grid.columns().get(column).title();
  }

  @Test
  void theTextPrintsEveryFigureOfTheMart() throws Exception {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(paper)))) {
      Map<String, List<List<String>>> tables = tables(document);
      for (Block.Grid grid : grids) {
        List<List<String>> table = tables.getOrDefault(grid.title(), List.of());
        assertThat(table).as(grid.id()).hasSize(grid.onPaper() == 0 ? 0 : grid.onPaper() + 1);
        for (int row = 0; row < grid.onPaper(); row++) {
          for (int column = 0; column < grid.columns().size(); column++) {
            assertThat(table.get(row + 1).get(column)).as(place(grid, row, column)).isEqualTo(printed(grid.rows().get(row).cells().get(column)));
          }
        }
      }
    }
  }

  /** Tables by what stands above them. */
  private static Map<String, List<List<String>>> tables(XWPFDocument document) {
    Pattern caption = Pattern.compile("Bảng \\d+\\. (.*)");
    Map<String, List<List<String>>> tables = new HashMap<>();
    String above = "";
    for (IBodyElement element : document.getBodyElements()) {
      if (element instanceof XWPFParagraph paragraph) {
        Matcher matcher = caption.matcher(ReadBack.plain(paragraph.getText()));
        above = matcher.matches() ? matcher.group(1) : "";
      } else if (element instanceof XWPFTable table && !above.isEmpty()) {
        tables.put(above, ReadBack.rows(table));
      }
    }
    return tables;
  }

  @Test
  void theWorkbookHoldsEveryFigureOfTheMart() throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(XlsxWriter.write(paper)))) {
      Map<String, XSSFSheet> sheets = new HashMap<>();
      book.forEach(sheet -> sheets.putIfAbsent(sheet.getRow(0).getCell(0).getStringCellValue(), (XSSFSheet) sheet));
      for (Block.Grid grid : grids) {
        XSSFSheet sheet = sheets.get(grid.title());
        assertThat(sheet.getLastRowNum()).as(grid.id()).isEqualTo(FIRST_SHEET_ROW + grid.rows().size() - 1);
        for (int row = 0; row < grid.rows().size(); row++) {
          for (int column = 0; column < grid.columns().size(); column++) {
            XSSFCell told = sheet.getRow(FIRST_SHEET_ROW + row).getCell(column);
            String place = place(grid, row, column);
            switch (grid.rows().get(row).cells().get(column)) {
              case Cell.Number number -> assertThat(told.getNumericCellValue()).as(place).isEqualTo(expected(number).doubleValue());
              case Cell.Words words -> assertThat(told.getStringCellValue()).as(place).isEqualTo(words.text());
              case Cell.Missing nothing -> assertThat(told.getCellType()).as(place).isEqualTo(CellType.BLANK);
            }
          }
        }
      }
    }
  }

  @Test
  void thePageShowsEveryFigureOfTheMart() throws Exception {
    String html = new String(HtmlWriter.write(paper), StandardCharsets.UTF_8);
    for (Block.Grid grid : grids) {
      List<List<Element>> rows = rows(html, grid.id());
      assertThat(rows).as(grid.id()).hasSameSizeAs(grid.rows());
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < grid.columns().size(); column++) {
          Element told = rows.get(row).get(column);
          Cell cell = grid.rows().get(row).cells().get(column);
          assertThat(ReadBack.plain(told.getTextContent())).as(place(grid, row, column)).isEqualTo(printed(cell));
          if (cell instanceof Cell.Number number) {
            assertThat(new BigDecimal(told.getAttribute("data-v"))).as(place(grid, row, column)).isEqualByComparingTo(expected(number));
          }
        }
      }
    }
  }

  private static List<List<Element>> rows(String html, String id) throws Exception {
    int from = html.indexOf("<table id=\"" + id + "\"");
    String table = html.substring(from, html.indexOf("</table>", from) + "</table>".length());
    Element parsed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(table))).getDocumentElement();
    List<List<Element>> rows = new ArrayList<>();
    NodeList found = parsed.getElementsByTagName("tr");
    for (int i = 1; i < found.getLength(); i++) {
      List<Element> cells = new ArrayList<>();
      NodeList inside = ((Element) found.item(i)).getElementsByTagName("td");
      for (int j = 0; j < inside.getLength(); j++) {
        cells.add((Element) inside.item(j));
      }
      rows.add(cells);
    }
    return rows;
  }

  @Test
  void noFigureOfTheProvinceIsLeftOut() {
    Set<String> shown = new HashSet<>();
    for (Block.Grid grid : grids) {
      for (Block.Row row : grid.rows()) {
        row.cells().forEach(cell -> {
          if (cell instanceof Cell.Number number) {
            number.figure().ifPresent(key -> shown.add(key.code()));
          }
        });
      }
    }
    List<String> wanted = mart.entrySet().stream().filter(figure -> figure.getKey().contains(" " + DAY + " 40 value") && figure.getValue().signum() != 0).map(Map.Entry::getKey).toList();
    assertThat(wanted).hasSizeGreaterThan(30);
    assertThat(shown).containsAll(wanted);
  }
}
