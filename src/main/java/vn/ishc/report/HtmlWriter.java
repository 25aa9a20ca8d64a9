package vn.ishc.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** One file for a browser: styles, script and pictures inside, nothing from the network. */
final class HtmlWriter {
  /** Hashes and names of files: to be broken anywhere, unlike codes and numbers. */
  private static final Pattern LONG_WORD = Pattern.compile("\\S{25}");

  /** Words of so few letters, such as codes and names of districts, stay on one line. */
  private static final int TOGETHER = 17;

  private final Texts texts;
  private final SvgCharts charts;
  private final StringBuilder out = new StringBuilder(1 << 18);
  private int anchors;

  private HtmlWriter(Texts texts) {
    this.texts = texts;
    this.charts = new SvgCharts(texts);
  }

  static byte[] write(Paper paper) throws IOException {
    return new HtmlWriter(new Texts(paper.language())).page(paper).getBytes(StandardCharsets.UTF_8);
  }

  private String page(Paper paper) throws IOException {
    out.append("<!DOCTYPE html>\n<html lang=\"").append(paper.language().code()).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").append(escape(paper.head().subject())).append("</title>\n");
    out.append("<style>\n").append(resource("report.css")).append("</style>\n</head>\n<body>\n");
    head(paper.head());
    contents(paper.all());
    anchors = 0;
    paper.body().forEach(this::block);
    foot(paper.head());
    out.append("<div class=\"appendices\">\n");
    paper.appendices().forEach(this::block);
    out.append("</div>\n<script>\n").append(resource("report.js")).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(HtmlWriter.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void head(OfficialHead head) {
    out.append("<header class=\"official\">\n<div><p>").append(escape(head.parentBody())).append("</p><p class=\"line\"><b>").append(escape(head.issuingBody())).append("</b></p><p>").append(escape(head.number())).append("</p></div>\n");
    out.append("<div><p><b>").append(escape(texts.of("head.motto-1"))).append("</b></p><p class=\"line\"><b>").append(escape(texts.of("head.motto-2"))).append("</b></p><p><i>").append(escape(head.placeAndDate())).append("</i></p></div>\n</header>\n");
    out.append("<h1>").append(escape(head.name())).append("<small>").append(escape(head.subject())).append("</small></h1>\n");
  }

  private void foot(OfficialHead head) {
    out.append("<footer class=\"official\">\n<div class=\"to\"><p><b><i>").append(escape(texts.of("head.to"))).append("</i></b></p>");
    head.recipients().forEach(line -> out.append("<p>").append(escape(line)).append("</p>"));
    out.append("</div>\n<div class=\"signature\">");
    head.signature().forEach(line -> out.append("<p><b>").append(escape(line)).append("</b></p>"));
    out.append("</div>\n</footer>\n");
  }

  private void contents(List<Block> blocks) {
    out.append("<nav><details open><summary>").append(escape(texts.of("html.contents"))).append("</summary><ul>\n");
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading && heading.level() == 1) {
        out.append("<li><a href=\"#s").append(++anchors).append("\">").append(escape(heading.text())).append("</a></li>\n");
      } else if (block instanceof Block.Appendix appendix) {
        out.append("<li><a href=\"#s").append(++anchors).append("\">").append(escape(texts.of("appendix", appendix.number()) + ". " + appendix.title())).append("</a></li>\n");
      }
    }
    out.append("</ul></details></nav>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Text text -> out.append("<p class=\"body\">").append(escape(text.text())).append("</p>\n");
      case Block.Item item -> out.append("<p class=\"item\">– ").append(escape(item.text())).append("</p>\n");
      case Block.Note note -> out.append("<p class=\"note\">").append(escape(note.text())).append("</p>\n");
      case Block.Grid grid -> grid(grid);
      case Block.Graph graph ->
          out.append("<figure>").append(charts.draw(graph.chart())).append("<figcaption>").append(escape(graph.chart().title())).append("</figcaption></figure>\n");
      case Block.Appendix appendix ->
          out.append("<h2 class=\"appendix\" id=\"s").append(++anchors).append("\">").append(escape(texts.of("appendix", appendix.number()))).append("<small>").append(escape(appendix.title())).append("</small></h2>\n");
    }
  }

  private void heading(Block.Heading heading) {
    if (heading.level() == 1) {
      out.append("<h2 id=\"s").append(++anchors).append("\">").append(escape(heading.text())).append("</h2>\n");
    } else {
      out.append("<h").append(heading.level() + 1).append('>').append(escape(heading.text())).append("</h").append(heading.level() + 1).append(">\n");
    }
  }

  private void grid(Block.Grid grid) {
    String kind = !grid.isCut() ? "table" : grid.onPaper() == 0 ? "table long screen" : "table long";
    out.append("<div class=\"").append(kind).append("\"><table id=\"").append(grid.id()).append("\"><caption>").append(escape(grid.title())).append("</caption>\n<thead><tr>");
    for (Block.Column column : grid.columns()) {
      out.append(column.number() ? "<th class=\"n\" tabindex=\"0\">" : "<th tabindex=\"0\">").append(escape(column.title())).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int r = 0; r < grid.rows().size(); r++) {
      Block.Row row = grid.rows().get(r);
      out.append(row.total() ? "<tr class=\"total\">" : r >= grid.onPaper() ? "<tr class=\"more\">" : "<tr>");
      for (int i = 0; i < row.cells().size(); i++) {
        cell(row.cells().get(i), grid.columns().get(i).number());
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n<p class=\"source\">");
    if (grid.isCut()) {
      out.append("<span class=\"paper\">").append(escape(texts.paperNote(grid))).append("</span>");
    }
    out.append(escape(grid.source())).append("</p>\n");
  }

  private void cell(Cell cell, boolean number) {
    out.append("<td");
    if (number) {
      out.append(cell instanceof Cell.Number known && known.mark() != Cell.Mark.NONE ? " class=\"n off\"" : " class=\"n\"");
    }
    if (cell instanceof Cell.Words words && !words.text().isEmpty()) {
      out.append(words.text().length() <= TOGETHER ? " class=\"s\"" : LONG_WORD.matcher(words.text()).find() ? " class=\"w\"" : "");
    }
    if (cell instanceof Cell.Number known) {
      out.append(" data-v=\"").append(known.value().toPlainString()).append('"');
      known.figure().ifPresent(key -> out.append(" data-figure=\"").append(key.code()).append('"'));
    }
    out.append('>').append(escape(texts.cell(cell))).append("</td>");
  }

  /** Text that a browser takes as text. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
