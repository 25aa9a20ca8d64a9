package vn.ishc.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.conform.CleanContext;
import vn.ishc.conform.CleanRow;
import vn.ishc.clean.Dates;
import vn.ishc.clean.NationalId;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contract.RuleSpec;
import vn.ishc.feed.RuleKind;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Value;

/** The cross-column checks of a contract, on one row. Contradictions are warnings; where the pair cannot be trusted both values are emptied. */
public final class RowRules {
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final int AGE_MAX = 100;
  private static final int AGE_MIN = 16;
  private static final BigDecimal BMI_TOLERANCE = new BigDecimal("0.5");

  private record Rule(RuleKind kind, int[] columns) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private final Contract contract;
  private final CleanContext context;
  private final int[] sheetColumns;
  private final List<Rule> rules = new ArrayList<>();

  /** Prepares the rules of a table's contract. */
  public RowRules(FoundTable table, CleanContext context) {
    this.contract = table.contract();
    this.context = context;
    this.sheetColumns = new int[contract.columns().size()];
    for (Column column : contract.columns()) {
      sheetColumns[column.index()] = table.binding(column).map(b -> b.sheetColumn()).orElse(-1);
    }
    for (RuleSpec spec : contract.rules()) {
      int[] columns = spec.columns().stream().mapToInt(name -> contract.column(name).map(Column::index).orElseThrow()).toArray();
      rules.add(new Rule(spec.rule(), columns));
    }
  }

  /** Adds what the rules find to the row's findings; may empty values of the row. */
  public void check(CleanRow row) {
    for (Rule rule : rules) {
      apply(rule, row);
    }
  }

  private void apply(Rule rule, CleanRow row) {
    int[] at = rule.columns();
    switch (rule.kind()) {
      case PART_OF -> notAbove(row, at, FindingCode.PART_OVER_WHOLE);
      case NOT_ABOVE -> notAbove(row, at, FindingCode.OUTSTANDING_OVER_AMOUNT);
      case LEFT_AFTER_JOINED -> ordered(row, at, FindingCode.LEFT_BEFORE_JOINED);
      case DUE_AFTER_DISBURSED -> ordered(row, at, FindingCode.DUE_BEFORE_DISBURSED);
      case WITHIN_PERIOD -> withinPeriod(row, at[0]);
      case SEX_MATCHES_ID -> sexMatchesId(row, at);
      case BIRTH_MATCHES_ID -> birthMatchesId(row, at);
      case SUM_OF -> sumOf(row, at);
      case SYSTOLIC_OVER_DIASTOLIC -> pressure(row, at);
      case BMI_MATCHES -> bmi(row, at);
      case AGE_PLAUSIBLE -> age(row, at[0]);
      case AT_MOST_ONE -> atMostOne(row, at);
    }
  }

  private void add(CleanRow row, FindingCode code, int column, String found, String... details) {
    Column of = contract.columns().get(column);
    row.findings()
        .add(
            new Finding(
                code, code.severity(), context.sheet(), row.raw().number(), sheetColumns[column], of.name(), found, List.of(details), of.type().personal()));
  }

  private void notAbove(CleanRow row, int[] at, FindingCode code) {
    if (row.values()[at[0]] instanceof Value.Whole part
        && row.values()[at[1]] instanceof Value.Whole whole
        && part.number() > whole.number()) {
      Column a = contract.columns().get(at[0]);
      Column b = contract.columns().get(at[1]);
      add(row, code, at[0], "", a.labelVi(), "" + part.number(), b.labelVi(), "" + whole.number(), a.labelEn(), b.labelEn());
    }
  }

  private void ordered(CleanRow row, int[] at, FindingCode code) {
    if (row.values()[at[0]] instanceof Value.Date first
        && row.values()[at[1]] instanceof Value.Date then
        && then.date().to().isBefore(first.date().from())) {
      add(row, code, at[1], "");
      empty(row, at);
    }
  }

  private void withinPeriod(CleanRow row, int at) {
    if (row.values()[at] instanceof Value.Date date && date.date().from().isAfter(context.asOf()) && !suspected(row, at)) {
      Optional<LocalDate> other = Dates.swapSuspected(date.date().from(), FIRST_DAY, context.asOf());
      if (row.raw().cell(Math.max(0, sheetColumns[at])) instanceof Cell.Numeric && other.isPresent()) {
        // Excel may have exchanged day and month of a true date: told, never exchanged.
        String read = shown(date.date().from());
        add(row, FindingCode.DATE_SWAP_SUSPECTED, at, read, read, shown(other.get()));
        return;
      }
      add(row, FindingCode.AFTER_PERIOD, at, shown(date.date().from()), shown(context.asOf()));
    }
  }

