package vn.ishc.clean;

import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;

/**
 * Reads the name of a person: without honorifics, numbering and remarks, each word with a capital.
 * The spelling of tone and i/y stays as the list has it; only the {@linkplain #key key} forgets
 * them.
 */
public final class PersonName {
  private PersonName() {}

  /**
   * The name, with NAME_TIDIED when letters went; blank for an empty place; unreadable when it is
   * none: digits, x, không.
   */
  public static Reading<String> read(Cell cell) {
    if (cell instanceof Cell.Text text && WrittenName.isTidy(text.text())) {
      return Reading.of(text.text());
    }
    Reading<WrittenName> written = WrittenName.read(cell);
    WrittenName name = written.value();
    return new Reading<>(name == null ? null : name.display(), written.notes());
  }

  /**
   * What stood behind the name, in parentheses or after a dash: đã mất, CN, 1948; empty when
   * nothing did.
   */
  public static String remark(Cell cell) {
    WrittenName name = WrittenName.read(cell).value();
    return name == null ? "" : name.remark();
  }

  /** The sex that an honorific tells: Ông, Bà; null when none does. */
  public static @Nullable Sex sexTold(Cell cell) {
    WrittenName name = WrittenName.read(cell).value();
    return name == null ? null : name.sex();
  }

  /**
   * The key under which two writings of a name are one: without honorific, {@linkplain
   * Spelling#fold folded}.
   */
  public static String key(String name) {
    if (name.isBlank()) {
      return "";
    }
    String read = read(new Cell.Text(name.strip(), null)).value();
    return Spelling.fold(read == null ? name : read);
  }
}
