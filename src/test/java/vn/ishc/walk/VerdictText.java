package vn.ishc.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ishc.link.ClubMention;
import vn.ishc.link.TableUnit;
import vn.ishc.row.Finding;
import vn.ishc.row.Severity;

/** What a walk said about a file, as text: verdicts, units, counts and the places of findings, no person and no number of one. */
final class VerdictText {
  private final Walked walked;
  private final List<String> lines = new ArrayList<>();

  private VerdictText(Walked walked) {
    this.walked = walked;
  }

  static String of(Walked walked) {
    return new VerdictText(walked).text();
  }

  private String text() {
    FileReport report = walked.report();
    lines.add("%s · %s · %s".formatted(walked.state(), or(report.feed()), or(report.period())));
    lines.add(
        "%d read = %d accepted + %d refused + %d not data"
            .formatted(report.rowsRead(), report.rowsAccepted(), report.rowsRefused(), report.rowsNotData()));
    report.tables().forEach(this::table);
    clubs();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
      walked.of(severity).forEach(this::finding);
    }
    infos();
    return String.join("\n", lines) + "\n";
  }

  private void table(TableReport table) {
    lines.add("");
    lines.add(
        "table %d · sheet “%s”%s · %s · %s"
            .formatted(table.number(), table.sheet(), table.hidden() ? " hidden" : "", table.contract().feed(), period(table)));
    lines.add("  unit: " + unit(table.unit()));
    lines.add(
        "  header: row %d, %d row(s); %d accepted, %d refused, %d not data"
            .formatted(table.found().headerRow(), table.found().headerRows(), table.accepted(), table.refused(), table.notData()));
    lines.add(
        "  columns: "
            + table.found().bindings().stream()
                .map(b -> Finding.columnLetters(b.sheetColumn()) + "=" + b.column().name() + (b.part().isEmpty() ? "" : "/" + b.part()))
                .collect(Collectors.joining(" ")));
    if (!table.found().unused().isEmpty()) {
      lines.add("  unused: " + table.found().unused().stream().map(u -> u.label()).collect(Collectors.joining(" | ")));
    }
  }

  private static String period(TableReport table) {
    return table.periodCode().isEmpty() ? "no period" : table.periodCode() + " by " + table.periodSource();
  }

  private static String unit(TableUnit unit) {
    return "district %s, commune %s, club %s"
        .formatted(
            or(unit.planDistrict()),
            unit.commune().map(place -> place.code() + " " + place.fullName()).orElse("–"),
            unit.club().map(club -> club.display()).orElse("–"));
  }

  private void clubs() {
    Map<Integer, Integer> rows = new TreeMap<>();
    for (Walked.Line line : walked.rows()) {
      ClubMention club = line.row().club();
      rows.merge(club == null ? -1 : club.number(), 1, Integer::sum);
    }
    lines.add("");
    for (ClubMention club : walked.report().clubs()) {
      lines.add(
          "club %d · district %s · commune %s · %s · %d row(s)"
              .formatted(
                  club.number(),
                  or(club.planDistrict()),
                  club.commune() == null ? "? " + club.communeWritten() : club.commune().code() + " " + club.how(),
                  club.name(),
                  rows.getOrDefault(club.number(), 0)));
    }
    if (rows.containsKey(-1)) {
      lines.add("no club · " + rows.get(-1) + " row(s)");
    }
  }

  private void finding(Finding finding) {
    lines.add(
        "%s %s · %s · %s%s"
            .formatted(
                finding.severity(),
                finding.code().code(),
                or(finding.sheet()),
                or(finding.cell()),
                finding.columnName().isEmpty() ? "" : " " + finding.columnName()));
  }

  private void infos() {
    Map<String, Integer> counts = new TreeMap<>();
    walked.of(Severity.INFO)
        .forEach(f -> counts.merge(f.code().code() + " · " + or(f.sheet()) + (f.columnName().isEmpty() ? "" : " · " + f.columnName()), 1, Integer::sum));
    counts.forEach((what, count) -> lines.add("INFO " + what + " × " + count));
  }

  private static String or(String text) {
    return text == null || text.isEmpty() ? "–" : text;
  }
}
