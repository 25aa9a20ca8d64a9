package vn.ishc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;

/** Charts that Word and Excel draw themselves, so that an officer can still change them. The tile map has no such form. */
final class NativeCharts {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private static final String DOT_POINTS = "4";

  /** The numbers of a chart in columns: labels, then a column per series. */
  record Columns(List<String> labels, List<String> names, List<List<Optional<Double>>> values) {}

  /** Where a chart finds its numbers: a range of a sheet. */
  interface Source {
    /** The labels, from the first to the last row. */
    XDDFCategoryDataSource labels();

    /** A series, first 0. */
    XDDFNumericalDataSource<Double> values(int series);

    /** Names a series. */
    void name(XDDFChartData.Series series, String name, int number);
  }

  private final Texts texts;

  NativeCharts(Texts texts) {
    this.texts = texts;
  }

  /** Whether a chart has a native form. */
  static boolean has(Chart chart) {
    return !(chart instanceof Chart.Tiles);
  }

  /** The numbers of a chart, in the columns that {@link #draw} expects. */
  Columns columns(Chart chart) {
    return switch (chart) {
      case Chart.Trend trend -> lines(trend.labels(), trend.lines(), trend.style());
      case Chart.Stack stack -> lines(stack.labels(), stack.parts(), stack.style());
      case Chart.Ranking ranking -> bars(ranking);
      case Chart.Bands bands -> dots(bands);
      case Chart.Tiles tiles -> new Columns(List.of(), List.of(), List.of());
    };
  }

  private static Columns lines(List<String> labels, List<Chart.Line> lines, NumberStyle style) {
    List<List<Optional<Double>>> values = new ArrayList<>();
    lines.forEach(line -> values.add(line.points().stream().map(point -> point.map(value -> plotted(value, style))).toList()));
    return new Columns(labels, lines.stream().map(Chart.Line::name).toList(), values);
  }

  private static double plotted(BigDecimal value, NumberStyle style) {
    return style == NumberStyle.MILLIONS ? value.divide(MILLION).doubleValue() : value.doubleValue();
  }

  /** Reached and missed are two series, so that they have two colours. */
  private Columns bars(Chart.Ranking chart) {
    List<Optional<Double>> reached = new ArrayList<>();
    List<Optional<Double>> missed = new ArrayList<>();
    for (Chart.Bar bar : chart.bars()) {
      Optional<Double> value = bar.value().map(known -> plotted(known, chart.style()));
      boolean met = bar.met().orElse(true);
      reached.add(met ? value : Optional.empty());
      missed.add(met ? Optional.empty() : value);
    }
    boolean judged = chart.bars().stream().anyMatch(bar -> bar.met().isPresent());
    List<String> labels = chart.bars().stream().map(Chart.Bar::label).toList();
    if (!judged) {
      return new Columns(labels, List.of(texts.of("chart.actual")), List.of(reached));
    }
    List<String> names = new ArrayList<>();
    List<List<Optional<Double>>> values = new ArrayList<>();
    add(names, values, texts.of("chart.met"), reached);
    add(names, values, texts.of("chart.not-met"), missed);
    return new Columns(labels, names, values);
  }

  /** A series of nothing but gaps would be drawn as bars of its own. */
  private static void add(List<String> names, List<List<Optional<Double>>> values, String name, List<Optional<Double>> points) {
    if (points.stream().anyMatch(Optional::isPresent)) {
      names.add(name);
      values.add(points);
    }
  }

  /** A row per dot: its share, then its height in the lane of its band; the bounds of the bands behind them. */
  private Columns dots(Chart.Bands chart) {
    List<String> labels = new ArrayList<>();
    List<Optional<Double>> shares = new ArrayList<>();
    List<List<Optional<Double>>> heights = new ArrayList<>();
    int lanes = chart.bands().size();
    for (int i = 0; i < lanes * 2; i++) {
      heights.add(new ArrayList<>());
    }
    for (int b = 0; b < lanes; b++) {
      Chart.Band band = chart.bands().get(b);
      double lane = lanes - b;
      for (int d = 0; d < band.dots().size(); d++) {
        point(labels, shares, heights, band.label(), band.dots().get(d), b, lane - 0.4 + (d * 37 % 80) / 100.0);
      }
      for (double[] corner : new double[][] {{band.lower(), -0.45}, {band.lower(), 0.45}, {band.upper(), 0.45}, {band.upper(), -0.45}, {band.lower(), -0.45}}) {
        point(labels, shares, heights, band.label(), corner[0], lanes + b, lane + corner[1]);
      }
    }
    List<String> names = new ArrayList<>(List.of(""));
    chart.bands().forEach(band -> names.add(band.label()));
    chart.bands().forEach(band -> names.add(band.label() + ": " + texts.of("chart.band")));
    List<List<Optional<Double>>> values = new ArrayList<>(List.of(shares));
    values.addAll(heights);
    return new Columns(labels, names, values);
  }

