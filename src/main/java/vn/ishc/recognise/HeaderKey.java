package vn.ishc.recognise;

import java.util.regex.Pattern;
import vn.ishc.clean.Spelling;

/**
 * A heading made comparable.
 *
 * @param full folded, tones kept
 * @param bare the same without what stands in brackets and without footnote marks
 * @param toneless {@code bare} without diacritics
 */
record HeaderKey(String full, String bare, String toneless) {
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)?|\\[[^\\]]*\\]?");

  static HeaderKey of(String heading) {
    String full = Spelling.fold(heading);
    String bare =
        heading.indexOf('(') < 0 && heading.indexOf('[') < 0
            ? full
            : Spelling.fold(BRACKETS.matcher(heading).replaceAll(" "));
    if (bare.isEmpty()) {
      bare = full;
    }
    return new HeaderKey(full, bare, Spelling.toneless(bare));
  }

  boolean isEmpty() {
    return full.isEmpty();
  }
}
