package vn.ishc.warehouse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one of the server's programs answered.
 *
 * @param status its exit status; 0 is well
 * @param output what it printed on both streams
 */
record ServerCommand(int status, String output) {
  private static final Path ANYBODY_MAY_BE_HERE = Path.of("/");

  /**
   * Runs a program to its end. Its output goes through a file, not a pipe: the server it starts outlives it, and some
   * systems would leave the pipe open with it.
   */
  static ServerCommand run(List<String> command) throws IOException {
    Path output = Files.createTempFile("ishc-", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      if (Files.isDirectory(ANYBODY_MAY_BE_HERE)) {
        builder.directory(ANYBODY_MAY_BE_HERE.toFile());
      }
      builder.environment().keySet().removeIf(ServerCommand::steersPostgres);
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      process.getOutputStream().close();
      int status = process.waitFor();
      return new ServerCommand(status, Files.readString(output, StandardCharsets.ISO_8859_1).strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(command.getFirst()).initCause(e);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static boolean steersPostgres(String variable) {
    return variable.startsWith("PG") || variable.startsWith("LC_") || variable.equals("TZ");
  }
}
