package vn.ishc.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import vn.ishc.cli.DataDictionary.Column;
import vn.ishc.cli.DataDictionary.Table;
import vn.ishc.row.Language;

/** The data dictionary as one page that needs nothing else: contents, search, print. */
final class DictionaryPage {
  private final DataDictionary dictionary;
  private final Language language;
  private final boolean vi;

  private DictionaryPage(DataDictionary dictionary, Language language) {
    this.dictionary = dictionary;
    this.language = language;
    this.vi = language == Language.VI;
  }

  static String of(DataDictionary dictionary, Language language) throws IOException {
    return new DictionaryPage(dictionary, language).page();
  }

  private String page() throws IOException {
    try (InputStream stream = Objects.requireNonNull(DictionaryPage.class.getResourceAsStream("dictionary.html"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("{{lang}}", language.code())
          .replace("{{title}}", text("docs.title"))
          .replace("{{intro}}", text("docs.intro"))
          .replace("{{search}}", text("docs.search"))
          .replace("{{none}}", text("docs.none"))
          .replace("{{contents}}", contents())
          .replace("{{tables}}", tables());
    }
  }

  private String contents() {
    StringBuilder html = new StringBuilder();
    for (String schema : List.of("mart", "core")) {
      html.append("<h2>").append(escape(text("docs." + schema))).append("</h2><ul>");
      dictionary.tables().stream()
          .filter(table -> table.name().startsWith(schema + "."))
          .forEach(table -> html.append("<li>").append(link(table.name(), table.name().substring(5))).append("</li>"));
      html.append("</ul>");
    }
    return html.toString();
  }

  private String tables() {
    StringBuilder html = new StringBuilder();
    dictionary.tables().forEach(table -> html.append(table(table)));
    return html.toString();
  }

  private String table(Table table) {
    StringBuilder html = new StringBuilder();
    html.append("<section id=\"").append(table.name()).append("\"><h3>").append(table.name().replace(".", ".<wbr>")).append("</h3><p class=\"grain\">")
        .append(escape(dictionary.grain(table, vi))).append("</p>");
    List<String> referredBy = dictionary.referredBy(table);
    if (!referredBy.isEmpty()) {
      html.append("<p class=\"refers\">").append(escape(text("docs.referred"))).append(' ')
          .append(String.join(", ", referredBy.stream().map(name -> link(name, name)).toList())).append("</p>");
    }
    html.append("<table><thead><tr>");
    for (String heading : List.of("docs.column", "docs.type", "docs.meaning")) {
      html.append("<th>").append(escape(text(heading))).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    table.columns().forEach(column -> html.append(row(table, column)));
    return html.append("</tbody></table></section>\n").toString();
  }

  private String row(Table table, Column column) {
    String marks = (column.key() ? " <b class=\"key\">" + escape(text("docs.key")) + "</b>" : "")
        + (column.required() || table.name().startsWith("mart.") ? "" : " <i>" + escape(text("docs.optional")) + "</i>");
    String refers = column.refersTo() == null ? "" : " → " + (column.refersTo().startsWith("core.") ? link(column.refersTo(), column.refersTo()) : escape(column.refersTo()));
    return "<tr><td><code>" + column.name() + "</code>" + marks + "</td><td class=\"type\">" + escape(column.type()) + "</td><td>"
        + escape(dictionary.meaning(table, column, vi)) + refers + "</td></tr>";
  }

  private static String link(String target, String words) {
    return "<a href=\"#" + target + "\">" + words.replace("_", "_<wbr>") + "</a>";
  }

  private String text(String key) {
    return Messages.text(language, key);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
