package vn.ishc.warehouse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real PostgreSQL server with its data in {@code <home>/postgres}, shared by all commands on that home. The first
 * command starts it, later ones join it; it goes on running when they end, until {@link #stop()}, so that the next
 * command need not wait and other tools stay connected. It listens on this machine only, asks everybody for a password,
 * and is set up to lose nothing that was committed. What a crash leaves behind is put right at the next start.
 */
public final class EmbeddedServer {
  private static final int PORT_TRIES_MAX = 8;
  private static final int ORPHAN_WAITS_MAX = 60;
  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long ORPHAN_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long START_SECONDS_MAX = 900;
  private static final long STOP_SECONDS_MAX = 120;
  private static final long LOG_BYTES_MAX = 5L << 20;
  private static final int LOG_LINES_SHOWN = 4;

  private final ServerFolder folder;

  /**
   * The server of a home folder; nothing is started yet.
   *
   * @param home the home folder
   */
  public EmbeddedServer(Path home) {
    this.folder = new ServerFolder(home.toAbsolutePath().normalize().resolve("postgres"));
  }

  /**
   * A running server.
   *
   * @param pid its process
   * @param port where it listens on 127.0.0.1
   */
  public record Running(long pid, int port) {}

  /**
   * Joins the server, or starts it: with all it needs on an empty home, with crash recovery after a crash.
   *
   * @return where it answers
   * @throws DatabaseUnavailable when it cannot run here, with the reason
   */
  public DatabaseAddress start() throws IOException, DatabaseUnavailable {
    try {
      folder.create();
      Optional<PostmasterFile> running = answering();
      if (running.isPresent()) {
        return address(running.get().port());
      }
      return address(folder.alone(this::startedOrJoined));
    } catch (AccessDeniedException e) {
      throw denied(e);
    }
  }

  /**
   * Stops the server: open transactions are rolled back, everything committed is kept.
   *
   * @return whether there was one to stop
   */
  public boolean stop() throws IOException, DatabaseUnavailable {
    return running().isPresent() && folder.alone(this::stopped);
  }

  private boolean stopped() throws IOException, DatabaseUnavailable {
    Optional<PostmasterFile> server = alive();
    if (server.isEmpty()) {
      return false;
    }
    String seconds = String.valueOf(STOP_SECONDS_MAX);
    ServerCommand answer =
        pgCtl(List.of("stop", "-D", folder.data().toString(), "-m", "fast", "-w", "-t", seconds));
    if (answer.status() != 0 && alive().isPresent()) {
      String pid = String.valueOf(server.get().pid());
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.NOT_STOPPED, null, pid, answer.output());
    }
    return true;
  }

  /** The server, when its process lives; it may still be starting. */
  public Optional<Running> running() throws IOException {
    return alive().map(server -> new Running(server.pid(), server.port()));
  }

  private Optional<PostmasterFile> alive() throws IOException {
    return PostmasterFile.of(folder.data()).filter(PostmasterFile::alive);
  }

  /** The server, when it lives and answers as the server of this very folder. */
  private Optional<PostmasterFile> answering() throws IOException, DatabaseUnavailable {
    Optional<PostmasterFile> server = alive();
    return server.isPresent() && answers(server.get().port()) ? server : Optional.empty();
  }

  private boolean answers(int port) throws IOException, DatabaseUnavailable {
    if (port == 0) {
      return false;
    }
    DatabaseAddress address = address(port);
    try (Connection connection = address.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      return Files.isSameFile(Path.of(row.getString(1)), folder.data());
    } catch (SQLException e) {
      return notYet(e, address);
    }
  }

  /** False when the server may still come or go; an error when it will never let us in. */
  private static boolean notYet(SQLException e, DatabaseAddress address) throws DatabaseUnavailable {
    String state = String.valueOf(e.getSQLState());
    boolean noDatabaseYet = state.equals("3D000");
    boolean unreachable = state.startsWith("08") || state.startsWith("57P");
    if (noDatabaseYet || unreachable) {
      return false;
    }
    String said = String.valueOf(e.getMessage());
    throw new DatabaseUnavailable(DatabaseUnavailable.Reason.REFUSED, e, address.toString(), said);
  }

  private int startedOrJoined() throws IOException, DatabaseUnavailable {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    for (Optional<PostmasterFile> server = alive(); server.isPresent(); server = alive()) {
      int port = server.get().port();
      if (answers(port) || (port != 0 && madeDatabase(port) && answers(port))) {
        return port;
      }
      if (System.nanoTime() > giveUp) {
        throw notStarted();
      }
      pause(WAIT_NANOS);
    }
    return started();
  }

  private int started() throws IOException, DatabaseUnavailable {
    folder.password();
    ServerAccount account = ServerAccount.of(folder.path());
    ServerPrograms programs = ServerPrograms.unpacked(folder.path());
    if (!Files.isDirectory(folder.data())) {
      initialise(account, programs);
    }
    requireMajor();
    PostmasterFile.disown(folder.data());
    int port = startOnSomePort();
    folder.rememberPort(port);
    if (!madeDatabase(port)) {
      throw notStarted();
    }
    return port;
  }

  /** Makes the data folder under another name first, so that a crash on the way leaves no half of one. */
  private void initialise(ServerAccount account, ServerPrograms programs) throws IOException, DatabaseUnavailable {
    Path part = folder.dataInTheMaking();
    ServerCommand answer = new ServerCommand(1, "");
    for (String locale : List.of("C.UTF-8", "C")) {
      ServerFolder.deleteTree(part);
      List<String> command = new ArrayList<>(List.of(programs.path("initdb")));
      command.addAll(ServerSettings.initdb(part, folder.passwordFile(), locale));
      answer = ServerCommand.run(account.command(command));
      if (answer.status() == 0) {
        ServerSettings.include(part);
        Files.move(part, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        return;
      }
    }
    throw new DatabaseUnavailable(
        DatabaseUnavailable.Reason.NOT_STARTED, null, "initdb", lastLines(answer.output().lines().toList()));
  }

  private void requireMajor() throws IOException, DatabaseUnavailable {
    Path file = folder.data().resolve("PG_VERSION");
    String theirs = Files.readString(file, StandardCharsets.US_ASCII).strip();
    if (!theirs.equals(ServerSettings.MAJOR)) {
      throw new DatabaseUnavailable(
          DatabaseUnavailable.Reason.OTHER_MAJOR, null, theirs, ServerSettings.MAJOR, folder.data().toString());
    }
  }

  private int startOnSomePort() throws IOException, DatabaseUnavailable {
    int orphanWaits = 0;
    int port = folder.lastPort().filter(EmbeddedServer::free).orElseGet(EmbeddedServer::anyFreePort);
    for (int tries = 0; tries < PORT_TRIES_MAX; ) {
      if (launched(port)) {
        return port;
      }
      if (orphansAtWork() && orphanWaits < ORPHAN_WAITS_MAX) {
        orphanWaits++;
        pause(ORPHAN_WAIT_NANOS);
      } else if (free(port)) {
        throw notStarted();
      } else {
        tries++;
        port = anyFreePort();
      }
    }
    throw notStarted();
  }

  private static void pause(long nanos) throws InterruptedIOException {
    LockSupport.parkNanos(nanos);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while waiting for the server");
    }
  }

  private boolean launched(int port) throws IOException, DatabaseUnavailable {
    ServerSettings.write(folder.data(), port);
    if (Files.exists(folder.log()) && Files.size(folder.log()) > LOG_BYTES_MAX) {
      Path former = folder.path().resolve("server.log.1");
      Files.move(folder.log(), former, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = List.of("start", "-D", folder.data().toString(), "-l", folder.log().toString());
    List<String> patient = new ArrayList<>(command);
    patient.addAll(List.of("-w", "-t", String.valueOf(START_SECONDS_MAX)));
    return pgCtl(patient).status() == 0;
  }

  /** After a kill of the server's first process its others may work on for a moment; no start before they end. */
  private boolean orphansAtWork() throws IOException {
    return logEnd().contains("shared memory block");
  }

  private ServerCommand pgCtl(List<String> arguments) throws IOException, DatabaseUnavailable {
    List<String> command = new ArrayList<>(List.of(ServerPrograms.unpacked(folder.path()).path("pg_ctl")));
    command.addAll(arguments);
    return ServerCommand.run(ServerAccount.of(folder.path()).command(command));
  }

  /** Makes the warehouse's database when it is missing; false when the server does not answer yet. */
  private boolean madeDatabase(int port) throws IOException, DatabaseUnavailable {
    DatabaseAddress maintenance = new DatabaseAddress(url(port, "postgres"), ServerSettings.OWNER, folder.password());
    try (Connection connection = maintenance.open();
        Statement statement = connection.createStatement()) {
      if (!databaseExists(statement)) {
        statement.execute("create database " + ServerSettings.DATABASE);
      }
      return true;
    } catch (SQLException e) {
      return notYet(e, maintenance);
    }
  }

  private static boolean databaseExists(Statement statement) throws SQLException {
    String question = "select 1 from pg_database where datname = '" + ServerSettings.DATABASE + "'";
    try (ResultSet row = statement.executeQuery(question)) {
      return row.next();
    }
  }

  private DatabaseAddress address(int port) throws IOException {
    return new DatabaseAddress(url(port, ServerSettings.DATABASE), ServerSettings.OWNER, folder.password());
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://" + ServerSettings.ADDRESS + ":" + port + "/" + database;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(ServerSettings.ADDRESS))) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFreePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(ServerSettings.ADDRESS))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port on " + ServerSettings.ADDRESS, e);
    }
  }

  private DatabaseUnavailable notStarted() throws IOException {
    return new DatabaseUnavailable(
        DatabaseUnavailable.Reason.NOT_STARTED, null, folder.log().toString(), logEnd());
  }

  private String logEnd() throws IOException {
    return Files.exists(folder.log())
        ? lastLines(Files.readAllLines(folder.log(), StandardCharsets.ISO_8859_1))
        : "";
  }

  private static String lastLines(List<String> lines) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
  }

  private DatabaseUnavailable denied(AccessDeniedException cause) throws IOException {
    String path = folder.path().toString();
    if (!Files.exists(folder.path())) {
      return new DatabaseUnavailable(DatabaseUnavailable.Reason.FOLDER, cause, path, cause.toString());
    }
    String owner = Files.getOwner(folder.path()).getName();
    return new DatabaseUnavailable(DatabaseUnavailable.Reason.OTHER_OWNER, cause, path, owner);
  }
}
