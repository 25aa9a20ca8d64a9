package vn.ishc.link;

import java.util.Arrays;
import java.util.Objects;
import vn.ishc.clean.Spelling;

/**
 * A person's name taken apart for comparison: family name, middle names, given name, each with and without tone marks.
 *
 * @param key the folded name, tones kept
 * @param bareKey the same without any mark
 * @param words the words of {@code key}
 * @param bareWords the words of {@code bareKey}
 */
public record WrittenName(String key, String bareKey, String[] words, String[] bareWords) {
  private static final String[] NONE = {};

  /** No name at all. */
  public static final WrittenName ABSENT = new WrittenName("", "", NONE, NONE);

  /** Takes a folded name ({@link Spelling#fold}) apart. */
  public static WrittenName of(String key) {
    if (key.isEmpty()) {
      return ABSENT;
    }
    String bare = Spelling.toneless(key);
    return new WrittenName(key, bare, key.split(" "), bare.split(" "));
  }

  /** Whether there is no name. */
  public boolean isAbsent() {
    return words.length == 0;
  }

  /** Whether it was written without a single mark: its tones are unknown, not level. */
  boolean isBare() {
    return key.equals(bareKey);
  }

  /** The given name, the last word. */
  String given() {
    return words[words.length - 1];
  }

  /** The given name without marks. */
  String bareGiven() {
    return bareWords[bareWords.length - 1];
  }

  /** The family name, the first of several words; empty when only a given name is written. */
  String family() {
    return words.length > 1 ? words[0] : "";
  }

  String bareFamily() {
    return bareWords.length > 1 ? bareWords[0] : "";
  }

  /** How many words stand between family and given name. */
  int middles() {
    return Math.max(0, words.length - 2);
  }

  String middle(int i) {
    return words[i + 1];
  }

  String bareMiddle(int i) {
    return bareWords[i + 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WrittenName name && name.key.equals(key);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(key);
  }

  @Override
  public String toString() {
    return Arrays.toString(words);
  }
}
