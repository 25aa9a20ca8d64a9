package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxChecksTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String FILE = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx";

  @TempDir Path folder;

  private static String verdict(Path answer) throws Exception {
    try (Workbook workbook = WorkbookFactory.create(answer.toFile(), null, true)) {
      return workbook.getSheetAt(0).getRow(2).getCell(0).getStringCellValue();
    }
  }

  @Test
  void whatWaitsIsAnsweredOnceForEveryContentAndStaysForTheNight() throws Exception {
    TestHome home = new TestHome(folder);
    Works works = new Works(home.settings(NOW), TestHome.KNOWLEDGE);
    assertThat(works.check(Duration.ZERO).outcome()).isEqualTo("nothing");
    home.drop(FILE);
    assertThat(works.check(Duration.ZERO)).isEqualTo(new Works.Ended("done", "checked 1"));
    Path answer = folder.resolve("outbox/" + FILE + ".phan-hoi.xlsx");
    assertThat(verdict(answer)).startsWith("TRẢ LỜI TẠM THỜI");
    assertThat(folder.resolve("inbox/" + FILE)).exists();
    assertThat(home.value("select count(*) from ops.file")).isEqualTo("0");
    FileTime first = Files.getLastModifiedTime(answer);
    assertThat(works.check(Duration.ZERO).outcome()).as("once").isEqualTo("nothing");
    Files.setLastModifiedTime(folder.resolve("inbox/" + FILE), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(works.check(Duration.ZERO).outcome()).as("the same content, written again").isEqualTo("nothing");
    assertThat(Files.getLastModifiedTime(answer)).isEqualTo(first);
    assertThat(works.run("load", Map.of(), Duration.ZERO).outcome()).isEqualTo("done");
    assertThat(verdict(answer)).doesNotContain("TẠM THỜI");
    assertThat(folder.resolve("inbox/" + FILE)).doesNotExist();
  }
}
