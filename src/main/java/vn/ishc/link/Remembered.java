package vn.ishc.link;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers to the last few thousand different texts: a sheet of a million rows asks the same again and again, and one in which every row asks
 * something else must not fill the memory.
 *
 * @param <T> an answer, a value that never changes
 */
final class Remembered<T> {
  private static final int SIZE_MAX = 4_096;

  private final Map<String, T> answers = new HashMap<>();
  private final Function<String, T> question;

  Remembered(Function<String, T> question) {
    this.question = question;
  }

  T of(String text) {
    T known = answers.get(text);
    if (known != null) {
      return known;
    }
    if (answers.size() >= SIZE_MAX) {
      answers.clear();
    }
    T answer = question.apply(text);
    answers.put(text, answer);
    return answer;
  }
}
