package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher around a small program, with a Maven that only copies. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path folder;
  private final Map<Long, Path> logs = new HashMap<>();
  private Path top;

  @BeforeEach
  void product() throws IOException {
    top = Files.createDirectories(folder.resolve("kho dữ liệu"));
    Files.copy(Path.of("ishc"), top.resolve("ishc"));
    assertThat(top.resolve("ishc").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(top.resolve("src/main/java"));
    Files.createDirectories(top.resolve("sql"));
    Files.writeString(top.resolve("pom.xml"), "<project/>");
    Files.writeString(top.resolve("src/main/java/A.java"), "class A {}");
    packed(top.resolve("packed.jar"));
    script(top.resolve("mvnw"), """
        echo built >> builds.log
        [ ! -f fail ] || { echo "no such symbol"; exit 1; }
        cp packed.jar target/ishc.jar
        cp packed.jar target/ishc.jar.original
        touch -t 202601010000 target/ishc.jar
        """);
  }

  private static void packed(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoProgram.class.getName());
    String entry = EchoProgram.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream program = EchoProgram.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      program.transferTo(out);
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Run run(Map<String, String> environment, Path from, Path launcher, String... words) throws Exception {
    return finished(started(environment, from, launcher, words));
  }

  private Run run(String... words) throws Exception {
    return run(Map.of(), top, top.resolve("ishc"), words);
  }

  private Process started(Map<String, String> environment, Path from, Path launcher, String... words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    Path log = Files.createTempFile(folder, "err", ".log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile()).redirectError(log.toFile());
    builder.environment().put("ISHC_JAVA", System.getProperty("java.home"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    Process process = builder.start();
    logs.put(process.pid(), log);
    return process;
  }

  private Run finished(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return new Run(status, out, Files.readString(logs.get(process.pid())));
  }

  private long builds() throws IOException {
    try (var lines = Files.lines(top.resolve("builds.log"))) {
      return lines.count();
    }
  }

  @Test
  void itBuildsWhatIsMissingOrOlderThanItsSourcesAndNothingElse() throws Exception {
    Run first = run("status");
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.err()).contains("đang dựng").hasLineCount(1);
    assertThat(run("status").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);

    Files.setLastModifiedTime(top.resolve("target/ishc.jar.original"), FileTime.from(Instant.EPOCH));
    assertThat(run("status", "--lang", "en").err()).contains("building").hasLineCount(1);
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(started(Map.of(), top, top.resolve("ishc"), "status"));
    }
    for (Process each : both) {
      Run run = finished(each);
      assertThat(run.status()).as(run.err()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aBuildThatFailsSaysSoAndLeavesNothingToRun() throws Exception {
    Files.writeString(top.resolve("fail"), "");
    Run run = run("--lang=en", "status");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no such symbol", "the build failed");
  }

  @Test
  void aJavaTooOldIsPassedOverAndTheOneOnThePathIsFound() throws Exception {
    Path old = folder.resolve("jdk-17");
    script(old.resolve("bin/java"), "exit 99\n");
    Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
    String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
    Map<String, String> environment = Map.of("ISHC_JAVA", "", "JAVA_HOME", old.toString(), "PATH", path);
    Run run = run(environment, top, top.resolve("ishc"), "status");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("word=status");
  }

  @Test
  void aGivenJavaThatIsTooOldIsNamed() throws Exception {
    Path old = folder.resolve("java-8");
    script(old.resolve("bin/java"), "echo 'openjdk version \"1.8.0_402\"' >&2\n");
    Run run = run(Map.of("ISHC_JAVA", old.toString()), top, top.resolve("ishc"), "status", "--lang", "en");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("needs Java 21", "java-8 (1.8.0_402)");
  }

  @Test
  void itWorksFromAnyFolderThroughLinksWithSpacesAndVietnameseNamesInAnyLocale() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("second"), top.resolve("ishc"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of(link.getFileName().toString()));
    Path from = Files.createDirectories(folder.resolve("chỗ khác"));
    Files.writeString(from.resolve("sổ quỹ.xlsx"), "x");
    Run run = run(Map.of("LC_ALL", "C"), from, first, "check", "a  b", "sổ quỹ.xlsx");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("word=a  b\n", "word=s\\u1ed5 qu\\u1ef9.xlsx\n", "exists=true", "stdout.encoding=UTF-8")
        .contains("user.timezone=Asia/Ho_Chi_Minh")
        .containsPattern("ishc.root=.*kho d\\\\u1eef li\\\\u1ec7u\n")
        .containsPattern("user.dir=.*ch\\\\u1ed7 kh\\\\u00e1c\n");
  }

  @Test
  void shortWorkStartsQuicklyAndLongWorkGetsTheWholeCompiler() throws Exception {
    Path big = Files.write(top.resolve("big.xlsx"), new byte[3 << 20]);
    Path little = Files.write(top.resolve("little.xlsx"), new byte[9]);
    assertThat(run("--lang", "en", "status").out()).contains("TieredStopAtLevel=1");
    assertThat(run("check", little.toString()).out()).contains("TieredStopAtLevel=1");
    assertThat(run("check", big.toString()).out()).doesNotContain("TieredStopAtLevel");
    assertThat(run("report", "final").out()).doesNotContain("TieredStopAtLevel");
    Path home = Files.createDirectories(top.resolve("home/inbox"));
    assertThat(run("--home", home.getParent().toString(), "load", little.toString()).out()).contains("TieredStopAtLevel=1");
    Files.write(home.resolve("many.xlsx"), new byte[100 << 20]);
    assertThat(run("--home", home.getParent().toString(), "load").out()).doesNotContain("TieredStopAtLevel");
  }

  @Test
  void moreOptionsForTheJavaMachineAreAppended() throws Exception {
    Map<String, String> environment = Map.of("ISHC_JAVA_OPTS", "-Da.b=c -Xmx99m");
    assertThat(run(environment, top, top.resolve("ishc"), "status").out()).contains("a.b=c\n", "-Xmx99m");
  }
}