  private static void point(List<String> labels, List<Optional<Double>> shares, List<List<Optional<Double>>> heights, String label, double share, int series, double height) {
    labels.add(label);
    shares.add(Optional.of(share));
    for (int i = 0; i < heights.size(); i++) {
      heights.get(i).add(i == series ? Optional.of(height) : Optional.empty());
    }
  }

  /**
   * Draws a chart.
   *
   * @param titled whether it carries its title itself, or the text below it does
   */
  void draw(XDDFChart target, Chart chart, Source source, boolean titled) {
    if (titled) {
      target.setTitleText(title(chart));
      target.setTitleOverlay(false);
    } else {
      target.setAutoTitleDeleted(true);
    }
    target.displayBlanksAs(DisplayBlanks.GAP);
    if (columns(chart).names().size() > 1) {
      target.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    switch (chart) {
      case Chart.Trend trend -> trend(target, trend, source);
      case Chart.Stack stack -> stack(target, stack, source);
      case Chart.Ranking ranking -> ranking(target, ranking, source);
      case Chart.Bands bands -> bands(target, bands, source);
      case Chart.Tiles tiles -> throw new IllegalArgumentException("no native form");
    }
  }

  /** The title, with the threshold that native bars cannot draw. */
  static String title(Chart chart) {
    boolean judged = chart instanceof Chart.Ranking ranking && ranking.bars().stream().anyMatch(bar -> bar.met().isPresent());
    return judged ? chart.title() + " (" + Texts.lower(((Chart.Ranking) chart).thresholdName()) + ")" : chart.title();
  }

  private static XDDFValueAxis valueAxis(XDDFChart target, AxisPosition position, NumberStyle style) {
    XDDFValueAxis axis = target.createValueAxis(position);
    axis.setCrosses(AxisCrosses.AUTO_ZERO);
    axis.setMinimum(0.0);
    axis.setNumberFormat(style == NumberStyle.SHARE ? "0%" : "#,##0");
    axis.getOrAddMajorGridProperties().setLineProperties(line("DDDDDD", 0.75, false));
    return axis;
  }

  private void trend(XDDFChart target, Chart.Trend chart, Source source) {
    XDDFCategoryAxis years = target.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis values = valueAxis(target, AxisPosition.LEFT, chart.style());
    XDDFLineChartData data = (XDDFLineChartData) target.createData(ChartTypes.LINE, years, values);
    for (int i = 0; i < chart.lines().size(); i++) {
      Chart.Line line = chart.lines().get(i);
      XDDFLineChartData.Series series = (XDDFLineChartData.Series) data.addSeries(source.labels(), source.values(i));
      source.name(series, line.name(), i);
      series.setSmooth(false);
      series.setMarkerStyle(line.target() ? MarkerStyle.NONE : MarkerStyle.CIRCLE);
      String colour = line.target() ? Ink.TARGET : Ink.series(i);
      series.setLineProperties(line(colour, 2.25, line.target()));
    }
    target.plot(data);
  }

  private void stack(XDDFChart target, Chart.Stack chart, Source source) {
    XDDFBarChartData data = barData(target, chart.style(), BarDirection.COL);
    data.setBarGrouping(BarGrouping.STACKED);
    for (int i = 0; i < chart.parts().size(); i++) {
      XDDFChartData.Series series = data.addSeries(source.labels(), source.values(i));
      source.name(series, chart.parts().get(i).name(), i);
      fill(series, Ink.series(i));
    }
    target.plot(data);
    overlap(target);
  }

  private void ranking(XDDFChart target, Chart.Ranking chart, Source source) {
    XDDFBarChartData data = barData(target, chart.style(), BarDirection.BAR);
    data.setBarGrouping(BarGrouping.CLUSTERED);
    Columns columns = columns(chart);
    String missed = texts.of("chart.not-met");
    for (int i = 0; i < columns.names().size(); i++) {
      XDDFChartData.Series series = data.addSeries(source.labels(), source.values(i));
      source.name(series, columns.names().get(i), i);
      fill(series, columns.names().get(i).equals(missed) ? Ink.LIGHT : Ink.DARK);
    }
    target.plot(data);
    overlap(target);
  }

  /** Bars of one label lie on each other. The type of the number is not in the small set of schemas, so it is written as text. */
  private static void overlap(XDDFChart target) {
    value(target.getCTChart().getPlotArea().getBarChartArray(0).addNewOverlap(), "100");
  }

  private static void value(XmlObject element, String value) {
    try (XmlCursor cursor = element.newCursor()) {
      cursor.toFirstContentToken();
      cursor.insertAttributeWithValue("val", value);
    }
  }

  private static XDDFBarChartData barData(XDDFChart target, NumberStyle style, BarDirection direction) {
    boolean lying = direction == BarDirection.BAR;
    XDDFCategoryAxis labels = target.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    if (lying) {
      labels.setOrientation(AxisOrientation.MAX_MIN);
    }
    XDDFValueAxis values = valueAxis(target, lying ? AxisPosition.BOTTOM : AxisPosition.LEFT, style);
    if (lying) {
      values.setCrosses(AxisCrosses.MAX);
    }
    XDDFBarChartData data = (XDDFBarChartData) target.createData(ChartTypes.BAR, labels, values);
    data.setBarDirection(direction);
    data.setGapWidth(40);
    return data;
  }

  private void bands(XDDFChart target, Chart.Bands chart, Source source) {
    XDDFValueAxis shares = valueAxis(target, AxisPosition.BOTTOM, NumberStyle.SHARE);
    shares.setMaximum(1.0);
    XDDFValueAxis lanes = target.createValueAxis(AxisPosition.LEFT);
    lanes.setMinimum(0.5);
    lanes.setMaximum(chart.bands().size() + 0.5);
    lanes.setVisible(false);
    XDDFScatterChartData data = (XDDFScatterChartData) target.createData(ChartTypes.SCATTER, shares, lanes);
    data.setStyle(org.apache.poi.xddf.usermodel.chart.ScatterStyle.LINE_MARKER);
    int count = chart.bands().size();
    List<MarkerStyle> markers = List.of(MarkerStyle.CIRCLE, MarkerStyle.DIAMOND, MarkerStyle.TRIANGLE);
    for (int i = 0; i < count * 2; i++) {
      XDDFDataSource<?> x = source.values(0);
      XDDFScatterChartData.Series series = (XDDFScatterChartData.Series) data.addSeries(x, source.values(i + 1));
      boolean frame = i >= count;
      String label = chart.bands().get(i % count).label();
      source.name(series, frame ? label + ": " + texts.of("chart.band") : label, i + 1);
      series.setSmooth(false);
      series.setMarkerStyle(frame ? MarkerStyle.NONE : markers.get(i % markers.size()));
      if (frame) {
        series.setLineProperties(line(Ink.series(i % count), 1.5, true));
      } else {
        XDDFLineProperties none = new XDDFLineProperties();
        none.setFillProperties(new XDDFNoFillProperties());
        series.setLineProperties(none);
        markerFill(series, Ink.series(i));
      }
    }
    target.plot(data);
  }

  private static void markerFill(XDDFScatterChartData.Series series, String colour) {
    var marker = series.getCTScatterSer().getMarker();
    value(marker.addNewSize(), DOT_POINTS);
    var shape = marker.isSetSpPr() ? marker.getSpPr() : marker.addNewSpPr();
    shape.addNewSolidFill().addNewSrgbClr().setVal(HexFormat.of().parseHex(colour));
  }

  private static void fill(XDDFChartData.Series series, String colour) {
    XDDFShapeProperties properties = new XDDFShapeProperties();
    properties.setFillProperties(new XDDFSolidFillProperties(colour(colour)));
    properties.setLineProperties(line("FFFFFF", 0.5, false));
    series.setShapeProperties(properties);
  }

  private static XDDFColor colour(String hex) {
    return XDDFColor.from(HexFormat.of().parseHex(hex));
  }

  private static XDDFLineProperties line(String hex, double points, boolean dashed) {
    XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(colour(hex)));
    line.setWidth(points);
    if (dashed) {
      line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
    }
    return line;
  }
}
