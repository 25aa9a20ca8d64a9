package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** An open file of tables, of whatever format. Close it to free its files. */
public interface Workbook extends Closeable {
  /** What the bytes are, whatever the name says. */
  FileFormat format();

  /** The sheets in the order of the file, hidden ones too; a text file is one sheet. */
  List<Sheet> sheets();

  @Override
  void close() throws IOException;
}
