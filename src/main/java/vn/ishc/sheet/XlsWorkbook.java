package vn.ishc.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** An xls (BIFF8): one stream of records in a compound file. */
final class XlsWorkbook implements Workbook {
  private final byte[] data;
  private final ReadLimits limits;
  private final XlsGlobals globals;
  private final List<Sheet> sheets = new ArrayList<>();

  private XlsWorkbook(byte[] data, ReadLimits limits) throws IOException {
    this.data = data;
    this.limits = limits;
    this.globals = XlsGlobals.read(data, limits);
    globals.entries().forEach(this::addSheet);
  }

  /** Opens a compound file; says what it is when it is no xls. */
  static XlsWorkbook open(Path file, ReadLimits limits) throws IOException {
    try (POIFSFileSystem compound = new POIFSFileSystem(file.toFile(), true)) {
      DirectoryNode root = compound.getRoot();
      for (Entry entry : root) {
        if (entry.getName().equalsIgnoreCase("Workbook")
            && entry instanceof DocumentEntry document) {
          return new XlsWorkbook(content(document, limits), limits);
        }
      }
      throw CompoundKinds.refusalFor(root);
    }
  }

  private static byte[] content(DocumentEntry document, ReadLimits limits) throws IOException {
    if (document.getSize() > Math.min(limits.entryBytesMax(), Integer.MAX_VALUE - 8L)) {
      throw Refusal.tooLarge(limits.entryBytesMax(), "byte", "bytes");
    }
    try (DocumentInputStream in = new DocumentInputStream(document)) {
      return in.readAllBytes();
    }
  }

  private void addSheet(XlsGlobals.Entry entry) {
    sheets.add(
        new StoredSheet(
            entry.name(),
            entry.hidden(),
            () -> XlsIndex.read(data, entry.offset()).merges(),
            () -> new XlsRows(data, XlsIndex.read(data, entry.offset()), globals, limits)));
  }

  @Override
  public FileFormat format() {
    return FileFormat.XLS;
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public void close() throws IOException {
    globals.texts.close();
  }
}
