package vn.ishc.clean;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in words, 1 to 999, as they are read aloud: {@code mười lăm}, {@code bốn mươi}, {@code hai mươi mốt}, {@code một trăm linh tư}, also {@code hai chục} and
 * {@code hai lăm} for 25. Tones are meaning ({@code ba} and {@code bà}, {@code năm} and {@code nam}), so words without any are taken only where {@code mươi} or
 * {@code trăm} says that they count.
 */
final class NumberWords {
  private static final int WORDS_MAX = 6;

  private static final Map<String, Integer> DIGITS =
      Map.ofEntries(
          Map.entry("một", 1), Map.entry("hai", 2), Map.entry("ba", 3), Map.entry("bốn", 4), Map.entry("năm", 5), Map.entry("sáu", 6),
          Map.entry("bảy", 7), Map.entry("bẩy", 7), Map.entry("tám", 8), Map.entry("chín", 9));

  /** What a digit turns to behind tens. */
  private static final Map<String, Integer> BEHIND_TENS = Map.of("mốt", 1, "tư", 4, "lăm", 5, "nhăm", 5);

  private static final Map<String, Integer> TONELESS =
      Map.ofEntries(
          Map.entry("mot", 1), Map.entry("hai", 2), Map.entry("ba", 3), Map.entry("bon", 4), Map.entry("nam", 5), Map.entry("sau", 6),
          Map.entry("bay", 7), Map.entry("tam", 8), Map.entry("chin", 9));

  private static final Map<String, Integer> TONELESS_BEHIND_TENS = Map.of("mot", 1, "tu", 4, "lam", 5, "nham", 5);

  private final List<String> words;
  private final Map<String, Integer> digits;
  private final Map<String, Integer> behindTens;
  private final boolean tones;
  private int at;

  private NumberWords(List<String> words, boolean tones) {
    this.words = words;
    this.tones = tones;
    this.digits = tones ? DIGITS : TONELESS;
    this.behindTens = tones ? BEHIND_TENS : TONELESS_BEHIND_TENS;
  }

  /** The number that a text says and nothing else; null when it says none. */
  static @Nullable Integer read(String text) {
    String folded = Spelling.fold(text);
    List<String> words = List.of(folded.split(" "));
    if (words.size() > WORDS_MAX || CellText.hasDigit(folded)) {
      return null;
    }
    boolean bare = folded.equals(Spelling.toneless(folded));
    if (bare && !words.contains("muoi") && !words.contains("tram")) {
      return whole(new NumberWords(words, true));
    }
    return whole(new NumberWords(words, !bare));
  }

  private static @Nullable Integer whole(NumberWords reader) {
    int number = reader.hundreds();
    return number > 0 && reader.at == reader.words.size() ? number : null;
  }

  /** The next word is this one; it is passed over then. */
  private boolean passes(String toned, String bare) {
    boolean next = at < words.size() && words.get(at).equals(tones ? toned : bare);
    at += next ? 1 : 0;
    return next;
  }

  /** The value of the next word, which is passed over; 0 for none. */
  private int passes(Map<String, Integer> known) {
    int value = at < words.size() ? known.getOrDefault(words.get(at), 0) : 0;
    at += value > 0 ? 1 : 0;
    return value;
  }

  private int hundreds() {
    int start = at;
    int digit = passes(digits);
    if (digit == 0 || !passes("trăm", "tram")) {
      at = start;
      return tens();
    }
    if (passes("linh", "linh") || passes("lẻ", "le")) {
      int digitBehind = passes(digits);
      int last = digitBehind > 0 ? digitBehind : passes(behindTens);
      return last > 0 ? digit * 100 + last : 0;
    }
    start = at;
    int rest = tens();
    if (rest >= 10) {
      return digit * 100 + rest;
    }
    // «một trăm năm» is 105 to some and 150 to others.
    at = start;
    return digit * 100;
  }

  private int tens() {
    if (passes("mười", "muoi")) {
      int last = passes(behindTens);
      return 10 + (last > 0 ? last : passes(digits));
    }
    int digit = passes(digits);
    if (digit > 0 && passes("chục", "chuc")) {
      return digit * 10;
    }
    if (digit > 0 && passes("mươi", "muoi")) {
      int last = passes(behindTens);
      return digit * 10 + (last > 0 ? last : passes(digits));
    }
    int last = digit > 1 ? passes(behindTens) : 0;
    return last > 0 ? digit * 10 + last : digit;
  }
}
