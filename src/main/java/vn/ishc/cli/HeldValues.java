package vn.ishc.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ishc.clean.CodeLists;
import vn.ishc.feed.Column;
import vn.ishc.row.Language;

/** What is stored of a row, as a person reads it: words for codes, units behind numbers, days as people write them. */
final class HeldValues {
  private static final Pattern ISO_DAY = Pattern.compile("\\b([0-9]{4})-([0-9]{2})-([0-9]{2})\\b");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final CodeLists lists;
  private final Screen screen;
  private final Figures figures;

  HeldValues(CodeLists lists, Screen screen) {
    this.lists = lists;
    this.screen = screen;
    this.figures = Figures.of(screen.language());
  }

  /**
   * A value in words.
   *
   * @param column of the contract; empty for a value of the vault
   * @param value as the database writes it, several codes as {@code {a,b}}
   */
  String shown(Optional<Column> column, String value) {
    if (value.equals("true")) {
      return screen.text("person.true");
    }
    return column.map(each -> of(each, value)).orElseGet(() -> day(value));
  }

  private String of(Column column, String value) {
    return switch (column.type()) {
      case CODE, CODES, PROSE -> column.list().map(list -> words(list, value)).orElse(value);
      case SEX -> screen.text("person.sex." + value);
      case RATE -> number(value) + screen.text("person.per-year");
      case MONEY -> number(value) + screen.text("person.money");
      case MONTHS -> number(value) + screen.text("person.months");
      case COUNT, DECIMAL, HEIGHT, PRESSURE, GLUCOSE -> number(value);
      default -> day(value);
    };
  }

  private String words(String list, String codes) {
    return Arrays.stream(codes.replaceAll("[{}\"]", "").split(",")).map(code -> lists.word(list, code, screen.language() == Language.VI)).collect(Collectors.joining(", "));
  }

  private String number(String value) {
    return NUMBER.matcher(value).matches() ? figures.text(new BigDecimal(value)) : value;
  }

  private static String day(String value) {
    return ISO_DAY.matcher(value).replaceAll("$3/$2/$1");
  }
}
