package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A pull parser for the XML of spreadsheets, working on UTF-8 bytes. It knows no document type
 * declaration at all: a file that has one is refused, so there is no external entity to open and
 * none to multiply. Nesting, length of tags and number of attributes are bounded.
 */
final class XmlScanner extends XmlAttributes implements Closeable {
  static final int END_OF_DOCUMENT = 0;
  static final int START = 1;
  static final int END = 2;
  static final int TEXT = 3;

  private static final int NO_EVENT = -1;
  private static final int DEPTH_MAX = 256;
  private static final int REFERENCE_BYTES_MAX = 12;

  private final int[] openHashes = new int[DEPTH_MAX];
  private final int[] openNames = new int[DEPTH_MAX];
  private int depth;
  private boolean rootSeen;
  private boolean selfClosed;
  private boolean inCdata;
  private int name;
  private int textFrom;
  private int textTo;
  private boolean textHasReferences;

  /**
   * @param in the document in any encoding it declares; closed with the scanner
   */
  XmlScanner(InputStream in, XmlNames names) throws IOException {
    super(new XmlBuffer(in), names);
  }

  /** Moves to the next event. */
  int next() throws IOException {
    if (selfClosed) {
      selfClosed = false;
      depth--;
      return END;
    }
    while (true) {
      if (inCdata) {
        return cdata();
      }
      if (source.position >= source.limit && !source.refill()) {
        return endOfDocument();
      }
      if (source.bytes[source.position] != '<') {
        if (depth > 0) {
          return text();
        }
        skipOutside();
        continue;
      }
      int event = markup();
      if (event != NO_EVENT) {
        return event;
      }
    }
  }

  private int endOfDocument() throws IOException {
    if (depth > 0 || !rootSeen) {
      throw Refusal.damaged();
    }
    return END_OF_DOCUMENT;
  }

  private void skipOutside() throws IOException {
    byte found = source.bytes[source.position++];
    if (found < 0 || found > ' ') {
      throw Refusal.damaged();
    }
  }

  private int markup() throws IOException {
    source.need(2);
    switch (source.bytes[source.position + 1]) {
      case '/':
        return endTag();
      case '?':
        skipPast("?>");
        return NO_EVENT;
      case '!':
        declaration();
        return NO_EVENT;
      default:
        return startTag();
    }
  }

  /** A comment or the start of a CDATA section; nothing else is allowed here. */
  private void declaration() throws IOException {
    source.need(4);
    if (source.has("<!--", source.position)) {
      source.position += 4;
      skipPast("-->");
      return;
    }
    source.need(9);
    if (depth == 0 || !source.has("<![CDATA[", source.position)) {
      throw Refusal.damaged();
    }
    source.position += 9;
    inCdata = true;
  }

  private void skipPast(String end) throws IOException {
    source.need(end.length());
    while (!source.has(end, source.position)) {
      source.position++;
      source.need(end.length());
    }
    source.position += end.length();
  }

  private int cdata() throws IOException {
    while (true) {
      int position = source.position;
      for (int i = position; i + 2 < source.limit; i++) {
        if (source.bytes[i] == ']' && source.has("]]>", i)) {
          inCdata = false;
          return textIs(position, i, i + 3, false);
        }
      }
      if (source.limit - position > 2) {
        return textIs(position, source.limit - 2, source.limit - 2, false);
      }
      source.more();
    }
  }

  private int textIs(int from, int to, int next, boolean references) {
    textFrom = from;
    textTo = to;
    textHasReferences = references;
    source.position = next;
    return TEXT;
  }

  private int text() throws IOException {
    while (true) {
      byte[] bytes = source.bytes;
      int position = source.position;
      int end = source.limit;
      int i = position;
      int reference = -1;
      while (i < end && bytes[i] != '<') {
        if (bytes[i] == '&') {
          reference = i;
        }
        i++;
      }
      if (i == end && reference >= 0 && source.indexOf(';', reference, end) < 0) {
        i = reference;
      }
      if (i > position) {
        return textIs(position, i, i, reference >= 0);
      }
      if (end - position > REFERENCE_BYTES_MAX) {
        throw Refusal.damaged();
      }
      source.more();
    }
  }

  private int endTag() throws IOException {
    int from = source.position + 2;
    int end = source.indexOf('>', from, source.limit);
    while (end < 0) {
      source.more();
      from = source.position + 2;
      end = source.indexOf('>', from, source.limit);
    }
    int hash = XmlNames.hash(source.bytes, from, endOfName(from));
    if (depth == 0 || hash != openHashes[depth - 1]) {
      throw Refusal.damaged();
    }
    depth--;
    name = openNames[depth];
    source.position = end + 1;
    return END;
  }

  private int startTag() throws IOException {
    int end = parseStartTag();
    while (end < 0) {
      source.more();
      end = parseStartTag();
    }
    source.position = end;
    return START;
  }

  /** The place after the tag, or -1 when the buffer ends before it. */
  private int parseStartTag() throws IOException {
    byte[] bytes = source.bytes;
    int nameFrom = source.position + 1;
    int nameTo = endOfName(nameFrom);
    int i = nameTo;
    forgetAttributes();
    while (i >= 0) {
      i = skipSpace(i);
      if (i >= source.limit || (bytes[i] == '/' && i + 1 >= source.limit)) {
        return -1;
      }
      if (bytes[i] == '>') {
        return opened(nameFrom, nameTo, false, i + 1);
      }
      if (bytes[i] == '/') {
        return opened(nameFrom, nameTo, true, i + 2);
      }
      i = parseAttribute(i);
    }
    return -1;
  }

  private int opened(int nameFrom, int nameTo, boolean closed, int end) throws IOException {
    if (depth == DEPTH_MAX
        || nameFrom == nameTo
        || (depth == 0 && rootSeen)
        || source.bytes[end - 1] != '>') {
      throw Refusal.damaged();
    }
    int hash = XmlNames.hash(source.bytes, nameFrom, nameTo);
    name = names.id(source.bytes, nameFrom, nameTo, hash);
    openHashes[depth] = hash;
    openNames[depth] = name;
    depth++;
    rootSeen = true;
    selfClosed = closed;
    return end;
  }

  /** The name of the element that starts or ends. */
  int name() {
    return name;
  }

  /** How many elements are open; counts the one just started, no longer the one just ended. */
  int depth() {
    return depth;
  }

  /** Appends the text of the event, references resolved. */
  void appendText(ByteText to) throws IOException {
    if (textHasReferences) {
      XmlReferences.append(source.bytes, textFrom, textTo, to);
    } else {
      to.append(source.bytes, textFrom, textTo);
    }
  }

  /**
   * After a start: gathers all text up to the end of the element, that of its children left out.
   */
  void elementText(ByteText to) throws IOException {
    to.clear();
    int level = depth;
    for (int event = next(); event != END || depth >= level; event = next()) {
      if (event == TEXT && depth == level) {
        appendText(to);
      }
    }
  }

  /** After a start: skips to the end of the element. */
  void skipElement() throws IOException {
    int level = depth;
    int event = next();
    while (event != END || depth >= level) {
      event = next();
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
