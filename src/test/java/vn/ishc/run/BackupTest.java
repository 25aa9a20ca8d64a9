package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.vault.KeyPlace;
import vn.ishc.vault.VaultLocked;

class BackupTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String LATER = "2026-01-06T02:00:00Z";

  @TempDir Path folder;

  private TestHome loaded() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx");
    home.drop("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls");
    home.drop("ubnd-tinh/Phu luc chi tieu KH 345.xlsx");
    home.load(NOW);
    return home;
  }

  private static Path backup(TestHome home) throws Exception {
    return new Backup(home.settings(LATER)).run(Optional.empty()).path();
  }

  @Test
  void aBackupComesBackOnAMachineThatHasNothing() throws Exception {
    TestHome home = loaded();
    Path backup = backup(home);
    TestHome other = new TestHome(folder.resolve("other"));
    Restore.Restored restored = new Restore(other.settings(LATER)).run(backup, false);
    assertThat(restored.files()).isEqualTo(3);
    assertThat(restored.before()).isEmpty();
    assertThat(other.marts()).isEqualTo(home.marts());
    assertThat(new Verification(other.settings(LATER), TestHome.KNOWLEDGE).run()).allMatch(Verification.Invariant::holds);
    other.drop("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm");
    home.drop("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm");
    home.load(LATER);
    other.load(LATER);
    assertThat(other.marts()).as("it goes on where it was").isEqualTo(home.marts());
  }

  @Test
  void theDrillBringsTheNewestBackBesideAndLeavesNothing() throws Exception {
    TestHome home = loaded();
    Works works = new Works(home.settings(LATER), TestHome.KNOWLEDGE);
    assertThat(works.run("restoreDrill", Map.of(), java.time.Duration.ZERO).outcome()).as("no backup is a fault").isEqualTo("failed");
    assertThat(works.run("backup", Map.of("keep", "2"), java.time.Duration.ZERO).outcome()).isEqualTo("done");
    Works.Ended drilled = works.run("restoreDrill", Map.of(), java.time.Duration.ZERO);
    assertThat(drilled.outcome()).as(drilled.said()).isEqualTo("done");
    assertThat(drilled.said()).contains("files 3");
    assertThat(folder.resolve("home/drill")).doesNotExist();
  }

  @Test
  void theDrillFindsWhatIsWrongWithTheWarehouse() throws Exception {
    TestHome home = loaded();
    home.run("set session_replication_role = replica; delete from staging.member_roster where row_number = (select max(row_number) from staging.member_roster)");
    backup(home);
    Works.Ended drilled = new Works(home.settings(LATER), TestHome.KNOWLEDGE).run("restoreDrill", Map.of(), java.time.Duration.ZERO);
    assertThat(drilled.outcome()).isEqualTo("failed");
    assertThat(drilled.said()).contains("keeps every row");
  }

  @Test
  void aDamagedBackupIsRefusedWhereverTheDamageIs() throws Exception {
    TestHome home = loaded();
    Path backup = backup(home);
    long length = Files.size(backup);
    TestHome other = new TestHome(folder.resolve("other"));
    for (int part = 0; part < 12; part++) {
      Path spoilt = folder.resolve("spoilt-" + part + ".zip");
      Files.copy(backup, spoilt);
      try (RandomAccessFile file = new RandomAccessFile(spoilt.toFile(), "rw")) {
        file.seek(40 + (length - 60) * part / 12);
        int before = file.read();
        file.seek(file.getFilePointer() - 1);
        file.write(before ^ 0x55);
      }
      assertThat(refusedOrTheSame(spoilt, backup)).as(spoilt.toString()).isTrue();
    }
    for (String entry : List.of("archive/", "database/core.club.copy", "backup.txt", "SHA256SUMS")) {
      assertThatThrownBy(() -> BackupFile.opened(with(backup, entry, true))).as("altered " + entry).isInstanceOf(BackupFile.Damaged.class);
      assertThatThrownBy(() -> BackupFile.opened(with(backup, entry, false))).as("without " + entry).isInstanceOf(BackupFile.Damaged.class);
    }
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(backup), (int) length / 2));
    assertThatThrownBy(() -> new Restore(other.settings(LATER)).run(cut, false)).hasMessageStartingWith("DAMAGED");
    assertThat(other.value("select count(*) from ops.file")).isEqualTo("0");
  }

  /** A bit may fall on what nobody reads, such as the hour an entry was written; what is read must be refused or be as it was. */
  private static boolean refusedOrTheSame(Path spoilt, Path backup) throws Exception {
    try (BackupFile opened = BackupFile.opened(spoilt);
        BackupFile right = BackupFile.opened(backup)) {
      for (String name : right.below("")) {
        try (var one = opened.open(name);
            var other = right.open(name)) {
          if (!java.util.Arrays.equals(one.readAllBytes(), other.readAllBytes())) {
            return false;
          }
        }
      }
      return true;
    } catch (BackupFile.Damaged e) {
      return true;
    }
  }

  /** The backup with an entry altered or left out, as somebody would do who knows nothing of the sums. */
  private Path with(Path backup, String entry, boolean altered) throws Exception {
    Path path = folder.resolve((altered ? "altered-" : "without-") + entry.replace('/', '-') + ".zip");
    boolean done = false;
    try (ZipFile from = new ZipFile(backup.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var each : java.util.Collections.list(from.entries())) {
        boolean hit = !done && each.getName().startsWith(entry);
        done |= hit;
        if (!hit || altered) {
          to.putNextEntry(new ZipEntry(each.getName()));
          to.write(from.getInputStream(each).readAllBytes());
          to.write(hit ? new byte[] {'\n'} : new byte[0]);
          to.closeEntry();
        }
      }
      to.setComment(from.getComment());
    }
    return path;
  }

  @Test
  void aWarehouseInUseIsPutAsideOnlyWhenAskedFor() throws Exception {
    TestHome home = loaded();
    Path backup = backup(home);
    TestHome other = new TestHome(folder.resolve("other"));
    other.drop("ubnd-tinh/Phu luc chi tieu KH 345.xlsx");
    other.load(NOW);
    assertThatThrownBy(() -> new Restore(other.settings(LATER)).run(backup, false)).hasMessageStartingWith("USED");
    assertThat(other.value("select count(*) from ops.file")).isEqualTo("1");
    Restore.Restored restored = new Restore(other.settings(LATER)).run(backup, true);
    assertThat(restored.before()).isPresent();
    assertThat(other.marts()).isEqualTo(home.marts());
    try (var old = Files.list(folder.resolve("other"))) {
      assertThat(old.filter(path -> path.getFileName().toString().startsWith("archive.before-"))).hasSize(1);
    }
    assertThatThrownBy(() -> new Backup(home.settings(LATER)).run(Optional.of(backup))).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void theKeyIsNotInItAndAnotherOneIsRefused() throws Exception {
    TestHome home = loaded();
    Path key = folder.resolve("home/vault.key");
    Files.writeString(key, "0123456789abcdef".repeat(4));
    Path backup = backup(home);
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName())).noneMatch(name -> name.contains("key") && !name.startsWith("database/"));
    }
    TestHome other = new TestHome(folder.resolve("other"));
    Settings settings = other.settings(LATER);
    KeyPlace wrong = new KeyPlace.InVariable("f".repeat(64));
    Settings withWrong = new Settings(settings.root(), settings.home(), settings.language(), true, settings.clock(), settings.givenDatabase(), wrong);
    assertThatThrownBy(() -> new Restore(withWrong).run(backup, false)).isInstanceOf(VaultLocked.class);
    KeyPlace none = new KeyPlace.InHome(folder.resolve("other/vault.key"));
    Settings without = new Settings(settings.root(), settings.home(), settings.language(), true, settings.clock(), settings.givenDatabase(), none);
    assertThat(new Restore(without).run(backup, false).keyThere()).isFalse();
  }

  @Test
  void olderBackupsGoAndOnlyOurs() throws Exception {
    Path backups = Files.createDirectories(folder.resolve("backups"));
    for (String name : List.of("ishc-20260101-023000.zip", "ishc-20260102-023000.zip", "ishc-20260103-023000.zip", "anh-cuoi.zip")) {
      Files.createFile(backups.resolve(name));
    }
    assertThat(Backup.keepNewest(backups, 2)).isEqualTo(1);
    try (var left = Files.list(backups)) {
      assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("ishc-20260102-023000.zip", "ishc-20260103-023000.zip", "anh-cuoi.zip");
    }
  }
}
