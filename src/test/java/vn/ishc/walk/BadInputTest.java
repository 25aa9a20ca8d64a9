package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.feed.Contracts;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Severity;
import vn.ishc.sheet.ReadLimits;

/** What cannot be taken is refused as a whole, with one clear reason in both languages, and nothing of it is in. */
class BadInputTest {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 18);
  private static final String SENDER = "xa-dai-dong-17713";
  private static final String SOUND = "STT;Tên CLB;Họ và tên;Ngày sinh;Giới tính\n1;CLB xóm 3;Nguyễn Văn An;5/3/1948;Nam\n2;CLB xóm 3;Trần Thị Bình;1952;Nữ\n";

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("a.csv"), text);
  }

  private static Walked refused(Path file, String code) {
    return refused(Walked.of(file, SENDER, DAY), code);
  }

  private static Walked refused(Walked walked, String code) {
    assertThat(walked.codes(Severity.ERROR)).containsExactly(code);
    assertThat(walked.report().refused()).isTrue();
    assertThat(walked.report().rowsAccepted()).isZero();
    assertThat(walked.report().tables()).allMatch(table -> table.accepted() == 0);
    walked.findings().forEach(BadInputTest::speaksBothLanguages);
    return walked;
  }

  private static void speaksBothLanguages(Finding finding) {
    Words words = new Words();
    String vi = words.sentence(finding, "", true);
    String en = words.sentence(finding, "", false);
    assertThat(vi).isNotBlank().doesNotContain("{", "null").isNotEqualTo(en).matches("(?s).*[à-ỹđ].*");
    assertThat(en).isNotBlank().doesNotContain("{", "null");
  }

  @Test
  void theSoundFileIsAccepted() throws IOException {
    Walked walked = Walked.of(text(SOUND), SENDER, DAY);
    assertThat(walked.codes(Severity.ERROR)).isEmpty();
    assertThat(walked.report().rowsAccepted()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "xa-con-cuong-17254/DS hoi vien 6 thang cuoi nam 2025.xlsx, F02",
    "xa-kim-lien-17971/DS hoi vien 6 thang cuoi nam 2025 2.xlsx, F04",
    "xa-dai-dong-17713/DS hoi vien 6 thang cuoi nam 2025 2.xlsx, F06",
    "xa-hoa-quan-17770/DS hoi vien 6 thang cuoi nam 2025 2.xls, F06",
    "xa-mon-son-17263/DS CLB 6 thang cuoi nam 2025 2.xlsx, F07",
  })
  void aPasswordABombAWordDocumentAPdfAndEmptySheetsAreEachRefused(String sample, String code) {
    refused(SampleAnswers.FOLDER.resolve(sample), code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \r\n \r\n", "\uFEFF"})
  void nothingIsEmpty(String nothing) throws IOException {
    refused(text(nothing), "F01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xa-dai-dong-17713/DS hoi vien 6 thang cuoi nam 2025.xlsx",
        "huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls",
        "huyen-con-cuong/DS hoi vien 6 thang cuoi nam 2024.ods",
      })
  void aWorkbookThatBreaksOffAnywhereIsDamaged(String sample) throws IOException {
    byte[] sound = Files.readAllBytes(SampleAnswers.FOLDER.resolve(sample));
    // The last sector of an .xls is padding; of a zip every byte counts.
    int last = sample.endsWith(".xls") ? 513 : 1;
    for (int length : List.of(8, 30, 600, sound.length / 4, sound.length / 2, sound.length * 9 / 10, sound.length - 513, sound.length - last)) {
      Walked walked = Walked.of(file("a.xlsx", Arrays.copyOf(sound, length)), SENDER, DAY);
      assertThat(walked.codes(Severity.ERROR)).as(sample + " cut to " + length + " of " + sound.length).containsExactly("F03");
      refused(walked, "F03");
    }
  }

  @Test
  void aFolderThatIsNobodySIsRefused() throws IOException {
    Walked walked = refused(Walked.of(text(SOUND), "usb-cua-ai", DAY), "F08");
    assertThat(walked.of(Severity.ERROR)).singleElement().extracting(Finding::found).isEqualTo("usb-cua-ai");
    assertThat(walked.report().rowsRefused()).isEqualTo(2);
  }

  @Test
  void aLetterHasNoTable() throws IOException {
    Walked walked = refused(text("Kính gửi Hội Người cao tuổi tỉnh\nChúng tôi gửi báo cáo sau.\n"), "F07");
    assertThat(new Words().sentence(walked.of(Severity.ERROR).getFirst(), "", true)).startsWith("Không tìm thấy bảng số liệu nào").doesNotContain("trống");
  }

  @Test
  void aWorkbookOrATextInWhichThereIsNothingIsToldToBeEmpty() throws IOException {
    for (Path nothing : List.of(SampleAnswers.FOLDER.resolve("xa-mon-son-17263/DS CLB 6 thang cuoi nam 2025 2.xlsx"), text(";;;\n;;;\n"))) {
      Walked walked = refused(nothing, "F07");
      assertThat(new Words().sentence(walked.of(Severity.ERROR).getFirst(), "", true)).startsWith("Tệp trống: không ô nào có chữ hay số;");
      assertThat(new Words().sentence(walked.of(Severity.ERROR).getFirst(), "", false)).startsWith("The file is empty:");
    }
  }

  @Test
  void headingsThatLackARequiredColumnNameTheNearestFeedAndTheColumn() throws IOException {
    Walked walked = refused(text("STT;Họ và tên;Giới tính;Số CCCD;Chức vụ\n1;Nguyễn Văn An;Nam;;\n"), "F10");
    String sentence = new Words().sentence(walked.of(Severity.ERROR).getFirst(), "", true);
    assertThat(sentence).contains("Danh sách hội viên", "Ngày sinh");
  }

  @Test
  void twoFeedsWithTheSameHeadingsAreATieAndNothingIsIn() throws IOException {
    Path jobs = Files.createDirectory(folder.resolve("feeds"));
    for (String feed : List.of("first-feed", "second-feed")) {
      Files.writeString(
          jobs.resolve(feed + ".yml"),
          """
          feed: %s
          title: {vi: Danh sách %s, en: List %s}
          kind: slice
          unit: submitter
          columns:
            - {name: title, label: {vi: Tên, en: Title}, type: text, required: true, headers: [Tên sách]}
            - {name: pages, label: {vi: Số trang, en: Pages}, type: count, required: true, headers: [Số trang]}
            - {name: note, label: {vi: Ghi chú, en: Note}, type: text, headers: [Ghi chú]}
          """
              .formatted(feed, feed, feed));
    }
    FileWalk.Knowledge knowledge =
        new FileWalk.Knowledge(Contracts.read(jobs), Walked.KNOWLEDGE.places(), Walked.KNOWLEDGE.lists(), ReadLimits.DEFAULT);
    Path books = text("Tên sách;Số trang;Ghi chú\nMột;10;\nHai;20;\n");
    Walked walked = refused(Walked.of(knowledge, books, SENDER, DAY), "F09");
    assertThat(new Words().sentence(walked.of(Severity.ERROR).getFirst(), "", true)).contains("first-feed", "second-feed");
  }

  @Test
  void moreThanAFifthOfBadRowsRefusesTheFileAndAFifthDoesNot() throws IOException {
    String header = "STT;Tên CLB;Họ và tên;Ngày sinh;Giới tính\n";
    String good = "1;CLB xóm 3;Nguyễn Văn %s;5/3/1948;Nam\n";
    String bad = "1;CLB xóm 3;Nguyễn Văn Xấu;không rõ;Nam\n";
    String fourGood = good.formatted("An") + good.formatted("Bình") + good.formatted("Cường") + good.formatted("Dũng");
    Walked fifth = Walked.of(text(header + fourGood + bad), SENDER, DAY);
    assertThat(fifth.report().refused()).isFalse();
    assertThat(List.of(fifth.report().rowsAccepted(), fifth.report().rowsRefused())).containsExactly(4, 1);
    Walked more = Walked.of(text(header + fourGood + bad + bad), SENDER, DAY);
    assertThat(more.codes(Severity.ERROR)).containsExactly("C02", "C02", "F11");
    assertThat(List.of(more.report().rowsAccepted(), more.report().rowsRefused())).containsExactly(0, 6);
  }

  @Test
  void aFolderNamedLikeAWorkbookIsNoFileAndALinkIsNotFollowed() throws IOException {
    Path sender = Files.createDirectories(folder.resolve("inbox").resolve(SENDER));
    Files.createDirectory(sender.resolve("x.xlsx"));
    Path outside = text(SOUND);
    Files.createSymbolicLink(sender.resolve("link.csv"), outside);
    Files.copy(outside, sender.resolve("true.csv"));
    List<InboxFolder.Waiting> waiting = InboxFolder.scan(folder.resolve("inbox"));
    assertThat(waiting).extracting(InboxFolder.Waiting::name).containsExactly("link.csv", "true.csv");
    assertThat(waiting).extracting(InboxFolder.Waiting::regular).containsExactly(false, true);
  }

  /** A table so strange that it fills the memory behind the reader, as far as a test can make one: what takes its rows has no room. */
  @Test
  void aFileForWhichTheMemoryDoesNotDoIsRefusedWithItsCode() throws IOException {
    List<Finding> findings = new ArrayList<>();
    RowSink full =
        new RowSink() {
          @Override
          public void table(TableReport table) {}

          @Override
          public void row(TableReport table, LinkedRow row) {
            throw new OutOfMemoryError("rehearsal");
          }

          @Override
          public void finding(Finding finding) {
            findings.add(finding);
          }
        };
    Path file = text(SOUND);
    Arrival arrival = new Arrival(file, "a.csv", SENDER, Walked.KNOWLEDGE.submitters().find(SENDER), DAY);
    FileReport report = FileWalk.walk(Walked.KNOWLEDGE.forWalk(), arrival, full);
    refused(new Walked(report, List.of(), findings), "F05");
    assertThatThrownBy(() -> FileWalk.walkBesideOthers(Walked.KNOWLEDGE.forWalk(), arrival, full)).isInstanceOf(OutOfMemoryError.class);
  }
}
