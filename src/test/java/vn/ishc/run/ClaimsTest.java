package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.inbox.FileState;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;

/** What lies in an inbox is whatever people and their programs do. */
class ClaimsTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String LATER = "2026-01-06T02:00:00Z";
  private static final String SENDER = "xa-dai-dong-17713";
  private static final String ROSTER = "Danh sách hội viên 6 tháng cuối năm 2025\nSTT;Tên CLB;Họ và tên;Ngày sinh;Giới tính\n1;CLB xóm 3;Nguyễn Văn %s;5/3/1948;Nam\n";

  @TempDir Path folder;

  private static byte[] roster(String name) {
    return ROSTER.formatted(name).getBytes(StandardCharsets.UTF_8);
  }

  private Claims claims() throws IOException {
    return new Claims(folder, Settings.ZONE);
  }

  private Waiting waiting(String name) {
    return new Waiting(folder.resolve("inbox").resolve(SENDER).resolve(name), SENDER, name, true);
  }

  private static List<String> states(TestHome home) throws Exception {
    return home.rows("select state from ops.file order by received_at, file_name");
  }

  @Test
  void theSameNameWithOtherContentIsALaterVersionAndBothAreKept() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(SENDER, "DS.csv", roster("An")).load(NOW);
    home.drop(SENDER, "DS.csv", roster("Bình")).load(LATER);
    assertThat(states(home)).containsExactly("superseded", "loaded_with_findings");
    assertThat(home.value("select count(distinct archive_path) from ops.file")).isEqualTo("2");
  }

  /** It lies in the archive once, in the month in which it came again. */
  @Test
  void aFileThatWasTakenBackAndComesInAnotherMonthLiesInTheArchiveOnce() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(SENDER, "DS.csv", roster("An")).load(NOW);
    new Reversal(home.settings(NOW), TestHome.KNOWLEDGE).revert(home.value("select file_id from ops.file"));
    home.drop(SENDER, "DS.csv", roster("An")).load("2026-03-05T02:00:00Z");
    assertThat(home.value("select archive_path from ops.file")).startsWith("2026/03/");
    assertThat(new Verification(home.settings(NOW), TestHome.KNOWLEDGE).run()).filteredOn(invariant -> !invariant.holds()).isEmpty();
  }

  @Test
  void theSameContentUnderAnotherNameIsADuplicate() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(SENDER, "DS.csv", roster("An")).drop(SENDER, "DS moi.csv", roster("An")).load(NOW);
    assertThat(home.value("select string_agg(state, ' ' order by state) from ops.file")).matches("duplicate loaded.*");
    assertThat(home.path("inbox/" + SENDER)).isEmptyDirectory();
  }

  /** Names composed in two ways, and the same file in a subfolder as well: one file, and both originals go. */
  @Test
  void theSameFileTwiceInOneFolderIsOneFile() throws Exception {
    TestHome home = new TestHome(folder);
    String name = "Hội viên.csv";
    home.drop(SENDER, name, roster("An")).drop(SENDER, Normalizer.normalize(name, Normalizer.Form.NFD), roster("An"));
    home.drop(SENDER + "/tháng 12/bản gửi", name, roster("An"));
    home.load(NOW);
    assertThat(states(home)).hasSize(1);
    assertThat(home.value("select file_name from ops.file")).isEqualTo(name);
    assertThat(InboxFolder.scan(folder.resolve("inbox"))).isEmpty();
    assertThat(folder.resolve("claimed")).isEmptyDirectory();
  }

  @Test
  void oddAndVeryLongNamesAreTakenAnsweredAndKept() throws Exception {
    TestHome home = new TestHome(folder);
    String longest = "ệ".repeat(83) + ".csv";
    List<String> names = List.of(longest, "  'dấu \"nháy\" & <ngoặc> #1% (2) $x ;.csv", "không đuôi", "-rf.csv", "a\nb.csv", "🙂.csv");
    for (String name : names) {
      home.drop(SENDER, name, roster("Tên" + names.indexOf(name)));
    }
    LoadSummary summary = home.load(NOW);
    assertThat(summary.anyFailed()).isFalse();
    assertThat(home.value("select count(*) from ops.file where archive_path is not null")).isEqualTo(String.valueOf(names.size()));
    assertThat(folder.resolve("outbox").resolve(SENDER)).isDirectoryContaining(answer -> answer.getFileName().toString().startsWith("ệệ"));
    assertThat(InboxFolder.scan(folder.resolve("inbox"))).isEmpty();
  }

  @Test
  @Timeout(60)
  @DisabledOnOs(OS.WINDOWS)
  void linksAndPipesAreLeftWhereTheyAreAndTheOthersGoOn() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(SENDER, "DS.csv", roster("An"));
    Path inbox = folder.resolve("inbox").resolve(SENDER);
    Files.createSymbolicLink(inbox.resolve("link.csv"), Files.write(folder.resolve("secret.csv"), roster("Mật")));
    Files.createSymbolicLink(inbox.resolve("round"), inbox);
    assertThat(new ProcessBuilder("mkfifo", inbox.resolve("pipe.csv").toString()).start().waitFor()).isZero();
    LoadSummary summary = home.load(NOW);
    assertThat(summary.files()).extracting(FileOutcome::name, FileOutcome::state).contains(
        org.assertj.core.groups.Tuple.tuple("link.csv", "special"),
        org.assertj.core.groups.Tuple.tuple("round", "special"),
        org.assertj.core.groups.Tuple.tuple("pipe.csv", "special"));
    assertThat(OutcomeWords.state("special", true)).contains("chép chính tệp");
    assertThat(home.value("select count(*) from ops.file")).isEqualTo("1");
    assertThat(summary.anyFailed()).isFalse();
    assertThat(summary.anyRefused()).isTrue();
  }

  /** A reader would take half of one version and half of another. */
  @Test
  @Timeout(60)
  void aFileThatIsWrittenToWhileItIsReadWaitsForTheNextLoad() throws Exception {
    Path file = folder.resolve("inbox").resolve(SENDER).resolve("DS.csv");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[32 << 20]);
    AtomicBoolean enough = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform().start(
            () -> {
              try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                while (!enough.get()) {
                  out.write(' ');
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    while (Files.size(file) == 32 << 20) {
      Thread.onSpinWait();
    }
    Optional<Claimed> claimed = claims().claim(waiting("DS.csv"), Instant.parse(NOW));
    enough.set(true);
    writer.join();
    assertThat(claimed).isEmpty();
    assertThat(folder.resolve("claimed")).isEmptyDirectory();
  }

  @Test
  void aFileThatWentAwayIsNoFault() throws Exception {
    assertThat(claims().claim(waiting("DS.csv"), Instant.parse(NOW))).isEmpty();
    assertThat(InboxFolder.isSettled(waiting("DS.csv"), Instant.parse(NOW), Duration.ofSeconds(45))).isFalse();
  }

  /** Even of the same length and with the old time put back. */
  @Test
  void aFileThatWasReplacedAfterItWasCopiedStaysInTheInbox() throws Exception {
    Path file = folder.resolve("inbox").resolve(SENDER).resolve("DS.csv");
    Files.createDirectories(file.getParent());
    Files.write(file, roster("An"));
    FileTime time = Files.getLastModifiedTime(file);
    Claimed claimed = claims().claim(waiting("DS.csv"), Instant.parse(NOW)).orElseThrow();
    Thread.sleep(20);
    Files.write(folder.resolve("new"), roster("Ab"));
    Files.move(folder.resolve("new"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(file, time);
    claims().takeAway(claimed);
    assertThat(file).exists();
    Claimed again = claims().claim(waiting("DS.csv"), Instant.parse(NOW)).orElseThrow();
    claims().takeAway(again);
    assertThat(file).doesNotExist();
  }

  /** A folder that may not be changed: the file is loaded once and known ever after, and holds up nobody. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileInAReadOnlyFolderIsLoadedOnce() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(SENDER, "DS.csv", roster("An"));
    Path sender = folder.resolve("inbox").resolve(SENDER);
    assumeTrue(locked(sender, true), "neither rights nor attributes hold here");
    try {
      assertThat(home.load(NOW).files()).extracting(FileOutcome::state).containsExactly("loaded_with_findings");
      assertThat(home.load(LATER).files()).extracting(FileOutcome::state).containsExactly("known");
    } finally {
      locked(sender, false);
    }
    home.load(LATER);
    assertThat(sender).isEmptyDirectory();
  }

  /** Takes the right to write away, and from root, whom rights do not hold, by the attribute of the file system. */
  private static boolean locked(Path path, boolean lock) throws Exception {
    path.toFile().setWritable(!lock);
    if (lock && !Files.isWritable(path)) {
      return true;
    }
    return new ProcessBuilder("sh", "-c", "chattr " + (lock ? "+i" : "-i") + " \"$1\"", "sh", path.toString()).start().waitFor() == 0;
  }

  @Test
  void aStateTellsTwoFilesOfOneSizeAndTimeApart() throws Exception {
    Path one = Files.writeString(folder.resolve("one"), "12");
    FileTime time = Files.getLastModifiedTime(one);
    FileState before = FileState.of(one);
    assertThat(FileState.of(one)).isEqualTo(before);
    Thread.sleep(20);
    Files.writeString(one, "34");
    Files.setLastModifiedTime(one, time);
    assumeTrue(Files.getFileStore(one).supportsFileAttributeView("unix") || one.getFileSystem().supportedFileAttributeViews().contains("unix"));
    assertThat(FileState.of(one)).isNotEqualTo(before);
    assertThat(Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)).isTrue();
  }
}
