package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * The parts of an xlsx or xlsm as they lie in the file, under the guard of the reader: for whoever copies a workbook part by part. Whatever breaks a
 * limit or is damaged fails with {@link IOException}.
 */
public final class WorkbookPackage implements Closeable {
  /**
   * A relationship inside the package.
   *
   * @param id its id
   * @param type the last word of its type, for example {@code worksheet}
   * @param part the part it leads to, to be asked for by {@link #written}
   */
  public record Relation(String id, String type, String part) {}

  private final ZipParts zip;
  private final OoxmlPackage parts;
  private final String mainPart;

  private WorkbookPackage(ZipParts zip) throws IOException {
    this.zip = zip;
    this.parts = OoxmlPackage.read(zip);
    this.mainPart = parts.mainPart();
  }

  /** Opens a package. */
  public static WorkbookPackage open(Path file, ReadLimits limits) throws IOException {
    ZipParts zip = ZipParts.open(file, limits);
    try {
      return new WorkbookPackage(zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The workbook part, as written. */
  public String mainPart() {
    return written(mainPart).orElse(mainPart);
  }

  /** What the workbook part says it is. */
  public String mainType() {
    return parts.contentTypeOf(mainPart);
  }

  /** What hangs on a part; on the package as a whole for the empty name. */
  public List<Relation> relations(String part) throws IOException {
    return parts.relations(part).stream().map(r -> new Relation(r.id(), r.type(), r.part())).toList();
  }

  /** Names of all parts as the file writes them, in its order. */
  public List<String> names() {
    return zip.writtenNames();
  }

  /** A part's name as the file writes it, whatever the case; empty when there is none. */
  public Optional<String> written(String part) {
    return zip.writtenName(part);
  }

  /** A part, unpacked under guard. */
  public InputStream open(String part) throws IOException {
    return zip.open(part);
  }

  /** Hands a part on as it lies in the file, still packed. */
  public void hand(String part, ZipArchiveOutputStream out) throws IOException {
    zip.hand(part, out);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
