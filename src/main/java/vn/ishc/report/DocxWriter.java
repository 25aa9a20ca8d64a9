package vn.ishc.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A text in the official form (Decree 30/2020/NĐ-CP, annex I): what an office signs. */
final class DocxWriter {
  private static final int CHART_WIDTH_MM = 158;
  private static final int CHART_HEIGHT_MM = 85;
  private static final int BAR_MM = 5;

  private final XWPFDocument document = new XWPFDocument();
  private final Texts texts;
  private final OfficialForm form;
  private final DocxTables tables;
  private final NativeCharts charts;
  private int table;
  private int figure;

  private DocxWriter(Texts texts) {
    this.texts = texts;
    this.form = new OfficialForm(document, texts);
    this.tables = new DocxTables(document, texts);
    this.charts = new NativeCharts(texts);
  }

  static byte[] write(Paper paper) throws IOException {
    DocxWriter writer = new DocxWriter(new Texts(paper.language()));
    try (writer.document; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.fill(paper);
      writer.document.write(out);
      return Packages.settled(out.toByteArray(), paper.writtenOn());
    }
  }

  private void fill(Paper paper) throws IOException {
    form.styles();
    form.properties(paper.head().subject(), paper.head().issuingBody());
    form.head(paper.head());
    for (Block block : paper.body()) {
      block(block, OfficialForm.PORTRAIT_TEXT);
    }
    form.signature(paper.head());
    form.endOfBody();
    boolean first = true;
    for (Block block : paper.appendices()) {
      if (block instanceof Block.Appendix && !first) {
        form.endOfAppendix();
      }
      first = false;
      block(block, OfficialForm.LANDSCAPE_TEXT);
    }
    form.lastSection();
  }

  private void block(Block block, int textWidth) throws IOException {
    switch (block) {
      case Block.Heading heading -> form.heading(heading);
      case Block.Text text -> form.body(text.text());
      case Block.Item item -> form.body("- " + item.text());
      case Block.Note note -> form.note(note.text());
      case Block.Appendix appendix -> form.appendix(texts.of("appendix", appendix.number()), appendix.title());
      case Block.Grid grid -> {
        form.caption(texts.of("docx.table", ++table, grid.title()));
        if (grid.onPaper() > 0) {
          tables.grid(grid, textWidth);
        }
        form.note(texts.paperNote(grid) + grid.source());
      }
      case Block.Graph graph -> {
        if (NativeCharts.has(graph.chart())) {
          chart(graph.chart());
        }
      }
    }
  }

  private void chart(Chart chart) throws IOException {
    int height = chart instanceof Chart.Ranking ranking ? Math.max(60, 36 + BAR_MM * ranking.bars().size()) : CHART_HEIGHT_MM;
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setKeepNext(true);
    paragraph.setSpacingBefore(120);
    try {
      XWPFChart drawn = document.createChart(paragraph.createRun(), millimetres(CHART_WIDTH_MM), millimetres(height));
      charts.draw(drawn, chart, new InText(drawn, charts.columns(chart)), false);
      drawn.saveWorkbook(drawn.getWorkbook());
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
    form.figureCaption(texts.of("docx.figure", ++figure, NativeCharts.title(chart)));
  }

  private static int millimetres(int length) {
    return Units.toEMU(length * 72 / 25.4);
  }

  /** The numbers of a chart in the workbook behind it. */
  private record InText(XWPFChart chart, NativeCharts.Columns columns) implements NativeCharts.Source {
    private String range(int column) {
      return chart.formatRange(new CellRangeAddress(1, columns.labels().size(), column, column));
    }

    @Override
    public XDDFCategoryDataSource labels() {
      return XDDFDataSourcesFactory.fromArray(columns.labels().toArray(new String[0]), range(0), 0);
    }

    @Override
    public XDDFNumericalDataSource<Double> values(int series) {
      List<Optional<Double>> values = columns.values().get(series);
      Double[] numbers = new Double[values.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = values.get(i).orElse(null);
      }
      return XDDFDataSourcesFactory.fromArray(numbers, range(series + 1), series + 1);
    }

    @Override
    public void name(XDDFChartData.Series series, String name, int number) {
      series.setTitle(name, chart.setSheetTitle(name, number + 1));
    }
  }
}
