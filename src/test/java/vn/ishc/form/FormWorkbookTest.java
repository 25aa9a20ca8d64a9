package vn.ishc.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ishc.TestDatabase;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.LinkedRow;
import vn.ishc.recognise.Binding;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.Language;
import vn.ishc.row.Period;
import vn.ishc.run.Knowledge;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

class FormWorkbookTest {
  private static final Knowledge KNOWLEDGE = knowledge();
  private static final Instant NOW = Instant.parse("2026-01-05T02:00:00Z");

  @TempDir Path folder;

  private static Knowledge knowledge() {
    try {
      return Knowledge.read(TestDatabase.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Contract> feeds() {
    return KNOWLEDGE.contracts().all().stream();
  }

  private Path written(Contract contract, Optional<Period> period) throws IOException {
    Path file = folder.resolve("bieu.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FormWorkbook(KNOWLEDGE.lists(), Language.VI).write(FormBook.empty(contract, period), NOW, out);
    }
    return file;
  }

  private static FileReport walked(Path file, List<Finding> findings) {
    RowSink sink =
        new RowSink() {
          @Override
          public void table(TableReport table) {}

          @Override
          public void row(TableReport table, LinkedRow row) {}

          @Override
          public void finding(Finding finding) {
            findings.add(finding);
          }
        };
    Arrival arrival = new Arrival(file, "bieu.xlsx", "hoi-nct-tinh", KNOWLEDGE.submitters().find("hoi-nct-tinh"), LocalDate.of(2026, 7, 5));
    return FileWalk.walk(KNOWLEDGE.forWalk(), arrival, sink);
  }

  /** Nobody has to be told what it is, and every heading is read as the column it asks for. */
  @ParameterizedTest
  @MethodSource("feeds")
  void anEmptyFormIsRecognisedColumnByColumn(Contract contract) throws IOException {
    List<Finding> findings = new ArrayList<>();
    FileReport report = walked(written(contract, Optional.of(new Period(2026, 1))), findings);
    assertThat(report.tables()).hasSize(1);
    TableReport table = report.tables().getFirst();
    assertThat(table.contract()).isEqualTo(contract);
    assertThat(table.found().rivals()).isEmpty();
    assertThat(table.found().unused()).isEmpty();
    List<String> asked = contract.columns().stream().filter(FormWorkbookTest::asked).map(Column::name).toList();
    assertThat(table.found().bindings().stream().map(Binding::column).map(Column::name)).containsExactlyElementsOf(asked);
    assertThat(table.found().bindings()).allMatch(binding -> binding.part().isEmpty());
    assertThat(report.rowsAccepted() + report.rowsRefused()).isZero();
    assertThat(findings).isEmpty();
  }

  private static boolean asked(Column column) {
    boolean whole = column.headers().stream().anyMatch(header -> header.part().isEmpty() && header.group().isEmpty());
    return column.form() && whole && (column.type() != ColumnType.IGNORED || column.name().equals("row_no"));
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void theBlankLineOfThePeriodIsNoPeriod(Contract contract) throws IOException {
    FileReport report = walked(written(contract, Optional.empty()), new ArrayList<>());
    assertThat(report.tables().getFirst().periodSource()).isIn("received", "");
  }

  @Test
  void whatADropDownOffersIsUnderstood() {
    for (String name : KNOWLEDGE.lists().names()) {
      KNOWLEDGE.lists().of(name).shown().forEach((code, phrase) ->
          assertThat(KNOWLEDGE.lists().of(name).read(new Cell.Text(phrase, null)).value()).as(name + " › " + phrase).isEqualTo(code));
    }
  }

  @Test
  void everyHeadingSaysWhatIsExpectedAndListsAreOffered() throws IOException {
    Contract contract = KNOWLEDGE.contracts().of("member-roster").orElseThrow();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(written(contract, Optional.empty())))) {
      XSSFSheet sheet = book.getSheetAt(0);
      int head = sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
      assertThat(sheet.getRow(head).getCell(3).getStringCellValue()).isEqualTo("Họ và tên");
      assertThat(sheet.getCellComment(new CellAddress(head, 3)).getString().getString()).contains("bắt buộc", "Ví dụ: Nguyễn Văn An");
      assertThat(sheet.getCellComments()).hasSize(sheet.getRow(head).getLastCellNum() - 1);
      assertThat(sheet.getDataValidations()).anyMatch(choice -> choice.getValidationConstraint().getFormula1().contains("_ISHC"));
      assertThat(book.isSheetHidden(1)).isTrue();
    }
  }

  @Test
  void aSexThatIsNotKnownIsLeftToBeWritten() throws IOException {
    List<Map<String, Object>> rows = Stream.of("female", "male", "unknown").map(sex -> Map.<String, Object>of("full_name", sex, "sex", sex)).toList();
    Contract contract = KNOWLEDGE.contracts().of("loan-ledger").orElseThrow();
    FormBook form = new FormBook(contract, Optional.empty(), "", List.of(new FormBook.Page("to", List.of(), Optional.empty(), rows, List.of(), List.of())));
    Path file = folder.resolve("bieu.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      new FormWorkbook(KNOWLEDGE.lists(), Language.VI).write(form, NOW, out);
    }
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      XSSFSheet sheet = book.getSheetAt(0);
      int head = sheet.getPaneInformation().getHorizontalSplitPosition() - 1;
      int at = Stream.iterate(0, i -> i + 1).filter(i -> sheet.getRow(head).getCell(i).toString().equals("Giới tính")).findFirst().orElseThrow();
      assertThat(Stream.of(1, 2, 3).map(i -> sheet.getRow(head + i).getCell(at).toString())).containsExactly("Nữ", "Nam", "");
    }
  }
}
