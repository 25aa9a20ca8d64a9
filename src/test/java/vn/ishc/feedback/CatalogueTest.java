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

  private static String catalogue() {
    Words words = new Words();
    return Arrays.stream(FindingCode.values())
        .map(
            code ->
                "| %s | %s | %s | %s |"
                    .formatted(
                        code.code(),
                        switch (code.severity()) {
                          case ERROR -> "lỗi · error";
                          case WARNING -> "cần xem · warning";
                          case INFO -> "ghi nhận · info";
                        },
                        words.pattern(code, true),
                        words.pattern(code, false)))
        .collect(
            Collectors.joining(
                "\n",
                """
                # Mã phát hiện · Finding codes

                Mỗi câu nói điều phát hiện, rồi việc cần làm; … là chỗ ghi giá trị của tệp. Each sentence says what was found, then what to do. The same: `./ishc findings --catalogue`.

                | Mã | Mức | Tiếng Việt | English |
                |---|---|---|---|
                """,
                "\n"));
  }

  @Test
  void theCatalogueInTheRepositoryHasEveryCodeInBothLanguages() throws Exception {
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, catalogue());
    }
    assertThat(FILE).content().isEqualTo(catalogue());
  }

  @Test
  void numbersAreGivenOnce() {
    assertThat(Arrays.stream(FindingCode.values()).map(FindingCode::code)).doesNotHaveDuplicates();
  }
}
