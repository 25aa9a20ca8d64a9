package vn.ishc.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndicatorReaderTest {
  private static IndicatorDefinitions read(String text) {
    return new IndicatorReader("indicators.yml").read(new StringReader(text));
  }

  @Test
  void thirtyOneIndicatorsAreMeasured() throws IOException {
    List<String> official =
        IndicatorDefinitions.read(Path.of("jobs/indicators.yml")).all().stream()
            .filter(definition -> definition.readingOf().isEmpty() && definition.partOf().isEmpty())
            .map(IndicatorDefinition::code)
            .toList();
    assertThat(official).containsExactlyElementsOf(IntStream.rangeClosed(1, 31).mapToObj(i -> "I%02d".formatted(i)).toList());
  }

  @Test
  void clubsHaveTheFiguresThatAreDefinedForThem() throws IOException {
    assertThat(IndicatorDefinitions.read(Path.of("jobs/indicators.yml")).all().stream().filter(IndicatorDefinition::perClub))
        .extracting(IndicatorDefinition::code)
        .containsExactly("I12", "I13", "I15", "I17", "I18", "I29", "I30", "I31");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    indicators:
                      - {code: X1, name: {vi: a}, definition: {vi: a, en: b}, unit: percent, clause: a, colour: red}
                      - {code: I02, name: {vi: a, en: b}, definition: {vi: a, en: b}, unit: share, clause: a, levels: [hamlet],
                         target: {rule: between, value: 0.6}, reading_of: I99}
                      - {code: I02, name: {vi: a, en: b}, definition: {vi: a, en: b}, unit: share, clause: a,
                         target: {rule: at_least, value: viel, district_measure: cows}}
                      - nothing
                    """))
        .hasMessageContainingAll(
            "indicators.yml › X1: a code looks like I13 or I13b",
            "X1: knows no colour",
            "X1: name needs vi and en",
            "X1: unit is unknown: percent",
            "I02: levels knows province, district, club, not: hamlet",
            "I02 › target: the rule between has an upper bound",
            "I02 › target: value is no number: viel",
            "I02: district_measure is unknown: cows",
            "I02: stands twice",
            "indicators: every entry is a mapping, not: nothing");
  }

  @Test
  void anotherReadingNeedsItsIndicator() {
    assertThatThrownBy(
            () ->
                read(
                    "indicators:\n  - {code: I02b, name: {vi: a, en: b}, definition: {vi: a, en: b}, unit: share, clause: a, reading_of: I02}"))
        .hasMessage("indicators.yml › I02b: speaks of I02, which is not there");
  }

  @Test
  void whatIsNoListIsSaid() {
    assertThatThrownBy(() -> read("x: 1")).hasMessage("indicators.yml › indicators: is missing, or no list");
    assertThatThrownBy(() -> read("x: [")).hasMessageStartingWith("indicators.yml: is not YAML");
  }
}
