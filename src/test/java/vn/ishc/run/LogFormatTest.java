package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;

@Isolated
class LogFormatTest {
  /** What stands on the standard error after two events, the second with a fault. */
  private static List<String> logged(String format) throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LoggerContext context = new LoggerContext();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
      context.start();
      context.putProperty("ISHC_LOG_FORMAT", format);
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(LogFormatTest.class.getResource("/logback.xml"));
      Logger log = context.getLogger("vn.ishc.run.Serve");
      log.info("{} done {}", "nightly-load", "files 3\nrows \"5\"");
      log.warn("stopping", new IllegalStateException("one\ntwo"));
    } finally {
      context.stop();
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void everyEventIsOneLine() throws Exception {
    List<String> text = logged("text");
    assertThat(text).hasSize(2);
    assertThat(text.getFirst()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d INFO  Serve: nightly-load done files 3 \\| rows \"5\"");
    assertThat(text.getLast()).contains("WARN  Serve: stopping java.lang.IllegalStateException: one | two | at ");
  }

  @Test
  void everyEventIsOneJsonObjectWhereThatIsAskedFor() throws Exception {
    List<String> json = logged("json");
    assertThat(json).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    assertThat(json.getFirst()).contains("\"level\":\"INFO\"", "\"formattedMessage\":\"nightly-load done files 3\\nrows \\\"5\\\"\"").doesNotContain("arguments");
    assertThat(json.getLast()).contains("\"throwable\":");
  }
}
