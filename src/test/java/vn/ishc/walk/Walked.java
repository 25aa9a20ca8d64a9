package vn.ishc.walk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ishc.TestDatabase;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Severity;
import vn.ishc.run.Knowledge;

/** A walk and everything it told. */
record Walked(FileReport report, List<Line> rows, List<Finding> findings) {
  /** The real contracts, lists and places. */
  static final Knowledge KNOWLEDGE = read();

  /** An accepted row and its table. */
  record Line(TableReport table, LinkedRow row) {}

  private static Knowledge read() {
    try {
      return Knowledge.read(TestDatabase.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Walks a file as if it lay in an inbox folder. */
  static Walked of(Path file, String folder, LocalDate receivedOn) {
    return of(KNOWLEDGE.forWalk(), file, folder, receivedOn);
  }

  static Walked of(FileWalk.Knowledge knowledge, Path file, String folder, LocalDate receivedOn) {
    List<Line> rows = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    RowSink sink =
        new RowSink() {
          @Override
          public void table(TableReport table) {}

          @Override
          public void row(TableReport table, LinkedRow row) {
            rows.add(new Line(table, row));
          }

          @Override
          public void finding(Finding finding) {
            findings.add(finding);
          }
        };
    Arrival arrival =
        new Arrival(file, file.getFileName().toString(), folder, KNOWLEDGE.submitters().find(folder), receivedOn);
    return new Walked(FileWalk.walk(knowledge, arrival, sink), rows, findings);
  }

  List<Finding> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** The codes of a severity, in order. */
  List<String> codes(Severity severity) {
    return of(severity).stream().map(finding -> finding.code().code()).toList();
  }

  /** The state a warehouse would give it, as far as a walk alone can tell. */
  String state() {
    if (report.refused()) {
      return "refused";
    }
    return report.errors() + report.warnings() == 0 ? "loaded" : "loaded_with_findings";
  }
}
