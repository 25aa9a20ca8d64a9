package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.conform.CleanRow;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Severity;
import vn.ishc.row.Value;

/** Free words tell members of a list; whatever they tell, they are kept as written. */
class FreeTextTest {
  @TempDir Path folder;

  private Walked walk(String kind) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Hoat dong CLB 6 thang cuoi nam 2025.csv"),
            "STT;Ngày, tháng;Nội dung hoạt động;Tên CLB;Số người tham gia\n1;5/8/2025;" + kind + ";CLB xóm 3;40\n2;6/8/2025;Kiểm tra;CLB xóm 3;30\n");
    return Walked.of(file, "xa-dai-dong-17713", LocalDate.of(2025, 12, 18));
  }

  private static CleanRow first(Walked walked) {
    return walked.rows().getFirst().row().clean();
  }

  private static Value kinds(Walked walked) {
    return first(walked).values()[walked.rows().getFirst().table().contract().column("activity_kinds").orElseThrow().index()];
  }

  @Test
  void severalKindsInOneSentenceAreAllFound() throws IOException {
    Walked walked = walk("Sinh hoạt định kỳ, hát dân ca ví giặm");
    assertThat(kinds(walked)).isEqualTo(new Value.Codes(Set.of("meeting", "culture")));
    assertThat(first(walked).kept()).containsEntry("activity_kinds", "Sinh hoạt định kỳ, hát dân ca ví giặm");
  }

  @Test
  void wordsOfNoKnownKindAreAnotherKindAndTheRowStays() throws IOException {
    Walked walked = walk("Ra quân đắp đường bê tông");
    assertThat(kinds(walked)).isEqualTo(new Value.Codes(Set.of("other")));
    assertThat(first(walked).kept()).containsEntry("activity_kinds", "Ra quân đắp đường bê tông");
    List<Finding> told = walked.of(Severity.INFO).stream().filter(f -> f.code() == FindingCode.KIND_OTHER).toList();
    assertThat(told).hasSize(1).allMatch(Finding::personal);
    assertThat(walked.report().rowsRefused()).isZero();
  }

  @Test
  void aRowThatTellsNoKindIsStillRefused() throws IOException {
    Walked walked = walk("");
    assertThat(walked.of(Severity.ERROR)).extracting(Finding::code).contains(FindingCode.REQUIRED_MISSING);
  }
}
