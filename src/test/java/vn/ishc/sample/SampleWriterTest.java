package vn.ishc.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Period;

class SampleWriterTest {
  private static final Period LAST = new Period(2025, 2);
  private static final SampleSpec SMALL = new SampleSpec(24, 3, 7, LAST, Messiness.DIRE);

  @TempDir Path directory;

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    SampleTruth first = SampleWriter.write(directory.resolve("a"), SMALL);
    SampleTruth second = SampleWriter.write(directory.resolve("b"), SMALL);
    assertThat(second).isEqualTo(first);
    assertThat(digests(directory.resolve("b"))).isEqualTo(digests(directory.resolve("a"))).hasSizeGreaterThan(40);
  }

  @Test
  void anotherSeedGivesOtherFiles() throws IOException {
    SampleWriter.write(directory.resolve("a"), SMALL);
    SampleWriter.write(directory.resolve("b"), new SampleSpec(24, 3, 8, LAST, Messiness.DIRE));
    assertThat(digests(directory.resolve("b"))).isNotEqualTo(digests(directory.resolve("a")));
  }

  @Test
  void everyWorkbookThatIsNotBrokenOnPurposeOpens() throws IOException {
    SampleTruth truth = SampleWriter.write(directory, SMALL);
    int opened = 0;
    for (SampleTruth.File file : truth.files()) {
      Path path = directory.resolve(file.path());
      assertThat(path).exists();
      if (!file.feed().isEmpty() && opens(path)) {
        opened++;
      }
    }
    assertThat(opened).isGreaterThan(30);
  }

  @Test
  void aCleanWorldHasNothingToFind() throws IOException {
    SampleTruth truth = SampleWriter.write(directory, new SampleSpec(30, 2, 3, LAST, Messiness.CLEAN));
    assertThat(truth.files()).allMatch(file -> file.state() == SampleTruth.State.LOADED && file.findings().isEmpty());
  }

  @Test
  void theWorldHasAsManyClubsAsAskedForInAllDistricts() throws IOException {
    SampleTruth truth = SampleWriter.write(directory, new SampleSpec(275, 1, 5, new Period(2025, 1), Messiness.CLEAN));
    assertThat(truth.clubs()).hasSizeBetween(255, 275);
    assertThat(truth.clubs().stream().map(SampleTruth.ClubFigures::districtCode).distinct()).hasSize(21);
    assertThat(truth.clubs()).allMatch(club -> club.members() != null && club.members() >= 30 && club.members() <= 95);
  }

  @Test
  void fromJulyOf2025CommunesReport() throws IOException {
    SampleTruth truth = SampleWriter.write(directory, new SampleSpec(60, 2, 11, LAST, Messiness.CLEAN));
    assertThat(truth.files()).filteredOn(file -> new Period(2025, 1).equals(file.period()))
        .allMatch(file -> file.path().startsWith("huyen-") || file.path().startsWith("tx-") || file.path().startsWith("tp-"));
    assertThat(truth.files()).filteredOn(file -> LAST.equals(file.period())).isNotEmpty()
        .allMatch(file -> file.path().matches("(xa|phuong)-[a-z-]+-\\d{5}/.*"));
  }

  @Test
  void aGiantRosterIsStreamedAndTheSameEveryTime() throws IOException {
    SampleWriter.writeGiantRoster(directory.resolve("a.xlsx"), 3_000, 1);
    SampleWriter.writeGiantRoster(directory.resolve("b.xlsx"), 3_000, 1);
    assertThat(directory.resolve("a.xlsx")).hasSameBinaryContentAs(directory.resolve("b.xlsx"));
    try (Workbook book = WorkbookFactory.create(directory.resolve("a.xlsx").toFile(), null, true)) {
      assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3_003);
      assertThat(book.getSheetAt(0).getRow(3).getLastCellNum()).isEqualTo((short) 15);
    }
  }

  private static boolean opens(Path path) throws IOException {
    String name = path.toString();
    if (name.endsWith(".ods")) {
      try (ZipFile zip = new ZipFile(path.toFile())) {
        return zip.getEntry("content.xml") != null;
      }
    }
    if (!name.contains(".xls")) {
      return Files.size(path) > 0;
    }
    try (InputStream in = Files.newInputStream(path); Workbook book = WorkbookFactory.create(in)) {
      return book.getNumberOfSheets() > 0;
    }
  }

  static Map<String, String> digests(Path directory) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(directory.relativize(file).toString(), java.util.HexFormat.of().formatHex(sha256(file)));
      }
    }
    return digests;
  }

  private static byte[] sha256(Path file) throws IOException {
    try {
      return java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
