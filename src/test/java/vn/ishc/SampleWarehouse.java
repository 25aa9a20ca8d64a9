package vn.ishc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.ishc.row.Language;
import vn.ishc.run.Knowledge;
import vn.ishc.run.Loads;
import vn.ishc.run.Settings;
import vn.ishc.sample.SampleInputs;
import vn.ishc.sample.SampleTruth;
import vn.ishc.vault.KeyPlace;
import vn.ishc.warehouse.DatabaseAddress;

/** The corner of the province of {@code sample-inputs/} with all its feeds, loaded day by day; once per JVM, for tests that only read. */
public final class SampleWarehouse {
  private SampleWarehouse() {}

  /** The same in every run: pseudonymous ids depend on it. */
  private static final String KEY = "ab".repeat(32);

  /** The loaded warehouse. */
  public static DataSource source() {
    return Loaded.SOURCE;
  }

  /** The loading threads run code of the outer class: that of a class which is still being initialised would wait for itself. */
  private static final class Loaded {
    static final DataSource SOURCE = load();
  }

  private static DataSource load() {
    DataSource source = TestDatabase.migrated();
    try {
      Path folder = Files.createTempDirectory("ishc-samples");
      SampleTruth truth = SampleInputs.write(folder.resolve("files"));
      Map<LocalDate, List<SampleTruth.File>> days = truth.files().stream().collect(Collectors.groupingBy(SampleTruth.File::receivedOn, TreeMap::new, Collectors.toList()));
      for (Map.Entry<LocalDate, List<SampleTruth.File>> day : days.entrySet()) {
        for (SampleTruth.File file : day.getValue()) {
          Path target = folder.resolve("home/inbox").resolve(file.path());
          Files.createDirectories(target.getParent());
          Files.copy(folder.resolve("files").resolve(file.path()), target, StandardCopyOption.REPLACE_EXISTING);
        }
        load(source, folder.resolve("home"), day.getKey());
      }
      return source;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void load(DataSource source, Path home, LocalDate day) throws Exception {
    PGSimpleDataSource server = (PGSimpleDataSource) ((DelegatingDataSource) source).getTargetDataSource();
    String password = server.getPassword() == null ? "" : server.getPassword();
    DatabaseAddress address = new DatabaseAddress(server.getURL().replaceFirst("\\?.*", ""), server.getUser(), password);
    Clock clock = Clock.fixed(Instant.parse(day + "T02:00:00Z"), Settings.ZONE);
    Settings settings = new Settings(TestDatabase.ROOT, home, Language.VI, true, clock, Optional.of(address), new KeyPlace.InVariable(KEY));
    new Loads(settings, Knowledge.read(TestDatabase.ROOT)).run(outcome -> {});
  }
}
