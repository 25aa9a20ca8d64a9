package vn.ishc.feedback;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import vn.ishc.sheet.WorkbookPackage;

/** A workbook being written part by part; without the time of writing, so that the same answer has the same bytes. */
final class OutputPackage implements Closeable {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Writes one part. */
  interface Content {
    void write(Writer out) throws IOException;
  }

  private final ZipArchiveOutputStream zip;
  private final Set<String> names = new HashSet<>();

  OutputPackage(Path file) throws IOException {
    this.zip = new ZipArchiveOutputStream(file);
  }

  /** Whether the part is there already. */
  boolean has(String name) {
    return names.contains(name.toLowerCase(Locale.ROOT));
  }

  void part(String name, Content content) throws IOException {
    names.add(name.toLowerCase(Locale.ROOT));
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(EPOCH);
    zip.putArchiveEntry(entry);
    Writer writer = new BufferedWriter(new OutputStreamWriter(new Unclosed(zip), StandardCharsets.UTF_8), 1 << 15);
    content.write(writer);
    writer.flush();
    zip.closeArchiveEntry();
  }

  /** Takes a part over as it is. */
  void hand(WorkbookPackage source, String name) throws IOException {
    names.add(name.toLowerCase(Locale.ROOT));
    source.hand(name, zip);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The writer of a part does not end the package. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }
  }
}
