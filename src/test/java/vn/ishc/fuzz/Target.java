package vn.ishc.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.ishc.TestDatabase;
import vn.ishc.feed.Contracts;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Severity;
import vn.ishc.run.Knowledge;
import vn.ishc.sheet.XlsbFile;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/** What is fed with spoiled files. */
enum Target {
  XLSX(".xlsx", true),
  XLSB(".xlsb", true),
  XLS(".xls", false),
  ODS(".ods", true),
  DELIMITED(".csv", false),
  CONTRACT(".yml", false);

  private static final long SEED_BYTES_MAX = 300_000;
  private static final String SENDER = "xa-dai-dong-17713";
  private static final LocalDate DAY = LocalDate.of(2025, 12, 18);

  private final String ending;
  private final boolean zip;

  Target(String ending, boolean zip) {
    this.ending = ending;
    this.zip = zip;
  }

  boolean isZip() {
    return zip;
  }

  /** Sound files to begin with: our samples, the contracts in force. */
  List<byte[]> seeds(Path folder) throws IOException {
    if (this == XLSB) {
      return List.of(Files.readAllBytes(XlsbFile.write(folder)));
    }
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(TestDatabase.ROOT.resolve(this == CONTRACT ? "jobs/feeds" : "sample-inputs"))) {
      for (Path file : files.filter(each -> each.toString().toLowerCase(Locale.ROOT).endsWith(ending)).sorted().toList()) {
        if (Files.size(file) > 0 && Files.size(file) < SEED_BYTES_MAX) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  /**
   * Reads a spoiled file as the product would.
   *
   * @param folder for the file
   * @return whether it was taken, at least in part
   * @throws IllegalStateException when what is told of it makes no sense; any other exception or error is a finding as well
   */
  boolean read(byte[] bytes, Path folder) throws IOException {
    return this == CONTRACT ? contract(bytes, folder) : walk(bytes, folder);
  }

  private boolean contract(byte[] bytes, Path folder) throws IOException {
    Path feeds = Files.createDirectories(folder.resolve("feeds"));
    Files.write(feeds.resolve("a.yml"), bytes);
    try {
      return Contracts.read(feeds).all().size() == 1;
    } catch (Contracts.BadContracts e) {
      return false;
    }
  }

  private boolean walk(byte[] bytes, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("a" + ending), bytes);
    Told told = new Told();
    FileReport report =
        FileWalk.walk(Known.WALK, new Arrival(file, file.getFileName().toString(), SENDER, Known.ALL.submitters().find(SENDER), DAY), told);
    if (report.rowsRead() != report.rowsAccepted() + report.rowsRefused() + report.rowsNotData()) {
      throw new IllegalStateException("rows vanish: " + report);
    }
    if (report.refused() && told.errors == 0) {
      throw new IllegalStateException("refused without a reason");
    }
    return !report.refused();
  }

  private static final class Known {
    static final Knowledge ALL = read();
    static final FileWalk.Knowledge WALK = ALL.forWalk();

    private static Knowledge read() {
      try {
        return Knowledge.read(TestDatabase.ROOT);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Told implements RowSink {
    private int errors;

    @Override
    public void table(TableReport table) {}

    @Override
    public void row(TableReport table, LinkedRow row) {}

    @Override
    public void finding(Finding finding) {
      errors += finding.severity() == Severity.ERROR ? 1 : 0;
    }
  }
}
