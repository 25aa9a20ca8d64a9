package vn.ishc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.ishc.row.FindingCode;

class CatalogueTest {
  private static final Path FILE = Path.of("jobs/findings.md");
  private static final String HEAD =
      """
      # Mã phát hiện · Finding codes

      Mỗi câu nói điều phát hiện, rồi việc cần làm; … là chỗ ghi giá trị của tệp. Each sentence says what was found, then what to do. The same: `./ishc findings --catalogue`.

      «Xin xác nhận» là câu hỏi: số liệu có thể đúng; ghi «đúng» vào cột Xác nhận của bản phản hồi thì máy không hỏi lại số liệu ấy.
      A question may be answered with yes in the column «Xác nhận» of the answer; it is not asked again about that value.

      | Mã | Mức | Tiếng Việt | English |
      |---|---|---|---|
      """;

  private static String grade(FindingCode code) {
    if (code.isQuestion()) {
      return "xin xác nhận · question";
    }
    return switch (code.severity()) {
      case ERROR -> "lỗi · error";
      case WARNING -> "cần xem · warning";
      case INFO -> "ghi nhận · info";
    };
  }

  private static String catalogue() {
    Words words = new Words();
    Catalogue catalogue = new Catalogue();
    String table =
        Arrays.stream(FindingCode.values())
            .map(code -> "| [%s](#%s) | %s | %s | %s |".formatted(code.code(), code.code().toLowerCase(java.util.Locale.ROOT), grade(code), words.pattern(code, true), words.pattern(code, false)))
            .collect(Collectors.joining("\n", HEAD, "\n"));
    return table
        + Arrays.stream(FindingCode.values())
            .map(code -> {
              Catalogue.Entry entry = catalogue.of(code);
              return "\n## %s\n\nVì sao: %s Cách chữa: %s\n\nWhy: %s Cure: %s\n\nVí dụ · example: «%s» → «%s»\n"
                  .formatted(code.code(), entry.causeVi(), entry.cureVi(), entry.causeEn(), entry.cureEn(), entry.before(), entry.after());
            })
            .collect(Collectors.joining());
  }

  @Test
  void theCatalogueInTheRepositoryHasEveryCodeInBothLanguages() throws Exception {
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, catalogue());
    }
    assertThat(FILE).content().isEqualTo(catalogue());
  }

  @Test
  void noCodeLacksCauseCureOrExample() {
    Catalogue catalogue = new Catalogue();
    assertThat(FindingCode.values()).allMatch(catalogue::knows);
    assertThat(Arrays.stream(FindingCode.values()).map(catalogue::of)).noneMatch(entry -> entry.before().equals(entry.after()) || entry.causeVi().equals(entry.causeEn()));
  }

  @Test
  void onlyADoubtIsAQuestion() {
    assertThat(Arrays.stream(FindingCode.values()).filter(FindingCode::isQuestion).map(FindingCode::severity)).isNotEmpty().containsOnly(vn.ishc.row.Severity.WARNING);
  }

  @Test
  void numbersAreGivenOnce() {
    assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::code)).doesNotHaveDuplicates();
  }
}
