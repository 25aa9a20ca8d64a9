package vn.ishc.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.ishc.row.Language;
import vn.ishc.run.Knowledge;
import vn.ishc.run.Loads;
import vn.ishc.run.Settings;
import vn.ishc.run.Verification;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.EmbeddedServer;

/** A home folder with a server of its own and an inbox that can be filled again and again; loads run on it as processes of their own. */
final class CrashHome implements AutoCloseable {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final long SECONDS_MAX = 300;
  private static final List<String> MADE = List.of("inbox", "claimed", "spool", "archive", "outbox", "reports");

  private final Path home;
  private final Path files;
  private final EmbeddedServer server;
  private final Knowledge knowledge;

  /**
   * Makes the home; its database is migrated once and copied for every {@link #reset}.
   *
   * @param home made when missing
   * @param files an inbox: folders of senders
   */
  CrashHome(Path home, Path files) throws Exception {
    this.home = Files.createDirectories(home);
    this.files = files;
    this.server = new EmbeddedServer(home);
    this.knowledge = Knowledge.read(ROOT);
    finish(Instant.EPOCH);
    maintain("alter database ishc rename to ishc_base");
  }

  Path path(String name) {
    return home.resolve(name);
  }

  EmbeddedServer server() {
    return server;
  }

  /** As before any load, with all files in the inbox. */
  void reset() throws Exception {
    server.start();
    // Without a checkpoint the sequences of the copy go back after a crash: their pages were copied with numbers drawn in advance that no record of the log tells of.
    maintain("drop database if exists ishc with (force)", "create database ishc template ishc_base", "checkpoint");
    for (String folder : MADE) {
      deleteTree(home.resolve(folder));
    }
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Path target = home.resolve("inbox").resolve(files.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void maintain(String... statements) throws Exception {
    DatabaseAddress address = server.start();
    try (Connection connection = DriverManager.getConnection(address.url().replaceFirst("/ishc$", "/postgres"), address.user(), address.password());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /**
   * Starts a load.
   *
   * @param now its clock
   * @param options of the Java machine
   */
  Process load(Instant now, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", "-Dfile.encoding=UTF-8", "-Dishc.root=" + ROOT));
    Stream.of(System.getProperty("ishc.crash.java", "").split(" ")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.ishc.Application", "--home", home.toString(), "--quiet", "load"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(path("load.log").toFile());
    builder.environment().put("ISHC_CLOCK", now.toString());
    return builder.start();
  }

  /** Its exit status; fails when it hangs. */
  int ended(Process load) throws InterruptedException, IOException {
    if (!load.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      load.destroyForcibly();
      throw new IllegalStateException("a load hangs: " + said());
    }
    return load.exitValue();
  }

  /** What the last load printed. */
  String said() throws IOException {
    return Files.exists(path("load.log")) ? Files.readString(path("load.log")) : "";
  }

  /** Loads what waits, in this process, which is quicker. */
  void finish(Instant now) throws Exception {
    new Loads(settings(now), knowledge).run(outcome -> {});
  }

  private Settings settings(Instant now) {
    return Settings.of(ROOT, Optional.of(home), Language.VI, true, Map.of("ISHC_CLOCK", now.toString()));
  }

  Snapshot snapshot() throws Exception {
    try (Connection connection = server.start().open()) {
      return Snapshot.of(connection, home);
    }
  }

  /** What {@code verify} finds broken. */
  List<String> broken(Instant now) throws Exception {
    return new Verification(settings(now), knowledge)
        .run().stream().filter(invariant -> !invariant.holds()).map(invariant -> invariant.titleEn() + ": " + invariant.shown()).toList();
  }

  /** One value of the database. */
  String ask(String sql) throws Exception {
    try (Connection connection = server.start().open();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
