package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ishc.row.Language;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.SqlFolder;

/**
 * Whether the warehouse is what its files say: the invariants of {@code sql/invariants}, the archive against the hashes of the files, the published figures
 * against figures computed anew. Changes nothing.
 */
public final class Verification {
  private static final int SHOWN_MAX = 20;

  private final Settings settings;
  private final Knowledge knowledge;

  /**
   * @param settings where
   * @param knowledge contracts, lists, places
   */
  public Verification(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /**
   * One thing that must hold.
   *
   * @param titleVi what, in Vietnamese
   * @param titleEn the same in English
   * @param broken how often it does not hold
   * @param shown the first of those, without any name or number of a person
   */
  public record Invariant(String titleVi, String titleEn, long broken, List<String> shown) {
    /** Copies the list. */
    public Invariant {
      shown = List.copyOf(shown);
    }

    /** What must hold, in a language. */
    public String title(Language language) {
      return language == Language.VI ? titleVi : titleEn;
    }

    /** Whether it holds. */
    public boolean holds() {
      return broken == 0;
    }
  }

  /** All of them, in the order of their names; the archive and the figures last. */
  public List<Invariant> run() throws DatabaseUnavailable, SQLException, IOException {
    List<Invariant> found = new ArrayList<>();
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      // No load may change anything between two questions.
      Loads.lock(connection);
      try {
        for (Path file : new SqlFolder(settings.root().resolve("sql/invariants")).files()) {
          found.add(asked(connection, Files.readString(file)));
        }
        found.add(archive(connection));
        found.add(figures(connection));
      } finally {
        Loads.unlock(connection);
      }
    }
    return found;
  }

  private static Invariant asked(Connection connection, String sql) throws SQLException {
    Gathered broken = new Gathered();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        broken.add(rows.getString(1));
      }
    }
    return broken.of(title(sql, "-- vi: "), title(sql, "-- en: "));
  }

  private static String title(String sql, String mark) {
    return sql.lines().filter(line -> line.startsWith(mark)).findFirst().orElseThrow().substring(mark.length());
  }

  /** Every file that was taken lies in the archive with the bytes it came with, and nothing else lies there. */
  private Invariant archive(Connection connection) throws SQLException, IOException {
    Path archive = settings.home().resolve("archive");
    Set<String> known = new HashSet<>();
    Gathered broken = new Gathered();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select file_id, archive_path, content_sha256 from ops.file where archive_path is not null and original_removed_at is null order by file_id")) {
      while (rows.next()) {
        known.add(rows.getString(2));
        Path file = archive.resolve(rows.getString(2));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          broken.add(rows.getString(1) + ": " + rows.getString(2) + " ✗");
        } else if (!Rebuild.sha256(file).equals(rows.getString(3))) {
          broken.add(rows.getString(1) + ": " + rows.getString(2) + " ≠ sha256");
        }
      }
    }
    if (Files.isDirectory(archive)) {
      try (Stream<Path> files = Files.walk(archive)) {
        files
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .map(file -> archive.relativize(file).toString())
            .filter(file -> !file.equals(ArchiveJournal.FILE))
            .filter(file -> !known.contains(file))
            .sorted()
            .forEach(file -> broken.add("? " + file));
      }
    }
    ArchiveJournal journal = new ArchiveJournal(settings.home());
    if (journal.exists()) {
      journal.differing(connection).forEach(id -> broken.add(id + ": " + ArchiveJournal.FILE));
    }
    return broken.of(
        "Mỗi tệp đã nhận nằm trong kho lưu (archive) nguyên vẹn như khi đến, không có tệp lạ",
        "Every file taken lies in the archive with the bytes it came with, and nothing else lies there");
  }

  /** The figures of the current publication, computed again and thrown away. */
  private Invariant figures(Connection connection) throws SQLException, IOException {
    Gathered broken = new Gathered();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create temp table figure_before on commit drop as " + FIGURES);
      knowledge.refreshIndicators(connection);
      try (ResultSet rows = statement.executeQuery(DIFFERENCE)) {
        while (rows.next()) {
          broken.add(rows.getString(1));
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return broken.of("Các chỉ số tính lại cho kết quả như đã công bố", "The figures computed anew are those that were published");
  }

  private static final String FIGURES =
      """
      select i.indicator_code as indicator, f.as_of, f.area_level, f.area_code, f.numerator, f.denominator, f.value, f.target, f.met
      from core.fact_indicator f join core.dim_indicator i using (indicator_key) where f.publication = 'current'
      """;

  private static final String DIFFERENCE =
      """
      with now as (%s), differing as (
        (select * from now except all select * from figure_before) union all (select * from figure_before except all select * from now))
      select distinct concat_ws(' ', indicator, as_of, area_level, area_code) as broken from differing order by broken
      """
          .formatted(FIGURES);

  /** Counts all, keeps the first. */
  private static final class Gathered {
    private final List<String> shown = new ArrayList<>();
    private long count;

    void add(String broken) {
      count++;
      if (shown.size() < SHOWN_MAX) {
        shown.add(broken);
      }
    }

    Invariant of(String titleVi, String titleEn) {
      return new Invariant(titleVi, titleEn, count, shown);
    }
  }
}
