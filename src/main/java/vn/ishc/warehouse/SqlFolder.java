package vn.ishc.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of {@code .sql} files that are run in the order of their names, each one as a whole.
 *
 * @param folder where the files lie
 */
public record SqlFolder(Path folder) {

  /**
   * How long a file took.
   *
   * @param file folder and name
   * @param millis duration in milliseconds
   */
  public record Timing(String file, long millis) {}

  /** The files, in the order of their names. */
  public List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs all files in the connection's transaction, which stays open.
   *
   * @return how long each of them took
   * @throws SetBasedLoadFailed when one of them fails; the transaction must then be rolled back
   */
  public List<Timing> run(Connection connection) {
    List<Timing> timings = new ArrayList<>();
    for (Path file : files()) {
      timings.add(run(connection, file));
    }
    return timings;
  }

  /** Runs the file of that name, as {@link #run(Connection)} would. */
  Timing run(Connection connection, String name) {
    return run(connection, folder.resolve(name));
  }

  private static Timing run(Connection connection, Path file) {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw SetBasedLoadFailed.of(name(file), e);
    }
    return new Timing(name(file), (System.nanoTime() - start) / 1_000_000);
  }

  private static String name(Path file) {
    return file.subpath(file.getNameCount() - 2, file.getNameCount()).toString().replace('\\', '/');
  }
}
