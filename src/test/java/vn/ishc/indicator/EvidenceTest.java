package vn.ishc.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.ishc.indicator.World.H1;
import static vn.ishc.indicator.World.member;
import static vn.ishc.indicator.World.members;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.ishc.indicator.EvidenceRow.Kind;

@ExtendWith(World.Each.class)
class EvidenceTest {
  private static final LocalDate NEW = LocalDate.of(2022, 9, 16);

  private static List<EvidenceRow> explain(World world, String indicator, String area) {
    return new Evidence(world.definitions).explain(world.dsl, indicator, H1, area);
  }

  private static EvidenceSummary summary(World world, String indicator, String area) {
    return new Evidence(world.definitions)
        .summary(world.dsl, indicator, H1, area, explain(world, indicator, area))
        .orElseThrow();
  }

  @Test
  void aShareOfMembersPointsToTheRowsOfTheRoster(World world) {
    world.withRoster(
        "429-17911-xom-2",
        "2025-H1",
        NEW,
        member(1, "poor"),
        member(2, "priority"),
        member(3, "poor"),
        member(4, "poor"));
    world.refresh();
    EvidenceRow row = explain(world, "I29", "429").getFirst();
    assertThat(row.clubCode()).contains("429-17911-xom-2");
    assertThat(row.numerator().orElseThrow()).isEqualByComparingTo("3");
    assertThat(row.denominator().orElseThrow()).isEqualByComparingTo("4");
    EvidenceRow.Source source = row.source().orElseThrow();
    assertThat(source.place())
        .isEqualTo("DS hoi vien 429-17911-xom-2 2025-H1.xlsx › Hội viên › 7, 9, 10");
    assertThat(source.otherRows()).containsExactly(8);
    assertThat(source.submitter()).isEqualTo("huyen-429");
  }

