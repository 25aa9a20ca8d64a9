package vn.ishc.sheet;

import java.io.IOException;
import java.nio.file.Path;

/** The one xlsb there is, for tests of other packages: nothing we may use writes this format. */
public final class XlsbFile {
  private XlsbFile() {}

  /** Writes it into a folder. */
  public static Path write(Path folder) throws IOException {
    return XlsbTest.file(folder);
  }
}
