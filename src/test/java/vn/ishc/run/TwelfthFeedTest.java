package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.ishc.TestDatabase;
import vn.ishc.row.Language;
import vn.ishc.vault.KeyPlace;
import vn.ishc.warehouse.DatabaseAddress;

/** The exercise of jobs/README.md: a kind of table that nobody thought of comes with YAML and SQL alone. */
class TwelfthFeedTest {
  private static final Path EXERCISE = TestDatabase.ROOT.resolve("src/test/resources/exercise");
  private static final String FILE =
      """
      TRANG THIẾT BỊ CỦA CÁC CLB - 6 tháng đầu năm 2025
      STT;Tên CLB;Tên thiết bị;Số lượng;Ngày nhận;Trị giá
      1;CLB xóm 3;Loa kéo;2;5/3/2025;4.500.000
      2;CLB xóm 3;Máy đo huyết áp;mấy cái;6/3/2025;900.000
      3;CLB xóm 10;Cân sức khỏe;1;31/2/2025;350.000
      """;

  @TempDir Path folder;

  @Test
  void aNewFeedIsYamlAndSqlAndNoJava() throws Exception {
    Path root = folder.resolve("root");
    copy(TestDatabase.ROOT.resolve("jobs"), root.resolve("jobs"));
    copy(TestDatabase.ROOT.resolve("sql"), root.resolve("sql"));
    copy(EXERCISE, root);
    DataSource source = TestDatabase.empty();
    Path home = folder.resolve("home");
    drop(home, "DS CLB.xlsx", Files.readAllBytes(TestDatabase.ROOT.resolve("sample-inputs/huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm")));
    drop(home, "thiet bi.csv", FILE.getBytes(StandardCharsets.UTF_8));
    LoadSummary summary = load(source, root, home);
    assertThat(summary.files()).filteredOn(file -> file.name().equals("thiet bi.csv")).singleElement()
        .satisfies(file -> {
          assertThat(file.feed()).isEqualTo("equipment-list");
          assertThat(file.period()).isEqualTo("2025-H1");
          assertThat(file.accepted()).isEqualTo(2);
          assertThat(file.refused()).isEqualTo(1);
        });
    assertThat(rows(source, "select club_code || ' ' || item || ' ' || pieces || ' ' || coalesce(received_on::text, '-') || ' ' || worth from mart.equipment order by 1"))
        .containsExactly("428-17713-xom-3 loudspeaker 2 2025-03-05 4500000", "428-17764-xom-10 scales 1 - 350000");
    assertThat(rows(source, "select code from mart.finding f join mart.file using (file_id) where feed = 'equipment-list' and f.severity <> 'info' order by 1"))
        .containsExactly("C02", "C04");
    load(source, root, drop(home, "thiet bi.csv", FILE.getBytes(StandardCharsets.UTF_8)));
    assertThat(rows(source, "select count(*)::text from mart.equipment")).containsExactly("2");
  }

  private static Path drop(Path home, String name, byte[] bytes) throws IOException {
    Path inbox = Files.createDirectories(home.resolve("inbox/huyen-thanh-chuong"));
    Files.write(inbox.resolve(name), bytes);
    return home;
  }

  private static LoadSummary load(DataSource source, Path root, Path home) throws Exception {
    PGSimpleDataSource server = (PGSimpleDataSource) ((DelegatingDataSource) source).getTargetDataSource();
    String password = server.getPassword() == null ? "" : server.getPassword();
    DatabaseAddress address = new DatabaseAddress(server.getURL().replaceFirst("\\?.*", ""), server.getUser(), password);
    Clock clock = Clock.fixed(Instant.parse("2025-06-18T02:00:00Z"), Settings.ZONE);
    return new Loads(new Settings(root, home, Language.VI, true, clock, Optional.of(address), KeyPlace.of(home, Map.of())), Knowledge.read(root)).run(outcome -> {});
  }

  private static List<String> rows(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
