package vn.ishc.feed;

import java.util.Optional;

/**
 * One way a column is headed.
 *
 * @param part which part of the value the column holds: empty for the whole, else for example {@code male}, {@code surname}
 * @param group the heading above, when the leaf alone says too little ({@code Năm sinh > Nam})
 * @param leaf the lowest heading
 */
public record HeaderSpec(String part, Optional<String> group, String leaf) {

  /** Reads {@code Leaf} or {@code Group > Leaf}. */
  public static HeaderSpec parse(String part, String text) {
    int arrow = text.indexOf('>');
    return arrow < 0
        ? new HeaderSpec(part, Optional.empty(), text.strip())
        : new HeaderSpec(part, Optional.of(text.substring(0, arrow).strip()), text.substring(arrow + 1).strip());
  }
}
