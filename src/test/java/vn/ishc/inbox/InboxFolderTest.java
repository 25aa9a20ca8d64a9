package vn.ishc.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of files tell. */
class InboxFolderTest {
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
