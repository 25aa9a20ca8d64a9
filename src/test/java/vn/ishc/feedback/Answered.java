package vn.ishc.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.ishc.TestDatabase;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Language;
import vn.ishc.row.Severity;
import vn.ishc.run.Knowledge;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/** A file walked, with its answer and everything that was accepted. */
record Answered(Arrival arrival, FileReport report, Answer answer, List<String> rows, List<String> findings) {
  static final Knowledge KNOWLEDGE = knowledge();

  private static Knowledge knowledge() {
    try {
      return Knowledge.read(TestDatabase.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answered walk(Path file, String name, String folder, LocalDate receivedOn) {
    List<String> rows = new ArrayList<>();
    List<String> findings = new ArrayList<>();
    WalkedAnswer told = new WalkedAnswer(new Words(), true);
    RowSink sink =
        new RowSink() {
          @Override
          public void table(TableReport table) {
            told.table(table);
          }

          @Override
          public void row(TableReport table, LinkedRow row) {
            rows.add(table.contract().feed() + " " + table.periodCode() + " " + row.clean().raw().number() + " " + Arrays.toString(row.clean().values()) + " " + row.planDistrict() + " " + row.club());
          }

          @Override
          public void finding(Finding finding) {
            told.finding(finding);
            keep(finding);
          }

          @Override
          public void question(Finding finding, String token) {
            told.question(finding, token);
            keep(finding);
          }

          private void keep(Finding finding) {
            if (finding.severity() != Severity.INFO) {
              findings.add(finding.code() + " " + finding.cell() + " " + finding.found());
            }
          }
        };
    Arrival arrival = new Arrival(file, name, folder, KNOWLEDGE.submitters().find(folder), receivedOn);
    FileReport report = FileWalk.walk(KNOWLEDGE.forWalk(), arrival, sink);
    return new Answered(arrival, report, told.answer(arrival, report, KNOWLEDGE.places()), rows, findings);
  }

  /** Writes the marked workbook into a folder, also where a receipt would do, and walks it as if it had been dropped back. */
  Answered droppedBack(Path folder) throws IOException {
    Path marked = marked(folder);
    return walk(marked, AnswerWorkbook.nameFor(arrival.name()), arrival.folder(), arrival.receivedOn());
  }

  Path marked(Path folder) throws IOException {
    Path marked = folder.resolve(AnswerWorkbook.nameFor(arrival.name()));
    new AnswerWorkbook(Language.VI, ReadLimits.DEFAULT, KNOWLEDGE.forWalk().finder()).marked(answer, arrival.path(), marked);
    return marked;
  }
}
