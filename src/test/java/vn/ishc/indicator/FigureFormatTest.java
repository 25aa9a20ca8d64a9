package vn.ishc.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(World.Each.class)
class FigureFormatTest {
  private static final FigureFormat VI = FigureFormat.of(true);
  private static final FigureFormat EN = FigureFormat.of(false);

  @Test
  void numbersHaveTheStyleOfTheLanguage() {
    assertThat(VI.number(new BigDecimal("8450"))).isEqualTo("8.450");
    assertThat(EN.number(new BigDecimal("8450"))).isEqualTo("8,450");
    assertThat(VI.number(new BigDecimal("611700000"))).isEqualTo("611.700.000");
  }

  @Test
  void sharesHaveAtMostOneDecimal() {
    assertThat(VI.share(5500 / 8450.0)).isEqualTo("65,1 %");
    assertThat(EN.share(5500 / 8450.0)).isEqualTo("65.1%");
    assertThat(VI.share(1)).isEqualTo("100 %");
    assertThat(VI.share(0.7)).isEqualTo("70 %");
    assertThat(VI.share(0.00051)).isEqualTo("0,1 %");
    assertThat(VI.share(0)).isEqualTo("0 %");
  }

  @Test
  void rowNumbersAreToldInFewWords() {
    assertThat(RowNumbers.text(List.of(8, 9, 10, 12, 14, 15))).isEqualTo("8–10, 12, 14, 15");
    assertThat(RowNumbers.text(List.of(5, 3, 4, 4))).isEqualTo("3–5");
    assertThat(RowNumbers.text(List.of())).isEmpty();
  }

  @Test
  void theTableOfADistrictIsInTheOrderOfThePlan(World world) {
    SmallProvince.fill(world);
    world.refresh();
    List<IndicatorRow> rows = new IndicatorTable(world.definitions).read(world.dsl, World.H2, "429");
    assertThat(rows).extracting(row -> row.definition().code()).startsWith("I01", "I02", "I02b", "I03").isSorted().doesNotContain("I21");
    IndicatorRow women = rows.stream().filter(row -> row.definition().code().equals("I30")).findFirst().orElseThrow();
    assertThat(VI.value(women)).isEqualTo("60 %");
    assertThat(VI.target(women)).isEqualTo("60–70 %");
    assertThat(EN.target(women)).isEqualTo("60–70%");
    assertThat(women.areaName()).isEqualTo("Nghi Lộc");
    IndicatorRow reports = rows.stream().filter(row -> row.definition().code().equals("I29")).findFirst().orElseThrow();
    assertThat(VI.target(reports)).isEqualTo("–");
    assertThat(new IndicatorTable(world.definitions).latest(world.dsl)).contains(World.H2);
    assertThat(new IndicatorTable(world.definitions).days(world.dsl)).containsExactly(World.H1, World.H2);
  }

  @Test
  void noFiguresNoTable(World world) {
    assertThat(new IndicatorTable(world.definitions).latest(world.dsl)).isEmpty();
    assertThat(new IndicatorTable(world.definitions).read(world.dsl, World.H2, "40")).isEmpty();
  }
}
