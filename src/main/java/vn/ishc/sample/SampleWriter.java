package vn.ishc.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import vn.ishc.row.Period;

/** Writes made-up inputs: {@code out/<submitter>/<file>}, as an inbox holds them. */
public final class SampleWriter {
  private SampleWriter() {}

  /**
   * Writes what all offices of a made-up world send.
   *
   * @param out directory, made when it is missing; files of the same name are replaced
   * @param spec how many, and how messy
   * @return what a reader must make of them
   * @throws IOException when the directory cannot be written
   */
  public static SampleTruth write(Path out, SampleSpec spec) throws IOException {
    return write(out, spec, SampleFeed.ALL);
  }

  /**
   * Writes the files of some feeds of a made-up world, one after the other.
   *
   * @param out directory, made when it is missing; files of the same name are replaced
   * @param spec how many, and how messy
   * @param feeds which feeds
   * @return what a reader must make of them
   * @throws IOException when the directory cannot be written
   */
  public static SampleTruth write(Path out, SampleSpec spec, Set<SampleFeed> feeds)
      throws IOException {
    World world = World.of(spec, Places.read());
    RandomPlans plans = new RandomPlans(world, spec, feeds);
    TruthBook book = new TruthBook();
    for (Period period : plans.periods()) {
      for (FilePlan plan : plans.of(period)) {
        byte[] bytes = author(out, plan, spec.seed(), book);
        breakOne(out, plan, bytes, spec, book);
      }
    }
    return book.truth(world.clubs(), plans.periods());
  }

  /**
   * Writes one roster of any length for benchmarks: one sheet, fifteen columns, one club for every
   * 60 members, streamed to disk.
   *
   * @param file an {@code .xlsx} to make
   * @param rows rows of data, up to 1,048,000
   * @param seed the same seed gives the same bytes
   * @throws IOException when the file cannot be written
   */
  public static void writeGiantRoster(Path file, int rows, long seed) throws IOException {
    GiantRoster.write(file, rows, seed);
  }

  /** Writes one file and notes the answer to it. */
  static byte[] author(Path out, FilePlan plan, long seed, TruthBook book) throws IOException {
    FileAuthor.Written written = FileAuthor.write(plan, seed);
    if (written.accepted() + written.refused() == 0) {
      // nobody sends an empty list
      return written.bytes();
    }
    save(out, plan.folder(), plan.name(), written.bytes());
    book.add(written);
    return written.bytes();
  }

  /** Writes bytes into a submitter's folder. */
  static void save(Path out, String folder, String name, byte[] bytes) throws IOException {
    Path directory = Files.createDirectories(out.resolve(folder));
    Files.write(directory.resolve(name), bytes);
  }

  private static void breakOne(
      Path out, FilePlan plan, byte[] bytes, SampleSpec spec, TruthBook book) throws IOException {
    Chance chance = Chance.of(spec.seed(), "broken " + plan.folder() + "/" + plan.name());
    if (!Files.exists(out.resolve(plan.folder()).resolve(plan.name()))
        || !chance.percent(spec.messiness().brokenFilePercent())
        || plan.form() != FileForm.XLSX) {
      return;
    }
    String stem = plan.name().substring(0, plan.name().lastIndexOf('.'));
    LocalDate later = plan.receivedOn().plusDays(1);
    if (chance.percent(25)) {
      String name = "Copy of " + plan.name();
      save(out, plan.folder(), name, bytes);
      book.addDuplicate(plan.folder() + "/" + name, plan, later);
      return;
    }
    BrokenFiles broken = chance.any(BrokenFiles.values());
    String name = stem + " 2" + broken.extension();
    save(out, plan.folder(), name, broken.from(bytes));
    book.addBroken(plan.folder() + "/" + name, broken, later);
  }
}
