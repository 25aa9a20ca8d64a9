package vn.ishc.warehouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in the data folder says; PostgreSQL writes it when it starts and removes it when it
 * stops, so after a crash it stays behind. Lines: process, data folder, start time, port, socket folder, listen
 * address, shared memory, state.
 *
 * @param data the data folder
 * @param pid the process
 * @param port its port; 0 while it is not known yet
 */
record PostmasterFile(Path data, long pid, int port) {
  /** No system hands out a process number so high, so PostgreSQL finds that nobody is there. */
  private static final String NOBODY = Integer.toString(Integer.MAX_VALUE);

  private static final int PORT_LINE = 3;

  /** Reads the file; empty when there is none or it is only half written. */
  static Optional<PostmasterFile> of(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file(data), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    long pid = lines.isEmpty() ? 0 : number(lines.getFirst());
    int port = lines.size() > PORT_LINE ? (int) number(lines.get(PORT_LINE)) : 0;
    return pid > 0 ? Optional.of(new PostmasterFile(data, pid, port)) : Optional.empty();
  }

  private static Path file(Path data) {
    return data.resolve("postmaster.pid");
  }

  private static long number(String line) {
    String text = line.strip();
    return text.matches("[0-9]{1,10}") ? Long.parseLong(text) : 0;
  }

  /** Whether a process of that number lives and may be the server of this folder. */
  boolean alive() {
    return ProcessHandle.of(pid)
        .filter(process -> process.isAlive() && !stranger(process.info()))
        .isPresent();
  }

  /** After a crash or a restart of the machine the number may be another program's, or another folder's server's. */
  private boolean stranger(ProcessHandle.Info process) {
    Optional<String> program = process.command().map(path -> path.toLowerCase(Locale.ROOT));
    if (program.isPresent() && !program.get().contains("postgres")) {
      return true;
    }
    Optional<String[]> arguments = process.arguments();
    return arguments.isPresent() && Arrays.stream(arguments.get()).noneMatch(this::namesThisFolder);
  }

  private boolean namesThisFolder(String argument) {
    try {
      return Files.isSameFile(Path.of(argument), data);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Makes a file left by a crash harmless, for its process number may live on in another program, and PostgreSQL would
   * refuse to start. The other lines stay, because by them PostgreSQL makes sure that no orphan of the old server still
   * works here.
   */
  static void disown(Path data) throws IOException {
    if (of(data).isEmpty()) {
      Files.deleteIfExists(file(data));
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file(data), StandardCharsets.ISO_8859_1));
    lines.set(0, NOBODY);
    Files.write(file(data), lines, StandardCharsets.ISO_8859_1);
  }
}