  /** A date whose day and month may have changed places is told as such, not as too late as well. */
  private boolean suspected(CleanRow row, int at) {
    String name = contract.columns().get(at).name();
    return row.findings().stream().anyMatch(f -> f.code() == FindingCode.DATE_SWAP_SUSPECTED && f.columnName().equals(name));
  }

  private void sexMatchesId(CleanRow row, int[] at) {
    if (row.values()[at[0]] instanceof Value.Code sex && cccd(row.values()[at[1]]) instanceof String id) {
      String told = NationalId.sexOf(id).code();
      if (!told.equals(sex.code())) {
        add(row, FindingCode.SEX_VS_ID, at[0], "", vi(sex.code()), vi(told), sex.code(), told);
      }
    }
  }

  private void birthMatchesId(CleanRow row, int[] at) {
    if (row.values()[at[0]] instanceof Value.Date birth && cccd(row.values()[at[1]]) instanceof String id) {
      int told = NationalId.birthYearOf(id);
      if (told != birth.date().year()) {
        add(row, FindingCode.BIRTH_VS_ID, at[0], "", "" + birth.date().year(), "" + told);
      }
    }
  }

  private static @Nullable String cccd(Value value) {
    if (value instanceof Value.Text text) {
      String id = text.text().length() > 12 ? text.text().substring(text.text().length() - 12) : text.text();
      return id.length() == 12 ? id : null;
    }
    return null;
  }

  private void sumOf(CleanRow row, int[] at) {
    if (!(row.values()[at[0]] instanceof Value.Whole total)) {
      return;
    }
    long sum = 0;
    int known = 0;
    for (int i = 1; i < at.length; i++) {
      if (row.values()[at[i]] instanceof Value.Whole part) {
        sum += part.number();
        known++;
      }
    }
    if (known == at.length - 1 && sum != total.number()) {
      add(row, FindingCode.SUM_DIFFERS, at[0], "" + total.number(), "" + sum);
    }
  }

  private void pressure(CleanRow row, int[] at) {
    if (row.values()[at[0]] instanceof Value.Whole high
        && row.values()[at[1]] instanceof Value.Whole low
        && high.number() <= low.number()) {
      add(row, FindingCode.PRESSURE_INVERTED, at[0], high.number() + "/" + low.number());
      empty(row, at);
    }
  }

  private void bmi(CleanRow row, int[] at) {
    if (row.values()[at[0]] instanceof Value.Decimal bmi
        && row.values()[at[1]] instanceof Value.Decimal height
        && row.values()[at[2]] instanceof Value.Decimal weight
        && height.number().signum() > 0) {
      BigDecimal metres = height.number().movePointLeft(2);
      BigDecimal expected = weight.number().divide(metres.multiply(metres), 2, RoundingMode.HALF_UP);
      if (expected.subtract(bmi.number()).abs().compareTo(BMI_TOLERANCE) > 0) {
        add(row, FindingCode.BMI_CONTRADICTS, at[0], bmi.number().toPlainString(), expected.toPlainString());
      }
    }
  }

  private void age(CleanRow row, int at) {
    if (row.values()[at] instanceof Value.Date birth) {
      int age = age(birth.date(), context.asOf());
      if (age > AGE_MAX || age < AGE_MIN) {
        add(row, FindingCode.AGE_IMPLAUSIBLE, at, "", Integer.toString(age));
      }
    }
  }

  private static int age(PartialDate birth, LocalDate day) {
    return day.getYear() - birth.year();
  }

  private void atMostOne(CleanRow row, int[] at) {
    List<Column> on = new ArrayList<>();
    for (int column : at) {
      if (row.values()[column] instanceof Value.Flag flag && flag.on()) {
        on.add(contract.columns().get(column));
      }
    }
    if (on.size() > 1) {
      String vi = String.join(", ", on.stream().map(Column::labelVi).toList());
      String en = String.join(", ", on.stream().map(Column::labelEn).toList());
      add(row, FindingCode.CLASSES_CONTRADICT, at[0], "", vi, en);
    }
  }

  private static void empty(CleanRow row, int[] at) {
    for (int column : at) {
      row.values()[column] = Value.ABSENT;
    }
  }

  private static String vi(String sex) {
    return sex.equals("female") ? "Nữ" : "Nam";
  }

  private static String shown(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }
}
