package vn.ishc.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Period;

class SampleWriterTest {
  private static final Period LAST = new Period(2025, 2);
  private static final SampleSpec SMALL = new SampleSpec(14, 3, 7, LAST, Messiness.DIRE);

  @TempDir static Path written;
  private static SampleTruth small = new SampleTruth(List.of(), List.of());

  @TempDir Path directory;

  @BeforeAll
  static void writeOnce() throws IOException {
    small = SampleWriter.write(written, SMALL);
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    assertThat(SampleWriter.write(directory, SMALL)).isEqualTo(small);
    assertThat(digests(directory)).isEqualTo(digests(written)).hasSizeGreaterThan(24);
  }

  @Test
  void anotherSeedGivesOtherFiles() throws IOException {
    SampleWriter.write(directory, new SampleSpec(14, 3, 8, LAST, Messiness.DIRE));
    assertThat(digests(directory)).isNotEqualTo(digests(written));
  }

  @Test
  void everyWorkbookThatIsNotBrokenOnPurposeOpens() throws IOException {
    int opened = 0;
    for (SampleTruth.File file : small.files()) {
      Path path = written.resolve(file.path());
      assertThat(path).exists();
      if (!file.feed().isEmpty() && opens(path)) {
        opened++;
      }
    }
    assertThat(opened).isGreaterThan(14);
  }

  @Test
  void allFeedsTogetherAreTheSameEveryTime() throws IOException {
    SampleSpec spec = new SampleSpec(6, 2, 21, LAST, Messiness.USUAL);
    SampleTruth first = SampleWriter.write(directory.resolve("a"), spec, SampleFeed.ALL);
    assertThat(SampleWriter.write(directory.resolve("b"), spec, SampleFeed.ALL)).isEqualTo(first);
    assertThat(digests(directory.resolve("b"))).isEqualTo(digests(directory.resolve("a")));
    for (SampleFeed feed : SampleFeed.values()) {
      assertThat(first.files()).as(feed.code()).anyMatch(file -> file.feed().equals(feed.code()));
    }
  }

  @Test
  void everyRepaymentBelongsToALoan() {
    World world = World.of(new SampleSpec(6, 2, 2, LAST, Messiness.CLEAN), Places.read());
    for (Club club : world.clubs()) {
      for (Loans.Loan loan : Loans.ofFund(club, LAST)) {
        assertThat(loan.repayments().stream().mapToLong(Loans.Repayment::principal).sum())
            .isEqualTo(loan.amount());
        assertThat(loan.outstanding(loan.due())).isZero();
        assertThat(loan.outstanding(loan.disbursed())).isEqualTo(loan.amount());
      }
    }
  }

  @Test
  void aCleanWorldHasNothingToFind() throws IOException {
    SampleTruth truth =
        SampleWriter.write(directory, new SampleSpec(12, 2, 3, LAST, Messiness.CLEAN));
    assertThat(truth.files())
        .allMatch(file -> file.state() == SampleTruth.State.LOADED && file.findings().isEmpty());
  }

  @Test
  void theWorldHasAsManyClubsAsAskedForInAllDistricts() {
    SampleSpec spec = new SampleSpec(275, 1, 5, new Period(2025, 1), Messiness.CLEAN);
    World world = World.of(spec, Places.read());
    assertThat(world.clubs()).hasSize(275).doesNotHaveDuplicates();
    assertThat(world.clubs().stream().map(club -> club.site().district().code()).distinct())
        .hasSize(21);
    assertThat(world.clubs())
        .filteredOn(club -> club.founded().getYear() < 2021)
        .hasSizeBetween(120, 170);
    assertThat(world.clubs())
        .allMatch(club -> club.listedIn(spec.last()).size() >= 30 || !club.activeAt(spec.last()));
  }

  @Test
  void fromJulyOf2025CommunesReport() throws IOException {
    SampleTruth truth =
        SampleWriter.write(
            directory,
            new SampleSpec(15, 2, 11, LAST, Messiness.CLEAN),
            Set.of(SampleFeed.CLUB_REGISTRY, SampleFeed.MEMBER_ROSTER));
    assertThat(truth.files())
        .filteredOn(file -> new Period(2025, 1).equals(file.period()))
        .isNotEmpty()
        .allMatch(
            file ->
                file.path().startsWith("huyen-")
                    || file.path().startsWith("tx-")
                    || file.path().startsWith("tp-"));
    assertThat(truth.files())
        .filteredOn(file -> LAST.equals(file.period()))
        .isNotEmpty()
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
    try (InputStream in = Files.newInputStream(path);
        Workbook book = WorkbookFactory.create(in)) {
      return book.getNumberOfSheets() > 0;
    }
  }

  static Map<String, String> digests(Path directory) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(
            directory.relativize(file).toString(),
            java.util.HexFormat.of().formatHex(sha256(file)));
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
