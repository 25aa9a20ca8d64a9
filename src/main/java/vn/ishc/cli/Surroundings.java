package vn.ishc.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the process was given by whoever called it.
 *
 * @param out for answers
 * @param err for complaints and progress
 * @param in for statements read from another program
 * @param environment the environment variables
 * @param root the top folder of the product
 * @param terminals which of the three streams are a terminal, as the launcher found: those of the digits 0, 1, 2
 */
public record Surroundings(
    PrintStream out, PrintStream err, InputStream in, Map<String, String> environment, Path root, String terminals) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Those of this process. Java's own console cannot tell: newer versions have one even when nobody is there. */
  public static Surroundings ofProcess() {
    String terminals = System.getProperty("ishc.terminals", "");
    boolean watched = terminals.contains("1");
    OutputStream buffer = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES);
    return new Surroundings(
        new PrintStream(buffer, watched, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.in,
        System.getenv(),
        Path.of(System.getProperty("ishc.root", "")).toAbsolutePath(),
        terminals);
  }

  /** Whether the stream of that number is a terminal. */
  boolean terminal(int stream) {
    return terminals.contains(Integer.toString(stream));
  }
}
