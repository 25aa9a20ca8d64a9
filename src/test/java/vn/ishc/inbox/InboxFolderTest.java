package vn.ishc.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in an inbox, and what the names of files tell. */
class InboxFolderTest {
  @Test
  void filesLieAsDeepAsPeopleLikeAndWhatIsAsideIsNone(@TempDir Path inbox) throws IOException {
    Path deep = Files.createDirectories(inbox.resolve("xa-a" + "/năm 2025/quý".repeat(8)));
    Files.createFile(deep.resolve("DS.xlsx"));
    for (String aside : List.of("~$DS.xlsx", ".~lock.DS.xlsx#", ".DS.xlsx.part", "DS.xlsx.crdownload", "Thumbs.db")) {
      Files.createFile(deep.resolve(aside));
    }
    Files.createFile(Files.createDirectories(inbox.resolve("xa-a/.hidden")).resolve("DS.xlsx"));
    assertThat(InboxFolder.scan(inbox)).extracting(InboxFolder.Waiting::path).containsExactly(deep.resolve("DS.xlsx"));
  }


  @ParameterizedTest
  @CsvSource({
    "DS.xlsx.phan-hoi.xlsx, DS.xlsx",
    "DS.xlsx.phan-hoi (2).xlsx, DS.xlsx",
    "DS.csv.phan-hoi - Copy.xlsx, DS.csv",
    "DS.csv.phan-hoi - Bản sao.XLSX, DS.csv",
    "DS.xlsx.phan-hoi.xlsx.phan-hoi.xlsx, DS.xlsx",
    "DS phan-hoi.xlsx, DS phan-hoi.xlsx",
    ".phan-hoi.xlsx, .phan-hoi.xlsx",
    "DS.xlsx, DS.xlsx"
  })
  void anAnswerTellsWhatItIsAbout(String name, String file) {
    assertThat(InboxFolder.answered(name)).isEqualTo(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DS.xlsx", "DS (2).xlsx", "DS - da sua.xlsx", "DS (sửa lần 3).xls", "Copy of DS.csv"})
  void anAnswerThatComesBackIsALaterVersion(String name) {
    assertThat(InboxFolder.revisionRank(name + ".phan-hoi.xlsx")).isGreaterThan(InboxFolder.revisionRank(name));
    assertThat(InboxFolder.revisionRank(name + ".phan-hoi (2).xlsx")).isGreaterThan(InboxFolder.revisionRank(name + ".phan-hoi.xlsx"));
  }
}
