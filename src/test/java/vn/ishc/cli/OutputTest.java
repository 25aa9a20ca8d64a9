package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.ishc.row.Language;

class OutputTest {
  @Test
  void columnsStandUnderEachOtherWhateverTheirAccents() throws IOException {
    StringBuilder out = new StringBuilder();
    TextTable table = new TextTable(out, List.of(TextTable.Column.text("huyện"), TextTable.Column.number("CLB")));
    table.row("Quỳ Châu", "8");
    table.row("Nghi Lo\u0323\u0302c", "1.275"); // the letter and its accents apart
    table.row("漢字", "-3");
    table.end();
    assertThat(out.toString().lines())
        .containsExactly(
            "huyện       CLB",
            "────────  ─────",
            "Quỳ Châu      8",
            "Nghi Lo\u0323\u0302c  1.275",
            "漢字         -3");
  }

  @Test
  void aCellCannotSteerTheTerminal() throws IOException {
    StringBuilder out = new StringBuilder();
    TextTable table = new TextTable(out, List.of(TextTable.Column.text("a")));
    table.row("\u001B[31mđỏ\n\u202Ex\u009B");
    table.end();
    assertThat(out.toString().lines().skip(2)).containsExactly("␛[31mđỏ␊␡x␡");
  }

  @Test
  void rowsBeyondTheMeasuredOnesArePrintedAtOnce() throws IOException {
    StringBuilder out = new StringBuilder();
    TextTable table = new TextTable(out, List.of(TextTable.Column.number("n")));
    for (int i = 0; i < 1000; i++) {
      table.row("1");
    }
    assertThat(out.toString().lines()).hasSize(1002);
    table.row("12345");
    table.end();
    assertThat(out.toString().lines()).hasSize(1003).last().isEqualTo("12345");
  }

  @Test
  void numbersLookAsTheReaderWritesThem() {
    Figures vietnamese = Figures.of(Language.VI);
    Figures english = Figures.of(Language.EN);
    assertThat(vietnamese.text(8450)).isEqualTo("8.450");
    assertThat(english.text(8450)).isEqualTo("8,450");
    assertThat(vietnamese.text(new BigDecimal("65.1"))).isEqualTo("65,1");
    assertThat(vietnamese.text(new BigDecimal("-1234567.50"))).isEqualTo("-1.234.567,50");
    assertThat(vietnamese.text(new BigDecimal("1E+6"))).isEqualTo("1.000.000");
    assertThat(vietnamese.text(new BigDecimal("0.123456789012"))).isEqualTo("0,123456789012");
  }

  @Test
  void csvTellsAbsentFromEmptyAndQuotesWhatItMust() throws IOException {
    StringBuilder out = new StringBuilder();
    new Csv(out).row(Arrays.asList("a", null, "", "b,c", "\"d\"", "e\nf", " g", "=1+1"));
    assertThat(out.toString()).isEqualTo("a,,\"\",\"b,c\",\"\"\"d\"\"\",\"e\nf\",\" g\",=1+1\r\n");
  }

  @Property
  void anotherProgramReadsBackTheJsonWeWrite(@ForAll String key, @ForAll String text, @ForAll long number) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(key, Arrays.asList(text, null, true, number, new BigDecimal("1.50")));
    Object read = JsonMapper.builder().build().readValue(Json.of(object), Map.class).get(key);
    assertThat((List<?>) read).first().isEqualTo(text);
    assertThat(((List<?>) read).get(1)).isNull();
    assertThat(((Number) ((List<?>) read).get(3)).longValue()).isEqualTo(number);
  }

  @Test
  void jsonHasNoNumberForWhatIsNone() {
    assertThat(Json.of(Arrays.asList(Double.NaN, 1.5, List.of(), Map.of()))).isEqualTo("[\"NaN\",1.5,[],{}]");
  }

  @Test
  void progressIsLinesWhereNobodyWatchesAndNothingWhenQuiet() {
    assertThat(progress(false, false)).isEqualTo("nạp 100/1.000\nnạp 500/1.000\nnạp 1.000/1.000\n");
    assertThat(progress(true, false)).isEmpty();
    assertThat(progress(false, true)).startsWith("\rnạp ███░").endsWith("\r\u001B[K").doesNotContain("\n");
  }

  private static String progress(boolean quiet, boolean watched) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (ProgressBar bar = new ProgressBar(new Screen(err, err, Language.VI, quiet, watched), "nạp", 1000)) {
      for (int more : List.of(100, 50, 350, 500)) {
        bar.advance(more);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
