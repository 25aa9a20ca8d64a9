package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Cuts text into records and fields as RFC 4180 has it, kindly: a quote in the middle of a field is
 * a letter, also inside of quotes when neither separator nor line end follows; a quote that nothing
 * closes within the length of a cell (a ditto mark, say) is a letter too. Two ditto marks look like
 * the quotes of a field that begins with a separator: they are letters where only then the record
 * is as long as the others, and nothing else in it is quoted.
 */
final class DelimitedScanner implements Closeable {
  private static final int END = -1;
  private static final int UNCLOSED_MAX = 1000;

  private final Reader reader;
  private final char separator;
  private final ReadLimits limits;
  private char[] buffer = new char[1 << 16];
  private int at;
  private int limit;
  private int kept = -1;
  private boolean exhausted;
  private int unclosed;
  private int longest;
  private final Doubt doubt = new Doubt();
  private char[] text = new char[1024];
  private int textLength;
  private int[] ends = new int[64];
  private int fields;

  DelimitedScanner(Reader reader, char separator, ReadLimits limits) {
    this.reader = reader;
    this.separator = separator;
    this.limits = limits;
  }

  /** The first quote of a record that may be a ditto mark, and how far the record was then. */
  private static final class Doubt {
    /** Place in the buffer; negative without a doubt. */
    private int at = -1;

    private int fields;
    private int textLength;

    /** What the doubtful quotes hold. */
    private int separators;

    private int lineEnds;

    /** Whether a field of the record is quoted beyond doubt. */
    private boolean quotes;

    /** Whether doubtful quotes are letters. */
    private boolean letters;

    private void clear() {
      at = -1;
      separators = 0;
      lineEnds = 0;
      quotes = false;
      letters = false;
    }
  }

  /** Reads a record; false after the last. */
  boolean next() throws IOException {
    textLength = 0;
    fields = 0;
    if (peek() == END) {
      return false;
    }
    record();
    if (doubt.at >= 0 && !doubt.quotes) {
      settle();
    }
    doubt.clear();
    longest = Math.max(longest, fields);
    return true;
  }

  private void record() throws IOException {
    while (true) {
      field();
      int after = peek();
      if (after != separator) {
        endLine(after);
        return;
      }
      at++;
    }
  }

  /** Reads the rest of the record anew with its doubtful quotes as letters; keeps what fits. */
  private void settle() throws IOException {
    int quoted = fields;
    boolean wholeLines = doubt.lineEnds > 0 && doubt.separators >= longest - 1;
    again(true);
    boolean better = quoted < fields || quoted > longest || wholeLines;
    if (fields > longest || !better) {
      again(false);
    }
  }

  private void again(boolean letters) throws IOException {
    at = doubt.at;
    fields = doubt.fields;
    textLength = doubt.textLength;
    doubt.letters = letters;
    record();
  }

  private void endLine(int first) throws IOException {
    if (first != END) {
      at++;
    }
    if (first == '\r' && peek() == '\n') {
      at++;
    }
  }

  private void field() throws IOException {
    int start = textLength;
    if (peek() != '"' || unclosed >= UNCLOSED_MAX || !quoted(start)) {
      plain(start);
    }
    if (fields > limits.columnsMax()) {
      throw Refusal.tooLarge(limits.columnsMax(), "cột", "columns");
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, fields * 2);
    }
    ends[fields++] = textLength;
  }

  private void plain(int start) throws IOException {
    for (int c = peek(); c != separator && c != '\n' && c != '\r' && c != END; c = peek()) {
      append((char) c);
      at++;
      if (textLength - start > limits.textLengthMax()) {
        throw Refusal.tooLarge(
            limits.textLengthMax(), "ký tự trong một ô", "characters in one cell");
      }
    }
  }

  /** Reads a field in quotes; when nothing closes it, goes back to its start and says false. */
  private boolean quoted(int start) throws IOException {
    kept = at++;
    boolean doubtful = closes(peek());
    at = kept + 1;
    if (doubtful && doubt.letters) {
      at = kept;
      kept = -1;
      return false;
    }
    for (int c = peek(); c != END && textLength - start <= limits.textLengthMax(); c = peek()) {
      at++;
      if (c == '"') {
        int next = peek();
        if (next == '"') {
          at++;
        } else if (closes(next)) {
          if (doubtful) {
            doubt(start);
          } else {
            doubt.quotes = true;
          }
          kept = -1;
          return true;
        }
      }
      append((char) c);
    }
    at = kept;
    kept = -1;
    textLength = start;
    unclosed++;
    return false;
  }

  /** Remembers a closed field whose first quote stands alone in its place. */
  private void doubt(int start) {
    if (doubt.at < 0) {
      doubt.at = kept;
      doubt.fields = fields;
      doubt.textLength = start;
    }
    for (int i = start; i < textLength; i++) {
      doubt.separators += text[i] == separator ? 1 : 0;
      doubt.lineEnds += text[i] == '\n' ? 1 : 0;
    }
  }

  /** Whether a quote ends its field: a separator or line end follows, perhaps after spaces. */
  private boolean closes(int next) throws IOException {
    if (next == separator || next == '\n' || next == '\r' || next == END) {
      return true;
    }
    int spaces = 0;
    while (next == ' ' && has(spaces + 1) && buffer[at + spaces] == ' ') {
      spaces++;
    }
    if (spaces == 0) {
      return false;
    }
    boolean ends = !has(spaces + 1) || isEnd(buffer[at + spaces]);
    at += ends ? spaces : 0;
    return ends;
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void append(char c) {
    if (textLength == text.length) {
      text = Arrays.copyOf(text, textLength * 2);
    }
    text[textLength++] = c;
  }

  private int peek() throws IOException {
    return at < limit || has(1) ? buffer[at] : END;
  }

  /** Whether so many characters lie ahead. */
  private boolean has(int count) throws IOException {
    while (limit - at < count && !exhausted) {
      makeRoom();
      int read = reader.read(buffer, limit, buffer.length - limit);
      exhausted = read < 0;
      limit += Math.max(read, 0);
    }
    return limit - at >= count;
  }

  private void makeRoom() {
    int from = Math.min(kept < 0 ? at : kept, doubt.at < 0 ? at : doubt.at);
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    limit -= from;
    at -= from;
    kept = kept < 0 ? -1 : kept - from;
    doubt.at = doubt.at < 0 ? -1 : doubt.at - from;
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  /** How many fields the record has. */
  int fields() {
    return fields;
  }

  /** The characters of all fields, one after the other. */
  char[] text() {
    return text;
  }

  int from(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int to(int field) {
    return ends[field];
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
