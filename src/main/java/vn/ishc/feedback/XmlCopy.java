package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Copies the XML of one part event by event, so that what we do not know stays as it is. Knows elements by local name, whatever their prefix; reads no
 * document type and no entity.
 */
final class XmlCopy implements AutoCloseable {
  static final int START = XMLStreamConstants.START_ELEMENT;
  static final int END = XMLStreamConstants.END_ELEMENT;
  static final int TEXT = XMLStreamConstants.CHARACTERS;
  static final int NOTHING_MORE = XMLStreamConstants.END_DOCUMENT;
  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final XMLInputFactory FACTORY = factory();

  /**
   * An element that was taken out whole.
   *
   * @param name with its prefix
   * @param attributes with their prefixes, declarations of namespaces among them
   * @param inner what lies between its tags
   */
  record Element(String name, Map<String, String> attributes, String inner) {
    /** As XML, with some attributes set anew. */
    String xml(Map<String, String> changed) {
      Map<String, String> all = new LinkedHashMap<>(attributes);
      // New ones in an order of their own, so that the same answer is the same bytes.
    all.putAll(new TreeMap<>(changed));
      StringBuilder xml = new StringBuilder("<").append(name);
      all.forEach((key, value) -> xml.append(' ').append(key).append("=\"").append(XmlText.attribute(value)).append('"'));
      return (inner.isEmpty() ? xml.append("/>") : xml.append('>').append(inner).append("</").append(name).append('>')).toString();
    }
  }

  private final XMLStreamReader in;
  private Writer out;
  private int depth;
  private boolean tagOpen;

  private XmlCopy(XMLStreamReader in, Writer out) {
    this.in = in;
    this.out = out;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Begins a copy of a part; the caller closes both ends. */
  static XmlCopy begin(InputStream in, Writer out) throws IOException {
    try {
      XMLStreamReader reader;
      synchronized (FACTORY) {
        reader = FACTORY.createXMLStreamReader(in);
      }
      out.write(DECLARATION);
      return new XmlCopy(reader, out);
    } catch (XMLStreamException e) {
      throw new Unmarkable(e);
    }
  }

  /** Moves on; writes nothing. */
  int next() throws IOException {
    try {
      int event = in.next();
      depth += event == START ? 1 : event == END ? -1 : 0;
      return event;
    } catch (XMLStreamException e) {
      throw new Unmarkable(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (RuntimeException e) {
      // The parser's own way to stumble over what is no XML.
      throw new Unmarkable(e);
    }
  }

  /** Local name of the element. */
  String name() {
    return in.getLocalName();
  }

  /** Elements that are open, this one included at its start, not at its end. */
  int depth() {
    return depth;
  }

  /** The namespace of the element. */
  String namespace() {
    return in.getNamespaceURI() == null ? "" : in.getNamespaceURI();
  }

  /** The prefix of the element with its colon, empty for none: for elements that are put beside it. */
  String prefix() {
    String prefix = in.getPrefix();
    return prefix == null || prefix.isEmpty() ? "" : prefix + ":";
  }

  /** An attribute by local name. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  /** An attribute as a whole number. */
  int number(String name, int otherwise) throws IOException {
    String text = attribute(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new Unmarkable(e);
    }
  }

  /** Writes the event as it is. */
  void copy() throws IOException {
    copy(Map.of());
  }

  /** Writes the event; of a start tag some attributes (of no namespace) are set anew, or left out where the new value is empty. */
  void copy(Map<String, String> changed) throws IOException {
    int event = in.getEventType();
    if (event == END && tagOpen) {
      // An empty element stays short, so that a sheet of styled empty cells packs no worse than before.
      tagOpen = false;
      out.write("/>");
      return;
    }
    closeTag();
    switch (event) {
      case START -> {
        out.write('<');
        out.write(qualified());
        for (Map.Entry<String, String> each : attributes(changed).entrySet()) {
          out.write(' ' + each.getKey() + "=\"");
          out.write(XmlText.attribute(each.getValue()));
          out.write('"');
        }
        tagOpen = true;
      }
      case END -> out.write("</" + qualified() + ">");
      case TEXT, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> XmlText.write(in.getTextCharacters(), in.getTextStart(), in.getTextLength(), out);
      default -> { }
    }
  }

  private void closeTag() throws IOException {
    if (tagOpen) {
      tagOpen = false;
      out.write('>');
    }
  }

  private String qualified() {
    return prefix() + in.getLocalName();
  }

  private Map<String, String> attributes(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      String prefix = in.getNamespacePrefix(i);
      String uri = in.getNamespaceURI(i);
      all.put(prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String prefix = in.getAttributePrefix(i);
      all.put(prefix == null || prefix.isEmpty() ? in.getAttributeLocalName(i) : prefix + ":" + in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    // New ones in an order of their own, so that the same answer is the same bytes.
    all.putAll(new TreeMap<>(changed));
    changed.forEach((key, value) -> all.computeIfPresent(key, (k, v) -> value.isEmpty() ? null : v));
    return all;
  }

  /** At a start tag: passes over the element. */
  void skip() throws IOException {
    int level = depth;
    while (depth >= level) {
      next();
    }
  }

  /** At a start tag: takes the whole element out, and ends at its end tag. */
  Element take() throws IOException {
    closeTag();
    String name = qualified();
    Map<String, String> attributes = attributes(Map.of());
    StringWriter inner = new StringWriter();
    Writer outer = out;
    out = inner;
    int level = depth;
    for (next(); depth >= level; next()) {
      copy();
    }
    closeTag();
    out = outer;
    return new Element(name, attributes, inner.toString());
  }

  /** At a start tag: the text of the element, and of those within; ends at its end tag. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    int level = depth;
    for (int event = next(); depth >= level; event = next()) {
      if (event == TEXT || event == XMLStreamConstants.CDATA) {
        text.append(in.getText());
      }
    }
    return text.toString();
  }

  /** Writes XML of our own. */
  void write(String xml) throws IOException {
    closeTag();
    out.write(xml);
  }

  /** Copies what is left. */
  void rest() throws IOException {
    for (int event = next(); event != NOTHING_MORE; event = next()) {
      copy();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } catch (XMLStreamException e) {
      throw new Unmarkable(e);
    }
  }
}
