package vn.ishc.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Readers fed by Jazzer, which sees what code a file reaches and makes the next one from those that reached something new. Of a zip one part is spoiled: the first
 * byte of an input says which, and the workbook is packed around it, so that the reader gets to see it.
 *
 * <p>{@code java -cp … vn.ishc.fuzz.GuidedFuzz TARGET SECONDS FOLDER}; what Jazzer has found worth keeping stays in the folder and is where the next run begins.
 */
public final class GuidedFuzz {
  private static final String TARGET = "ishc.fuzz.target";
  private static final int LENGTH_MAX = 100_000;
  private static final int PARTS_MAX = 200;

  private static Target target = Target.CONTRACT;
  private static Path folder = Path.of("");
  private static Map<String, byte[]> whole = Map.of();

  private GuidedFuzz() {}

  /** Called by Jazzer, once. */
  public static void fuzzerInitialize() throws IOException {
    target = Target.valueOf(System.getProperty(TARGET));
    folder = Files.createTempDirectory("ishc-fuzz");
    if (target.isZip()) {
      whole = parts(target.seeds(folder).getFirst());
    }
  }

  /** Called by Jazzer for every input; whatever this throws is a finding. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    target.read(whole.isEmpty() ? input : packed(input), folder);
  }

  private static byte[] packed(byte[] input) throws IOException {
    List<String> names = List.copyOf(whole.keySet());
    String spoiled = names.get(input.length == 0 ? 0 : Byte.toUnsignedInt(input[0]) % names.size());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> part : whole.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getKey().equals(spoiled) ? Arrays.copyOfRange(input, Math.min(1, input.length), input.length) : part.getValue());
      }
    }
    return packed.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] sound) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sound))) {
      for (ZipEntry part = zip.getNextEntry(); part != null && parts.size() < PARTS_MAX; part = zip.getNextEntry()) {
        parts.put(part.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  /** What Jazzer begins with: sound files, or the parts of one. */
  private static void seed(Path corpus) throws IOException {
    Files.createDirectories(corpus);
    List<byte[]> seeds = target.seeds(folder);
    if (!target.isZip()) {
      for (int i = 0; i < seeds.size(); i++) {
        Files.write(corpus.resolve("seed-" + i), seeds.get(i));
      }
      return;
    }
    List<byte[]> parts = new ArrayList<>(parts(seeds.getFirst()).values());
    for (int i = 0; i < parts.size(); i++) {
      ByteArrayOutputStream part = new ByteArrayOutputStream();
      part.write(i);
      part.write(parts.get(i));
      Files.write(corpus.resolve("seed-" + i), part.toByteArray());
    }
  }

  /** Starts Jazzer in a process of its own, for it has to be there before the classes it watches. Ends as it does: with 0 when nothing broke. */
  public static void main(String[] args) throws Exception {
    System.exit(run(Target.valueOf(args[0]), Integer.parseInt(args[1]), Path.of(args[2]), List.of()).waitFor());
  }

  /** Jazzer at work, for so many seconds. */
  static Process run(Target fed, int seconds, Path home, List<String> more) throws IOException {
    Path corpus = home.toAbsolutePath().resolve(fed.name().toLowerCase(Locale.ROOT));
    target = fed;
    folder = Files.createDirectories(home);
    seed(corpus);
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+EnableDynamicAgentLoading"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-D" + TARGET + "=" + fed.name(), "-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            Jazzer.class.getName(), "--target_class=" + GuidedFuzz.class.getName(), "--instrumentation_includes=vn.ishc.**", "--custom_hook_includes=vn.ishc.**",
            "--reproducer_path=" + folder.toAbsolutePath(), "-artifact_prefix=" + folder.toAbsolutePath() + "/", "-max_len=" + LENGTH_MAX,
            "-max_total_time=" + seconds, "-timeout=" + TimeUnit.MINUTES.toSeconds(1), "-rss_limit_mb=4096", "-print_final_stats=1"));
    command.addAll(more);
    command.add(corpus.toString());
    return new ProcessBuilder(command).directory(Path.of("").toAbsolutePath().toFile()).redirectErrorStream(true).redirectOutput(home.resolve(fed.name() + ".log").toFile()).start();
  }
}
