package vn.ishc.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import vn.ishc.indicator.FigureFormat;
import vn.ishc.row.Language;

/** The words of the papers in both languages, and numbers as their readers write them. */
final class Texts {
  private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Language language;
  private final ResourceBundle bundle;
  private final FigureFormat format;

  Texts(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("vn.ishc.report.texts", Locale.forLanguageTag(language.code()), NO_OTHER_LANGUAGE);
    this.format = FigureFormat.of(language == Language.VI);
  }

  boolean vietnamese() {
    return language == Language.VI;
  }

  Language language() {
    return language;
  }

  /** A text with its {@code {0} {1} …} filled. */
  String of(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /** Whether there is such a text. */
  boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** A text if there is one under the key, else the word itself. */
  String orSelf(String prefix, String word) {
    return has(prefix + word) ? of(prefix + word) : word;
  }

  /** {@code 11 câu lạc bộ}; {@code 1 club}, {@code 11 clubs}. */
  String count(String noun, BigDecimal number) {
    String key = "noun." + noun + (number.compareTo(BigDecimal.ONE) == 0 ? ".one" : ".many");
    return of(key, format.number(number));
  }

  String count(String noun, long number) {
    return count(noun, BigDecimal.valueOf(number));
  }

  String number(long number) {
    return format.number(BigDecimal.valueOf(number));
  }

  /** A number in its style, as it stands in a table or a sentence. */
  String number(BigDecimal number, NumberStyle style) {
    return switch (style) {
      case COUNT -> format.number(number);
      case SHARE -> format.share(number.doubleValue());
      case POINTS -> signed(number.movePointRight(2).setScale(1, RoundingMode.HALF_UP), decimal(number.abs().movePointRight(2)));
      case CHANGE -> signed(number.setScale(0, RoundingMode.HALF_UP), format.number(number.abs()));
      case MILLIONS -> decimal(number.divide(MILLION));
      case PLAIN -> number.toPlainString();
    };
  }

  private static String signed(BigDecimal number, String digits) {
    return (number.signum() > 0 ? "+" : number.signum() < 0 ? "−" : "") + digits;
  }

  /** With at most one decimal. */
  String decimal(BigDecimal number) {
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_UP);
    String whole = format.number(rounded.setScale(0, RoundingMode.DOWN));
    String sign = rounded.signum() < 0 && !whole.startsWith("-") ? "-" : "";
    int tenth = rounded.abs().remainder(BigDecimal.ONE).movePointRight(1).intValue();
    return sign + whole + (tenth == 0 ? "" : (vietnamese() ? "," : ".") + tenth);
  }

  /** The words of a cell. */
  String cell(Cell cell) {
    return switch (cell) {
      case Cell.Words words -> words.text();
      case Cell.Number number -> number(number.value(), number.style()) + number.mark().sign();
      case Cell.Missing nothing -> FigureFormat.NOTHING;
    };
  }

  /** Where the rows of a table are that are not printed; empty when all are. */
  String paperNote(Block.Grid grid) {
    if (!grid.isCut()) {
      return "";
    }
    return of(grid.onPaper() == 0 ? "paper.none" : "paper.first", number(grid.rows().size()), number(grid.onPaper())) + " ";
  }

  /** {@code 31/12/2025}; {@code 31 December 2025}. */
  String day(LocalDate day) {
    return (vietnamese() ? DAY_VI : DAY_EN).format(day);
  }

  /** {@code a, b và c}. */
  String list(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " " + of("and") + " " + words.getLast();
  }

  /** With a small first letter, inside a sentence; abbreviations keep theirs. */
  static String lower(String text) {
    boolean abbreviation = text.length() > 1 && Character.isUpperCase(text.charAt(1));
    return text.isEmpty() || abbreviation ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** With a capital first letter. */
  static String upper(String text) {
    return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
