package vn.ishc.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An OpenDocument spreadsheet: all tables in one XML part that is walked anew for each of them. */
final class OdsWorkbook implements Workbook {
  private final ZipParts zip;
  private final ReadLimits limits;
  private final OdsStyles styles = new OdsStyles();
  private final List<Sheet> sheets = new ArrayList<>();

  private OdsWorkbook(ZipParts zip, ReadLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /** Walks styles and contents once. */
  static OdsWorkbook open(ZipParts zip, ReadLimits limits) throws IOException {
    refuseEncrypted(zip);
    OdsWorkbook book = new OdsWorkbook(zip, limits);
    book.readStyles();
    book.readContents();
    return book;
  }

  private static void refuseEncrypted(ZipParts zip) throws IOException {
    if (zip.has("encrypted-package")) {
      throw Refusal.password();
    }
    if (zip.has("META-INF/manifest.xml")) {
      try (XmlScanner xml =
          new XmlScanner(
              zip.open("META-INF/manifest.xml"),
              XmlNames.local("encryption-data", "encrypted-key"))) {
        for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
          if (event == XmlScanner.START && xml.name() != XmlNames.OTHER) {
            throw Refusal.password();
          }
        }
      }
    }
  }

  private void readStyles() throws IOException {
    if (zip.has("styles.xml")) {
      try (XmlScanner xml = new XmlScanner(zip.open("styles.xml"), OdsNames.listener())) {
        for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
          if (event == XmlScanner.START) {
            styles.take(xml);
          }
        }
      }
    }
  }

  private XmlScanner contents() throws IOException {
    return new XmlScanner(zip.open("content.xml"), OdsNames.listener());
  }

  private void readContents() throws IOException {
    try (XmlScanner xml = contents()) {
      for (OdsContents.Table table : OdsContents.read(xml, styles, limits)) {
        int place = sheets.size();
        MergedRanges merges =
            table.merges().isEmpty() ? MergedRanges.NONE : new MergedRanges(table.merges());
        sheets.add(
            new StoredSheet(
                table.name(),
                !styles.isShown(table.style()),
                () -> merges,
                () -> new OdsRows(contents(), place, styles, limits)));
      }
    }
  }

  @Override
  public FileFormat format() {
    return FileFormat.ODS;
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