  @Test
  void clubsWithoutRosterAreNamed(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, members(1, 50, "woman"));
    world.withoutRoster("429-17911-xom-5", "2025-H1", NEW);
    world.withoutRoster("417-16837-ban-na", "2025-H1", NEW);
    world.refresh();
    assertThat(explain(world, "I07", "429"))
        .extracting(EvidenceRow::kind, row -> row.clubCode().orElseThrow())
        .containsExactly(
            tuple(Kind.COUNTED, "429-17911-xom-2"), tuple(Kind.WITHOUT_ROSTER, "429-17911-xom-5"));
    EvidenceSummary summary = summary(world, "I07", "40");
    assertThat(summary.clubsCounted()).isEqualTo(1);
    assertThat(summary.clubsWithoutRoster()).isEqualTo(2);
    assertThat(summary.files()).isEqualTo(3);
  }

  @Test
  void aRosterCarriedForwardIsMarked(World world) {
    world.club("429-17911-xom-2", "2025-H1", NEW, "active");
    world.roster("429-17911-xom-2", "2025-H1", "2024-H2", NEW, members(1, 50, ""));
    world.refresh();
    EvidenceRow row = explain(world, "I12", "429").getFirst();
    assertThat(row.carriedForward()).isTrue();
    assertThat(row.rosterPeriod()).contains("2024-H2");
    assertThat(summary(world, "I12", "429").clubsCarriedForward()).isEqualTo(1);
  }

  @Test
  void aPersonToldTwiceIsSaid(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, members(1, 3, "woman"));
    world.withRoster("429-17911-xom-3", "2025-H1", NEW, members(3, 3, "woman"));
    world.refresh();
    assertThat(summary(world, "I30", "429").personsTwice()).isEqualTo(1);
    assertThat(summary(world, "I05", "429").personsTwice()).isEqualTo(1);
    assertThat(summary(world, "I07", "429").personsTwice()).isZero();
  }

  @Test
  void refusedRowsOfTheSameSheetAreCounted(World world) {
    String file = world.withRoster("429-17911-xom-2", "2025-H1", NEW, members(1, 3, "woman"));
    for (int i = 0; i < 3; i++) {
      world.dsl.execute(
          "insert into ops.finding (file_id, finding_no, sheet, row_number, code, severity,"
              + " message_vi, message_en) values (?, ?, ?, ?, 'C01', ?, '', '')",
          file,
          i + 1,
          "Hội viên",
          10 + i / 2,
          i == 2 ? "warning" : "error");
    }
    world.refresh();
    assertThat(explain(world, "I30", "429").getFirst().source().orElseThrow().refusedRows())
        .isEqualTo(1);
    assertThat(summary(world, "I30", "429").refusedRows()).isEqualTo(1);
  }

  @Test
  void whatIsCountedAddsUpToEveryFigure(World world) {
    SmallProvince.fill(world);
    world.refresh();
    for (IndicatorDefinition definition : world.definitions) {
      for (String area : List.of("40", "429", "417", "432")) {
        addsUp(world, definition, area);
      }
    }
  }

  @Test
  void repaymentsThatTellWhatIsOutstandingAreShown(World world) {
    SmallProvince.fill(world);
    String book = world.file("huyen-429", "So thu no.xlsx");
    repayment(world, 34, "2025-11-05", book, 9);
    repayment(world, 34, "2026-01-05", book, 10);
    repayment(world, 1, "2025-11-05", book, 11);
    world.refresh();
    assertThat(repayments(world)).as("the ledger tells it").isEmpty();
    world.dsl.execute("update core.fact_loan_period set outstanding_source = 'repayments'");
    assertThat(repayments(world))
        .hasSize(5)
        .allMatch(place -> place.endsWith("So thu no.xlsx › Thu nợ › 9"));
  }

  private static void repayment(World world, long loan, String on, String file, int row) {
    world.dsl.execute(
        "insert into core.fact_loan_repayment (loan_key, loan_match, person_key, person_match,"
            + " date_key, paid_on, principal, file_id, table_no, sheet, row_number)"
            + " values (?, 'exact', ?, 'loan', -1, ?::date, 100000, ?, 1, 'Thu nợ', ?)",
        loan,
        loan,
        on,
        file,
        row);
  }

  private static List<String> repayments(World world) {
    return Stream.of("I13", "I13b", "I14b", "I15", "I16", "I16b")
        .flatMap(
            code ->
                new Evidence(world.definitions)
                    .explain(world.dsl, code, World.H2, "429").stream()
                        .filter(row -> row.feed().equals("loan-repayment"))
                        .map(row -> code + " " + row.source().orElseThrow().place()))
        .toList();
  }

  private static void addsUp(World world, IndicatorDefinition definition, String area) {
    String code = definition.code();
    if (List.of("I01", "I02", "I02b", "I21").contains(code)) {
      return; // districts and quarters are no sum of rows
    }
    IndicatorRow figure =
        new IndicatorTable(world.definitions)
            .read(world.dsl, World.H2, area).stream()
                .filter(row -> row.definition().code().equals(code))
                .findFirst()
                .orElseThrow();
    List<EvidenceRow> counted =
        new Evidence(world.definitions)
            .explain(world.dsl, code, World.H2, area).stream()
                .filter(row -> row.kind() == Kind.COUNTED)
                .toList();
    BigDecimal numerator =
        counted.stream()
            .flatMap(row -> row.numerator().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal denominator =
        counted.stream()
            .flatMap(row -> row.denominator().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(numerator)
        .as(code + " " + area)
        .isEqualByComparingTo(figure.numerator().orElseThrow());
    figure
        .denominator()
        .ifPresent(
            whole -> assertThat(denominator).as(code + " of, " + area).isEqualByComparingTo(whole));
    assertThat(
            counted.stream()
                .flatMap(row -> row.source().stream())
                .map(EvidenceRow.Source::fileName))
        .allMatch(Objects::nonNull);
  }
}
