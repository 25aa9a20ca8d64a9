package vn.ishc.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the packed program when the launcher is tested: says how it was called. */
public final class EchoProgram {
  private EchoProgram() {}

  /** Prints the call; unpacks itself when called as Spring Boot's jar tool would be. */
  public static void main(String[] words) throws IOException {
    if (System.getProperty("jarmode") != null) {
      Path folder = Files.createDirectories(Path.of(words[2]));
      Files.copy(Path.of(System.getProperty("java.class.path")), folder.resolve("ishc.jar"));
      return;
    }
    if (Boolean.getBoolean("ishc.training")) {
      return;
    }
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      out.append("word=").append(escaped(word)).append('\n');
    }
    out.append("exists=").append(words.length > 0 && Files.exists(Path.of(words[words.length - 1]))).append('\n');
    for (String key : new String[] {"ishc.root", "user.dir", "user.timezone", "stdout.encoding", "a.b"}) {
      out.append(key).append('=').append(escaped(System.getProperty(key, ""))).append('\n');
    }
    out.append("flags=").append(ManagementFactory.getRuntimeMXBean().getInputArguments()).append('\n');
    System.out.print(out);
  }

  private static String escaped(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars().forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return ascii.toString();
  }
}
