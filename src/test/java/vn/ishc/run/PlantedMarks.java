package vn.ishc.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words and numbers that no other text has, each written by one sender in one place. */
final class PlantedMarks {
  private static final List<String> SYLLABLES = List.of("ba", "ce", "di", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo");
  private static final String DIGITS = "[0-9]+";

  private final Map<String, String> senders = new LinkedHashMap<>();

  /**
   * What one sender writes of one person.
   *
   * @param marks where what was written is remembered
   * @param sender who writes it
   */
  record Person(PlantedMarks marks, String sender, String name, String nationalId, String oldId, String insuranceNo, String phone, String address, String note) {}

  /** A person nobody else writes of. */
  Person person(String sender) {
    return new Person(
        this, sender, "Nguyễn Văn " + word(sender), number(sender, "040048", 6), number(sender, "181", 6), "HT240" + number(sender, "4021", 6), number(sender, "0915", 6),
        "nhà ông " + word(sender), stray(sender));
  }

  /** Free text with a name behind its honorific and a telephone. */
  String stray(String sender) {
    return "gặp ông " + word(sender) + " " + number(sender, "0915", 6);
  }

  /** A word that looks like the given name of somebody. */
  String word(String sender) {
    int number = senders.size();
    int base = SYLLABLES.size();
    String word = "Zu" + SYLLABLES.get(number / base / base) + SYLLABLES.get(number / base % base) + SYLLABLES.get(number % base) + "x";
    return remembered(word, word.toLowerCase(Locale.ROOT), sender);
  }

  private String number(String sender, String prefix, int digits) {
    String number = prefix + (5 * (int) Math.pow(10, digits - 1) + 37 * senders.size());
    return remembered(number, number.replaceFirst("^0", ""), sender);
  }

  private String remembered(String written, String mark, String sender) {
    if (senders.put(mark, sender) != null) {
      throw new IllegalStateException("planted twice: " + mark);
    }
    return written;
  }

  /** Every mark, in lower case. */
  Set<String> all() {
    return senders.keySet();
  }

  /** Those that are numbers. */
  List<String> numbers() {
    return senders.keySet().stream().filter(mark -> mark.matches(DIGITS)).toList();
  }

  /** Marks in a text. */
  List<String> in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return senders.keySet().stream().filter(lower::contains).toList();
  }

  /** Marks in a text that somebody else has written. */
  List<String> ofOthers(String text, String reader) {
    return in(text).stream().filter(mark -> !reader.equals(senders.get(mark))).toList();
  }
}
