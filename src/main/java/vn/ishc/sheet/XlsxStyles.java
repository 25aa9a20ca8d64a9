package vn.ishc.sheet;

import java.io.IOException;

/** Reads {@code styles.xml}: fonts, number formats, cell formats. */
final class XlsxStyles {
  private final StyleTable table = new StyleTable();
  private final NumberFormats formats = new NumberFormats();

  private XlsxStyles() {}

  /** The styles in a part; none for an empty name. */
  static StyleTable read(ZipParts zip, String part, boolean epoch1904) throws IOException {
    XlsxStyles styles = new XlsxStyles();
    if (zip.has(part)) {
      try (XmlScanner xml = new XmlScanner(zip.open(part), OoxmlNames.listener())) {
        styles.read(xml);
      }
    }
    styles.table.freeze(styles.formats, epoch1904);
    return styles.table;
  }

  private void read(XmlScanner xml) throws IOException {
    int section = XmlNames.OTHER;
    for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
      if (event == XmlScanner.START && xml.depth() == 2) {
        section = xml.name();
      } else if (event == XmlScanner.START && xml.depth() == 3) {
        entry(xml, section);
      }
    }
  }

  private void entry(XmlScanner xml, int section) throws IOException {
    switch (section) {
      case OoxmlNames.NUM_FMTS ->
          formats.put(
              xml.attributeInt(OoxmlNames.NUM_FMT_ID, -1),
              xml.attribute(OoxmlNames.FORMAT_CODE, ""));
      case OoxmlNames.FONTS -> table.addFont(fontName(xml));
      case OoxmlNames.CELL_XFS ->
          table.addCellFormat(
              xml.attributeInt(OoxmlNames.NUM_FMT_ID, 0), xml.attributeInt(OoxmlNames.FONT_ID, 0));
      default -> {}
    }
  }

  private static String fontName(XmlScanner xml) throws IOException {
    String name = "";
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START && xml.name() == OoxmlNames.NAME) {
        name = xml.attribute(OoxmlNames.VAL, "");
      }
    }
    return name;
  }
}
