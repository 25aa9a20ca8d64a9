package vn.ishc.conform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ishc.clean.Ages;
import vn.ishc.clean.CodeList;
import vn.ishc.clean.Dates;
import vn.ishc.clean.InsuranceNumbers;
import vn.ishc.clean.InterestRates;
import vn.ishc.clean.Measures;
import vn.ishc.clean.MoneyUnit;
import vn.ishc.clean.NationalId;
import vn.ishc.clean.NationalIds;
import vn.ishc.clean.Numbers;
import vn.ishc.clean.PersonName;
import vn.ishc.clean.PersonsInText;
import vn.ishc.clean.Phones;
import vn.ishc.clean.Reading;
import vn.ishc.clean.Sexes;
import vn.ishc.clean.Spelling;
import vn.ishc.clean.Terms;
import vn.ishc.clean.Ticks;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.recognise.Binding;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Value;

/** Reads one column of the contract from the one or more columns of the sheet that hold it. */
final class ColumnReader {
  private static final Map<String, Set<String>> SEX_WORDS = Map.of("female", Set.of("nu", "n", "f"), "male", Set.of("nam", "m"));
  private static final BigDecimal GLUCOSE_MMOL_MAX = BigDecimal.valueOf(40);
  private static final BigDecimal GLUCOSE_MG_PER_MMOL = BigDecimal.valueOf(18);
  private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);
  private static final Pattern DASH = Pattern.compile("[\\s\u00a0]*[-–—][\\s\u00a0]*");
  private static final BigDecimal RATE_OF_MONTH_MAX = BigDecimal.valueOf(2);
  private static final long CENTIMETRES_MAX = 30;
  private static final int TEXT_LENGTH_MAX = 2000;

  private final Column column;
  private final List<Binding> bindings;
  private final CleanContext context;
  private final MoneyUnit unit;
  private final Dates.Hint hint;
  private final Optional<Binding> whole;
  private final Optional<Binding> pair;
  private final Set<String> tickWords;
  private final List<String> examples;
  private boolean monthsSaid;

  ColumnReader(Column column, List<Binding> bindings, CleanContext context) {
    this.column = column;
    this.bindings = bindings;
    this.context = context;
    this.tickWords = column.headers().stream().map(h -> Spelling.toneless(h.leaf())).collect(Collectors.toUnmodifiableSet());
    this.hint = context.period() == null ? Dates.Hint.NONE : Dates.Hint.of(context.period());
    this.whole = part("");
    this.pair = part("pair");
    this.unit = MoneyUnit.find(bindings.getFirst().label()).orElse(context.unit());
    this.examples = Examples.of(column, unit);
  }

  private Optional<Binding> part(String part) {
    return bindings.stream().filter(binding -> binding.part().equals(part)).findFirst();
  }

  int sheetColumn() {
    return bindings.getFirst().sheetColumn();
  }

  Value read(RowReading row) {
    return switch (column.type()) {
      case PERSON_NAME -> name(row);
      case BIRTH -> birth(row);
      case SEX -> sex(row);
      case DATE -> date(row);
      case NOTE, ADDRESS -> plain(row, ColumnReader::words, Value.Text::new);
      case TEXT -> plain(row, ColumnReader::words, text -> new Value.Text(PersonsInText.masked(text)));
      case COMMUNE, DISTRICT -> plain(row, ColumnReader::words, text -> new Value.Text(PersonsInText.maskedInPlace(text)));
      case CLUB, DECISION -> plain(row, ColumnReader::words, text -> new Value.Text(PersonsInText.maskedInName(text)));
      case TICK -> plain(row, cell -> Ticks.read(cell, tickWords), Value.Flag::new);
      case NATIONAL_ID -> plain(row, NationalIds::read, ColumnReader::numbers);
      case INSURANCE_NO -> plain(row, InsuranceNumbers::read, number -> new Value.Text(number.digits()));
      case PHONE -> plain(row, Phones::read, Value.Text::new);
      case COUNT -> ranged(row, plain(row, Numbers::readWhole, Value.Whole::new));
      case MONEY -> money(row);
      case DECIMAL -> ranged(row, plain(row, Numbers::readDecimal, Value.Decimal::new));
      case MONTHS -> ranged(row, plain(row, Terms::readMonths, months -> new Value.Whole(months)));
      case HEIGHT -> ranged(row, plain(row, Measures::readHeight, Value.Decimal::new));
      case GLUCOSE -> ranged(row, plain(row, ColumnReader::glucose, Value.Decimal::new));
      case RATE -> plain(row, this::ratePerYear, Value.Decimal::new);
      case PRESSURE -> pressure(row);
      case CODE -> plain(row, cell -> list().read(cell), Value.Code::new);
      case CODES -> plain(row, cell -> list().readAll(cell), Value.Codes::new);
      case PROSE -> prose(row);
      case IGNORED -> Value.ABSENT;
    };
  }

  /** The codes of the words, and those whose own columns are ticked: {@code Bệnh lý > THA}. */
  private Value prose(RowReading row) {
    Value said = whole.map(binding -> said(row, binding)).orElse(Value.ABSENT);
    Set<String> codes = new HashSet<>();
    for (Binding binding : bindings) {
      if (!binding.part().isEmpty() && read(row, binding, cell -> Ticks.read(cell, tickWords), Value.Flag::new) instanceof Value.Flag flag && flag.on()) {
        codes.add(binding.part());
      }
    }
    if (codes.isEmpty()) {
      return said;
    }
    if (said instanceof Value.Codes words) {
      codes.addAll(words.codes());
    }
    return new Value.Codes(codes);
  }

  private Value said(RowReading row, Binding binding) {
    String words = ShownCell.text(row.cell(binding.sheetColumn())).strip();
    if (!words.isEmpty()) {
      row.keep(column.name(), words);
    }
    return read(row, binding, cell -> orOther(list().readAll(cell)), Value.Codes::new);
  }

  private static Reading<Set<String>> orOther(Reading<Set<String>> reading) {
    boolean unknown = reading.notes().stream().anyMatch(note -> note.code() == FindingCode.VALUE_NOT_KNOWN);
    return unknown ? Reading.of(Set.of(CodeList.OTHER), Reading.Note.of(FindingCode.KIND_OTHER)) : reading;
  }

  private CodeList list() {
    return context.lists().of(column.list().orElseThrow());
  }

  private <T> Value plain(RowReading row, Function<Cell, Reading<T>> reader, Function<T, Value> wrap) {
    return read(row, bindings.getFirst(), reader, wrap);
  }

  private <T> Value read(RowReading row, Binding binding, Function<Cell, Reading<T>> reader, Function<T, Value> wrap) {
    Cell cell = row.cell(binding.sheetColumn());
    if (cell.isBlank()) {
      return Value.ABSENT;
    }
    Reading<T> reading = reader.apply(cell);
    row.note(column, binding.sheetColumn(), cell, reading, examples);
    T value = reading.value();
    return value == null ? Value.ABSENT : wrap.apply(value);
  }

  private static Reading<String> words(Cell cell) {
    if (cell instanceof Cell.Failure) {
      return Reading.unreadable(FindingCode.FORMULA_FAILED);
    }
    String text = ShownCell.text(cell);
    if (text.length() > TEXT_LENGTH_MAX) {
      return Reading.of(
          text.substring(0, TEXT_LENGTH_MAX), Reading.Note.of(FindingCode.VALUE_TOO_LONG, Integer.toString(text.length())));
    }
    return Reading.of(text);
  }

  private static Value numbers(NationalId id) {
    String both = id.cmnd() == null ? "" : id.cmnd();
    return new Value.Text(id.cccd() == null ? both : both.isEmpty() ? id.cccd() : both + "/" + id.cccd());
  }

  private Value pressure(RowReading row) {
    if (pair.isPresent()) {
      Cell cell = row.cell(pair.get().sheetColumn());
      if (cell.isBlank()) {
        return Value.ABSENT;
      }
      Reading<Measures.Pressure> reading = Measures.readPressure(cell);
      row.note(column, pair.get().sheetColumn(), cell, reading, examples);
      Measures.Pressure value = reading.value();
      if (value == null) {
        return Value.ABSENT;
      }
      row.spill(new Value.Whole(value.diastolic()));
      return ranged(row, new Value.Whole(value.systolic()));
    }
    return ranged(row, plain(row, Numbers::readWhole, ColumnReader::millimetres));
  }

  private Value name(RowReading row) {
    StringBuilder written = new StringBuilder();
    for (Binding binding : bindings) {
      String part = ShownCell.text(row.cell(binding.sheetColumn())).strip();
      if (!part.isEmpty()) {
        written.append(written.isEmpty() ? "" : " ").append(part);
      }
    }
    if (written.isEmpty()) {
      return Value.ABSENT;
    }
    Cell cell = bindings.size() == 1 ? row.cell(sheetColumn()) : new Cell.Text(written.toString(), null);
    Reading<PersonName> reading = PersonName.read(cell);
    row.note(column, sheetColumn(), cell, reading, examples);
    PersonName name = reading.value();
    return name == null ? Value.ABSENT : new Value.Text(name.display());
  }

  /** Values above 40 are mg/dL (18 of them are one mmol/L). */
  private static Reading<BigDecimal> glucose(Cell cell) {
    Reading<BigDecimal> reading = Numbers.readDecimal(cell);
    BigDecimal value = reading.value();
    if (value == null || value.compareTo(GLUCOSE_MMOL_MAX) <= 0) {
      return reading;
    }
    BigDecimal mmol = value.divide(GLUCOSE_MG_PER_MMOL, 1, RoundingMode.HALF_UP);
    return Reading.of(mmol, Reading.Note.of(FindingCode.NUMBER_TIDIED, mmol.toPlainString()));
  }

  /** Percent a year; a rate per month, by cell or else by heading, times twelve. */
  private Reading<BigDecimal> ratePerYear(Cell cell) {
    Reading<InterestRates.InterestRate> reading = InterestRates.read(cell);
    InterestRates.InterestRate rate = reading.value();
    if (rate == null) {
      return new Reading<>(null, reading.notes());
    }
    boolean month =
        switch (rate.per()) {
          case MONTH -> true;
          case YEAR -> false;
          case UNSAID -> perMonth(rate.percent());
        };
    return new Reading<>(month ? rate.percent().multiply(MONTHS_PER_YEAR) : rate.percent(), reading.notes());
  }

  /** Where every row needs an amount, a dash is one: it is how accounts write nothing. */
  private Value money(RowReading row) {
    Value value = plain(row, cell -> Numbers.readMoney(cell, unit), Value.Whole::new);
    return value.isAbsent() && column.isRequired() && DASH.matcher(ShownCell.text(row.cell(sheetColumn()))).matches() ? new Value.Whole(0) : value;
  }

  /** As the heading says, or as another cell of the column does of its own rate; no rate above two percent is one of a month. */
  private boolean perMonth(BigDecimal percent) {
    String heading = Spelling.words(bindings.getFirst().label());
    return heading.contains("thang") || (!heading.contains("nam") && monthsSaid && percent.compareTo(RATE_OF_MONTH_MAX) <= 0);
  }

  /** Sees a cell ahead of reading. */
  void observe(Cell cell) {
    if (column.type() == ColumnType.RATE && !monthsSaid) {
      InterestRates.InterestRate rate = InterestRates.read(cell).value();
      monthsSaid = rate != null && rate.per() == InterestRates.Per.MONTH;
    }
  }

  private static Value millimetres(long written) {
    return new Value.Whole(written <= CENTIMETRES_MAX ? written * 10 : written);
  }

  private Value birth(RowReading row) {
    for (Binding binding : bindings) {
      Cell cell = row.cell(binding.sheetColumn());
      if (cell.isBlank()) {
        continue;
      }
      Value value =
          binding.part().equals("age")
              ? read(row, binding, this::birthOfAge, Value.Date::new)
              : read(row, binding, c -> Ages.says(c) ? birthOfAge(c) : Dates.readBirth(c, hint), Value.Date::new);
      if (binding.part().equals("male") || binding.part().equals("female")) {
        row.hintSex(binding.part());
      }
      if (!value.isAbsent()) {
        return value;
      }
    }
    return Value.ABSENT;
  }

  private Reading<PartialDate> birthOfAge(Cell cell) {
    Reading<Integer> age = Ages.read(cell);
    Integer years = age.value();
    if (years == null) {
      return new Reading<>(null, age.notes());
    }
    int year = context.asOf().getYear() - years;
    return Reading.of(PartialDate.year(year), Reading.Note.of(FindingCode.AGE_TO_YEAR, Integer.toString(year)));
  }

  private Value sex(RowReading row) {
    if (whole.isPresent()) {
      return read(row, whole.get(), Sexes::read, sex -> new Value.Code(sex.code()));
    }
    boolean femaleColumn = false;
    boolean maleColumn = false;
    for (Binding binding : bindings) {
      femaleColumn |= binding.part().equals("female");
      maleColumn |= binding.part().equals("male");
      Value tick = read(row, binding, cell -> Ticks.read(cell, SEX_WORDS.getOrDefault(binding.part(), Set.of())), Value.Flag::new);
      if (tick instanceof Value.Flag flag && flag.on()) {
        return new Value.Code(binding.part());
      }
    }
    return femaleColumn && !maleColumn ? new Value.Code("male") : Value.ABSENT;
  }

  private Value date(RowReading row) {
    return whole.map(binding -> read(row, binding, cell -> Dates.read(cell, hint), Value.Date::new)).orElse(Value.ABSENT);
  }

  private Value ranged(RowReading row, Value value) {
    if (value.isAbsent() || (column.hard().isEmpty() && column.soft().isEmpty())) {
      return value;
    }
    BigDecimal number = value instanceof Value.Decimal decimal ? decimal.number() : value instanceof Value.Whole whole ? BigDecimal.valueOf(whole.number()) : BigDecimal.ZERO;
    Cell cell = row.cell(sheetColumn());
    if (column.hard().isPresent() && !column.hard().get().contains(number.doubleValue())) {
      row.note(column, sheetColumn(), cell, Reading.unreadable(FindingCode.RANGE_IMPOSSIBLE, ends(column.hard().get())), examples);
      return Value.ABSENT;
    }
    if (column.soft().isPresent() && !column.soft().get().contains(number.doubleValue())) {
      row.note(column, sheetColumn(), cell, Reading.of(value, Reading.Note.of(FindingCode.RANGE_DOUBTFUL, ends(column.soft().get()))), examples);
    }
    return value;
  }

  private static String[] ends(Column.Range range) {
    return new String[] {ShownCell.text(new Cell.Numeric(range.low(), vn.ishc.row.NumberStyle.GENERAL)), ShownCell.text(new Cell.Numeric(range.high(), vn.ishc.row.NumberStyle.GENERAL))};
  }

}
