package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.row.Language;
import vn.ishc.run.Knowledge;

/** A citizen reads words and units, not what the machine stores. */
class HeldValuesTest {
  private static String shown(Language language, String feed, String column, String value) throws IOException {
    Knowledge knowledge = Knowledge.read(TestDatabase.ROOT);
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    return new HeldValues(knowledge.lists(), new Screen(nowhere, nowhere, language, true, false))
        .shown(knowledge.contracts().of(feed).orElseThrow().column(column), value);
  }

  @Test
  void codesAreToldInTheWordsOfTheirLists() throws IOException {
    assertThat(shown(Language.VI, "member-roster", "club_role", "member")).isEqualTo("Thành viên");
    assertThat(shown(Language.VI, "member-roster", "economic_class", "{near_poor,lone}")).isEqualTo("Cận nghèo, Neo đơn");
    assertThat(shown(Language.EN, "member-roster", "economic_class", "{near_poor,lone}")).isEqualTo("Near-poor, Living alone without support");
    assertThat(shown(Language.EN, "member-roster", "club_role", "vice_chair")).isEqualTo("Vice-chairperson");
    assertThat(shown(Language.EN, "loan-ledger", "lender", "no_such_code")).isEqualTo("no such code");
    assertThat(shown(Language.VI, "loan-ledger", "lender", "club_fund")).isEqualTo("Quỹ CLB");
  }

  @Test
  void numbersHaveTheirUnits() throws IOException {
    assertThat(shown(Language.VI, "loan-ledger", "interest_rate_year", "6.0")).isEqualTo("6,0 %/năm");
    assertThat(shown(Language.EN, "loan-ledger", "interest_rate_year", "6.0")).isEqualTo("6.0 % a year");
    assertThat(shown(Language.VI, "loan-ledger", "amount", "5000000")).isEqualTo("5.000.000 đồng");
    assertThat(shown(Language.VI, "loan-ledger", "term_months", "12")).isEqualTo("12 tháng");
    assertThat(shown(Language.VI, "loan-ledger", "disbursed_on", "2025-03-01")).isEqualTo("01/03/2025");
  }
}
