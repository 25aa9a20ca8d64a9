package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  @TempDir static Path folder;
  private static EmbeddedServer server;
  private static Path home;

  @BeforeAll
  static void home() {
    home = folder.resolve("nhà của Hội");
    server = new EmbeddedServer(home);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.stop();
  }

  @Test
  void manyProcessesAtOnceOnAnEmptyHomeEndWithOneServer() throws Exception {
    Path empty = folder.resolve("empty");
    try {
      List<Process> started = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        started.add(startServerIn(empty));
      }
      List<String> answers = new ArrayList<>();
      for (Process process : started) {
        answers.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).as(answers.toString()).isZero();
      }
      assertThat(answers).allMatch(answer -> answer.startsWith("Running[pid="));
      assertThat(answers).containsOnly(answers.getFirst());
    } finally {
      assertThat(new EmbeddedServer(empty).stop()).isTrue();
    }
  }

  private static Process startServerIn(Path empty) throws IOException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", classes, StartServer.class.getName(), empty.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void theNextCommandJoinsTheServerThatRuns() throws Exception {
    DatabaseAddress first = server.start();
    long pid = server.running().orElseThrow().pid();
    DatabaseAddress second = new EmbeddedServer(home).start();
    assertThat(second).isEqualTo(first);
    assertThat(server.running().orElseThrow().pid()).isEqualTo(pid);
  }

  @Test
  void nothingCommittedIsLostWhenTheServerIsKilled() throws Exception {
    execute(server.start(), "create table if not exists kept (n int)", "truncate kept", "insert into kept values (7)");
    ProcessHandle killed = ProcessHandle.of(server.running().orElseThrow().pid()).orElseThrow();
    killed.destroyForcibly();
    killed.onExit().get();
    assertThat(home.resolve("postgres/data/postmaster.pid")).exists();

    assertThat(one(server.start(), "select n from kept")).isEqualTo("7");
    assertThat(server.running().orElseThrow().pid()).isNotEqualTo(killed.pid());
  }

  @Test
  void aProcessNumberThatAnotherProgramTookOverIsNoServer() throws Exception {
    server.start();
    server.stop();
    Path left = home.resolve("postgres/data/postmaster.pid");
    String data = home.resolve("postgres/data").toString();
    Files.writeString(left, ProcessHandle.current().pid() + "\n" + data + "\n1700000000\n5432\n\n127.0.0.1\n");

    assertThat(server.running()).isEmpty();
    assertThat(one(server.start(), "select 1")).isEqualTo("1");
  }

  @Test
  void anEmptyProcessFileDoesNotStopTheStart() throws Exception {
    server.start();
    server.stop();
    Files.writeString(home.resolve("postgres/data/postmaster.pid"), "");
    assertThat(one(server.start(), "select 1")).isEqualTo("1");
  }

  @Test
  void savedConnectionsKeepWorkingBecauseThePortStaysUntilAnotherTakesIt() throws Exception {
    String url = server.start().url();
    server.stop();
    assertThat(server.start().url()).isEqualTo(url);

    int port = server.running().orElseThrow().port();
    server.stop();
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(other.isBound()).isTrue();
      assertThat(server.start().url()).isNotEqualTo(url);
    }
  }

  @Test
  void whatIsCommittedIsOnDiskAndDaysBeginInVietNam() throws Exception {
    DatabaseAddress address = server.start();
    assertThat(one(address, "show fsync")).isEqualTo("on");
    assertThat(one(address, "show synchronous_commit")).isEqualTo("on");
    assertThat(one(address, "show full_page_writes")).isEqualTo("on");
    assertThat(one(address, "show listen_addresses")).isEqualTo("127.0.0.1");
    String zone = "select setting from pg_file_settings where name = 'timezone' and applied";
    assertThat(one(address, zone)).isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(one(address, "select string_agg(w, ' ' order by w) from unnest(array['đa','e','dz','An','Ân','Ăn']) w"))
        .isEqualTo("An Ăn Ân dz đa e");
  }

  @Test
  void withoutThePasswordNobodyGetsInAndNobodyElseReadsIt() throws Exception {
    DatabaseAddress address = server.start();
    DatabaseAddress guess = new DatabaseAddress(address.url(), address.user(), "guess");
    assertThatThrownBy(guess::open)
        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    Path password = home.resolve("postgres/password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
    assertThat(address.toString()).doesNotContain(address.password());
  }

  @Test
  void theLogHoldsNoValueOfAFailedStatement() throws Exception {
    DatabaseAddress address = server.start();
    assertThatThrownBy(() -> one(address, "select date 'Nguyễn Thị Bí Mật'")).isInstanceOf(SQLException.class);
    assertThat(Files.readString(home.resolve("postgres/server.log"))).doesNotContain("Bí Mật");
  }

  @Test
  void dataOfAnotherMajorVersionAreLeftAlone() throws Exception {
    Path old = folder.resolve("old");
    Files.createDirectories(old.resolve("postgres/data"));
    Files.writeString(old.resolve("postgres/data/PG_VERSION"), "12\n");
    assertThatThrownBy(() -> new EmbeddedServer(old).start())
        .isInstanceOfSatisfying(
            DatabaseUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(DatabaseUnavailable.Reason.OTHER_MAJOR));
  }

  @Test
  void aHomeWithoutAServerHasNothingToStop() throws Exception {
    assertThat(new EmbeddedServer(folder.resolve("nowhere")).stop()).isFalse();
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aGivenServerReplacesTheEmbeddedOne() throws Exception {
    DatabaseAddress given = server.start();
    Path unused = folder.resolve("unused");
    assertThat(DatabaseAddress.of(unused, Optional.of(given))).isEqualTo(given);
    assertThat(unused).doesNotExist();
  }

  @Test
  void aGivenServerThatIsTooOldIsRefusedWithBothVersions() {
    assertThatThrownBy(() -> GivenServer.requireVersion(140011, "14.11"))
        .isInstanceOfSatisfying(
            DatabaseUnavailable.class, e -> assertThat(e.details()).containsExactly("14.11", "15"));
  }

  @Test
  void addressesForOtherToolsCarryTheLogin() {
    DatabaseAddress address = new DatabaseAddress("jdbc:postgresql://db:5433/ishc?ssl=true", "hội", "a b/c");
    assertThat(address.jdbcUrlWithLogin())
        .isEqualTo("jdbc:postgresql://db:5433/ishc?ssl=true&user=h%E1%BB%99i&password=a%20b%2Fc");
    assertThat(address.psqlUrl()).isEqualTo("postgresql://h%E1%BB%99i:a%20b%2Fc@db:5433/ishc");
  }

  private static void execute(DatabaseAddress address, String... statements) throws SQLException {
    try (Connection connection = address.open();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static String one(DatabaseAddress address, String question) throws SQLException {
    try (Connection connection = address.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
