package vn.ishc.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Charts as SVG: text that a browser draws, without anything from the network. */
final class SvgCharts {
  /** From this depth on white letters are read more easily than black ones. */
  private static final double DARK_TILE = 0.7;

  private static final int WIDTH = 760;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int ROW = 22;
  private static final int LABEL = 150;
  private static final int PLOT_HEIGHT = 250;

  private final Texts texts;

  SvgCharts(Texts texts) {
    this.texts = texts;
  }

  String draw(Chart chart) {
    return switch (chart) {
      case Chart.Trend trend -> trend(trend);
      case Chart.Ranking ranking -> ranking(ranking);
      case Chart.Bands bands -> bands(bands);
      case Chart.Stack stack -> stack(stack);
      case Chart.Tiles tiles -> tiles(tiles);
    };
  }

  private static double max(List<Chart.Line> lines) {
    return lines.stream().flatMap(line -> line.points().stream()).flatMap(Optional::stream).mapToDouble(BigDecimal::doubleValue).max().orElse(1);
  }

  /** The next round number, so that the axis ends well. */
  private static double nice(double max) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(max, 1e-9))));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8, 10}) {
      if (step * power >= max) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private String label(double value, NumberStyle style) {
    return texts.number(BigDecimal.valueOf(value), style);
  }

  private String trend(Chart.Trend chart) {
    StringBuilder svg = new StringBuilder();
    double top = nice(max(chart.lines()));
    axis(svg, top, chart.style());
    int count = chart.labels().size();
    double step = (double) (WIDTH - LEFT - RIGHT) / count;
    for (int i = 0; i < count; i++) {
      text(svg, LEFT + step * (i + 0.5), PLOT_HEIGHT + 28, "middle", chart.labels().get(i), "");
    }
    for (int number = 0; number < chart.lines().size(); number++) {
      Chart.Line line = chart.lines().get(number);
      String colour = line.target() ? Ink.TARGET : Ink.series(number);
      String dash = !line.target() ? "" : number % 2 == 0 ? " stroke-dasharray=\"7 4\"" : " stroke-dasharray=\"2 4\"";
      String before = "";
      for (int i = 0; i < count; i++) {
        if (line.points().get(i).isEmpty()) {
          if (chart.lines().stream().filter(other -> !other.target()).allMatch(empty(i)) && number == 0) {
            text(svg, LEFT + step * (i + 0.5), PLOT_HEIGHT - 4, "middle", texts.of("chart.no-data"), " class=\"faint\"");
          }
          before = "";
          continue;
        }
        double value = line.points().get(i).get().doubleValue();
        String here = xy(LEFT + step * (i + 0.5), y(value, top));
        if (!before.isEmpty()) {
          svg.append("<path d=\"M").append(before).append(" L").append(here).append("\" fill=\"none\" stroke=\"#").append(colour).append("\" stroke-width=\"2\"").append(dash).append("/>");
        }
        if (!line.target()) {
          dot(svg, LEFT + step * (i + 0.5), y(value, top), 4, colour);
          text(svg, LEFT + step * (i + 0.5), y(value, top) - 8 - 0.0, "middle", label(value, chart.style()), "");
        }
        before = here;
      }
    }
    legend(svg, chart.lines(), PLOT_HEIGHT + 52);
    return frame(chart.title(), PLOT_HEIGHT + 60 + 20 * ((chart.lines().size() + 1) / 2), svg);
  }

  private static java.util.function.Predicate<Chart.Line> empty(int at) {
    return line -> line.points().get(at).isEmpty();
  }

  private static double y(double value, double top) {
    return 20 + (PLOT_HEIGHT - 20) * (1 - value / top);
  }

  private void axis(StringBuilder svg, double top, NumberStyle style) {
    for (int i = 0; i <= 4; i++) {
      double value = top * i / 4;
      rule(svg, LEFT, y(value, top), WIDTH - RIGHT, y(value, top), i == 0 ? "888888" : "DDDDDD");
      text(svg, LEFT - 8, y(value, top) + 4, "end", label(value, style), "");
    }
  }

  private void legend(StringBuilder svg, List<Chart.Line> lines, int top) {
    for (int i = 0; i < lines.size(); i++) {
      double x = LEFT + (i % 2) * 340.0;
      double y = top + (i / 2) * 20.0;
      Chart.Line line = lines.get(i);
      String dash = !line.target() ? "" : i % 2 == 0 ? " stroke-dasharray=\"7 4\"" : " stroke-dasharray=\"2 4\"";
      svg.append("<path d=\"M").append(xy(x, y)).append(" h26\" stroke-width=\"").append(line.target() ? 2 : 4).append("\" stroke=\"#").append(line.target() ? Ink.TARGET : Ink.series(i)).append('"').append(dash).append("/>");
      text(svg, x + 32, y + 4, "start", line.name(), "");
    }
  }

  private String ranking(Chart.Ranking chart) {
    StringBuilder svg = new StringBuilder();
    double most = chart.bars().stream().flatMap(bar -> bar.value().stream()).mapToDouble(BigDecimal::doubleValue).max().orElse(1);
    double top = nice(Math.max(most, chart.threshold().map(BigDecimal::doubleValue).orElse(0.0)));
    double plot = WIDTH - LABEL - 70;
    int height = 26 + chart.bars().size() * ROW;
    for (int i = 0; i < chart.bars().size(); i++) {
      Chart.Bar bar = chart.bars().get(i);
      double y = 26 + i * ROW;
      text(svg, LABEL - 8, y + 14, "end", bar.label(), "");
      if (bar.value().isEmpty()) {
        text(svg, LABEL + 4, y + 14, "start", texts.of("chart.no-data"), " class=\"faint\"");
        continue;
      }
      double value = bar.value().get().doubleValue();
      boolean met = bar.met().orElse(true);
      svg.append("<rect x=\"").append(LABEL).append("\" y=\"").append(number(y + 2)).append("\" width=\"").append(number(plot * value / top)).append("\" height=\"").append(ROW - 6);
      svg.append("\" fill=\"#").append(met ? Ink.DARK : Ink.LIGHT).append(met ? "\"/>" : "\" stroke=\"#8A4B12\"/>");
      text(svg, LABEL + plot * value / top + 6, y + 14, "start", label(value, chart.style()), "");
    }
    chart.threshold().ifPresent(threshold -> {
      double x = LABEL + plot * threshold.doubleValue() / top;
      svg.append("<path d=\"M").append(xy(x, 22)).append(" V").append(height).append("\" stroke=\"#").append(Ink.TARGET).append("\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>");
      text(svg, x, 16, x > WIDTH * 0.7 ? "end" : "middle", chart.thresholdName(), "");
    });
    boolean judged = chart.bars().stream().anyMatch(bar -> bar.met().isPresent());
    if (judged) {
      square(svg, LABEL, height + 10, Ink.DARK, texts.of("chart.met"));
      square(svg, LABEL + 120, height + 10, Ink.LIGHT, texts.of("chart.not-met"));
    }
    return frame(chart.title(), height + (judged ? 36 : 10), svg);
  }

  private String bands(Chart.Bands chart) {
    StringBuilder svg = new StringBuilder();
    double plot = WIDTH - LABEL - 40;
    int lane = 90;
    int height = 20 + chart.bands().size() * lane;
    for (int i = 0; i <= 10; i++) {
      double x = LABEL + plot * i / 10;
      rule(svg, x, 20, x, height, "E4E4E4");
      text(svg, x, height + 16, "middle", label(i / 10.0, NumberStyle.SHARE), "");
    }
    for (int b = 0; b < chart.bands().size(); b++) {
      Chart.Band band = chart.bands().get(b);
      double y = 20 + b * (double) lane;
      svg.append("<rect x=\"").append(number(LABEL + plot * band.lower())).append("\" y=\"").append(number(y + 6)).append("\" width=\"").append(number(plot * (band.upper() - band.lower())));
      svg.append("\" height=\"").append(lane - 12).append("\" fill=\"#").append(Ink.BAND).append("\" stroke=\"#8FA6BA\"/>");
      text(svg, LABEL - 8, y + lane / 2.0 + 4, "end", band.label(), "");
      for (int d = 0; d < band.dots().size(); d++) {
        double share = band.dots().get(d);
        boolean inside = share >= band.lower() - 1e-9 && share <= band.upper() + 1e-9;
        dot(svg, LABEL + plot * share, y + 14 + (d * 37 % (lane - 28)), 3.5, inside ? Ink.DARK : Ink.LIGHT);
      }
    }
    square(svg, LABEL, height + 26, Ink.BAND, texts.of("chart.band"));
    dot(svg, LABEL + 190, height + 32, 4, Ink.DARK);
    text(svg, LABEL + 200, height + 37, "start", texts.of("chart.met"), "");
    dot(svg, LABEL + 260, height + 32, 4, Ink.LIGHT);
    text(svg, LABEL + 270, height + 37, "start", texts.of("chart.not-met") + " · " + texts.of("chart.club-dot"), "");
    return frame(chart.title(), height + 50, svg);
  }

  private String stack(Chart.Stack chart) {
    StringBuilder svg = new StringBuilder();
    int count = chart.labels().size();
    double[] totals = new double[count];
    chart.parts().forEach(part -> {
      for (int i = 0; i < count; i++) {
        totals[i] += part.points().get(i).map(BigDecimal::doubleValue).orElse(0.0);
      }
    });
    double most = java.util.Arrays.stream(totals).max().orElse(1);
    double top = nice(most);
    axis(svg, top, chart.style());
    double step = (double) (WIDTH - LEFT - RIGHT) / count;
    for (int i = 0; i < count; i++) {
      double x = LEFT + step * (i + 0.2);
      text(svg, LEFT + step * (i + 0.5), PLOT_HEIGHT + 28, "middle", chart.labels().get(i), "");
      double sum = 0;
      for (int p = 0; p < chart.parts().size(); p++) {
        double value = chart.parts().get(p).points().get(i).map(BigDecimal::doubleValue).orElse(0.0);
        double upper = y(sum + value, top);
        if (value > 0) {
          svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(upper)).append("\" width=\"").append(number(step * 0.6)).append("\" height=\"").append(number(y(sum, top) - upper));
          svg.append("\" fill=\"#").append(Ink.series(p)).append("\" stroke=\"#ffffff\"/>");
        }
        sum += value;
      }
      int at = i;
      boolean known = chart.parts().stream().anyMatch(part -> part.points().get(at).isPresent());
      text(svg, LEFT + step * (i + 0.5), y(sum, top) - 6, "middle", known ? label(sum, chart.style()) : texts.of("chart.no-data"), known ? "" : " class=\"faint\"");
    }
    for (int p = 0; p < chart.parts().size(); p++) {
      square(svg, LEFT, PLOT_HEIGHT + 44 + p * 20, Ink.series(p), chart.parts().get(p).name());
    }
    return frame(chart.title(), PLOT_HEIGHT + 56 + 20 * chart.parts().size(), svg);
  }

  private String tiles(Chart.Tiles chart) {
    StringBuilder svg = new StringBuilder();
    int width = 102;
    int height = 62;
    double most = chart.tiles().stream().flatMap(tile -> tile.value().stream()).mapToDouble(BigDecimal::doubleValue).max().orElse(1);
    for (Chart.Tile tile : chart.tiles()) {
      double x = 10 + tile.column() * (double) (width + 4);
      double y = 6 + tile.row() * (double) (height + 4);
      double depth = tile.value().map(value -> most == 0 ? 0 : value.doubleValue() / most).orElse(-1.0);
      boolean dark = depth > DARK_TILE;
      svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"").append(width).append("\" height=\"").append(height).append("\" fill=\"#").append(depth < 0 ? Ink.EMPTY : shade(depth));
      svg.append("\" stroke=\"#").append(tile.met().orElse(false) ? "000000" : "9AA7B2").append("\" stroke-width=\"").append(tile.met().orElse(false) ? 2 : 1).append(depth < 0 ? "\" stroke-dasharray=\"4 3\"/>" : "\"/>");
      String style = dark ? " fill=\"#ffffff\"" : "";
      text(svg, x + width / 2.0, y + 24, "middle", tile.name().replaceFirst("^(Thành phố|Thị xã|Huyện) ", ""), style);
      text(svg, x + width / 2.0, y + 48, "middle", tile.value().map(value -> texts.number(value, chart.style())).orElse("–"), style + " font-weight=\"bold\" font-size=\"17\"");
    }
    return frame(chart.title(), 340, svg);
  }

  /** From near white to dark, by lightness. */
  private static String shade(double depth) {
    int red = (int) Math.round(0xEE + (0x12 - 0xEE) * depth);
    int green = (int) Math.round(0xF3 + (0x41 - 0xF3) * depth);
    int blue = (int) Math.round(0xF8 + (0x6B - 0xF8) * depth);
    return String.format(Locale.ROOT, "%02X%02X%02X", red, green, blue);
  }

  private static String frame(String title, int height, StringBuilder body) {
    return "<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-label=\"" + HtmlWriter.escape(title) + "\">" + body + "</svg>";
  }

  private static void square(StringBuilder svg, double x, double y, String colour, String name) {
    svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"14\" height=\"14\" fill=\"#").append(colour).append("\" stroke=\"#666666\" stroke-width=\"0.5\"/>");
    text(svg, x + 20, y + 12, "start", name, "");
  }

  private static void dot(StringBuilder svg, double x, double y, double radius, String colour) {
    svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius)).append("\" fill=\"#").append(colour).append("\" stroke=\"#333333\" stroke-width=\"0.6\"/>");
  }

  private static void rule(StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
    svg.append("<path d=\"M").append(xy(x1, y1)).append(" L").append(xy(x2, y2)).append("\" stroke=\"#").append(colour).append("\"/>");
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String words, String more) {
    svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" text-anchor=\"").append(anchor).append('"').append(more).append('>').append(HtmlWriter.escape(words)).append("</text>");
  }

  private static String xy(double x, double y) {
    return number(x) + " " + number(y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
