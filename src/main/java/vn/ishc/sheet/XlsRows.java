package vn.ishc.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

/** Gives the rows of a sheet of an xls, run by run. */
final class XlsRows implements Rows {
  private static final int FORMULA = 0x06;
  private static final int MULTIPLE_RK = 0xBD;
  private static final int RICH_TEXT = 0xD6;
  private static final int SHARED = 0xFD;
  private static final int NUMBER = 0x203;
  private static final int TEXT = 0x204;
  private static final int BOOL_OR_ERROR = 0x205;
  private static final int RESULT_TEXT = 0x207;
  private static final int RK = 0x27E;
  private static final int NOT_A_NUMBER = 0xFFFF;

  private final XlsStream stream;
  private final XlsIndex index;
  private final XlsGlobals globals;
  private final ReadLimits limits;
  private final RowBuilder row;
  private int run;
  private int resultColumn = -1;
  private int resultStyle;

  XlsRows(byte[] data, XlsIndex index, XlsGlobals globals, ReadLimits limits) {
    this.stream = new XlsStream(data);
    this.index = index;
    this.globals = globals;
    this.limits = limits;
    this.row = new RowBuilder(limits);
  }

  /** Whether a record is a cell with something in it. */
  static boolean isCell(int type) {
    return switch (type) {
      case FORMULA, MULTIPLE_RK, RICH_TEXT, SHARED, NUMBER, TEXT, BOOL_OR_ERROR, RK -> true;
      default -> false;
    };
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    while (run < index.size()) {
      int number = index.row(run);
      while (run < index.size() && index.row(run) == number) {
        readRun(number, index.offset(run));
        run++;
      }
      RawRow found = row.finish(number + 1, index.isHidden(number));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private void readRun(int number, int offset) throws IOException {
    stream.moveTo(offset);
    resultColumn = -1;
    for (int type = stream.next();
        type != XlsGlobals.EOF && type != XlsStream.END;
        type = stream.next()) {
      if (isCell(type)) {
        if (stream.unsignedShort() != number) {
          return;
        }
        readCell(type);
      } else if (type == RESULT_TEXT && resultColumn >= 0) {
        row.put(resultColumn, text(stream.text(), resultStyle));
        resultColumn = -1;
      }
    }
  }

  private void readCell(int type) throws IOException {
    int column = stream.unsignedShort();
    if (type == MULTIPLE_RK) {
      for (int c = column; stream.left() >= 6; c++) {
        number(c, stream.unsignedShort(), RkNumbers.value(stream.integer()));
      }
      return;
    }
    int style = stream.unsignedShort();
    switch (type) {
      case RK -> number(column, style, RkNumbers.value(stream.integer()));
      case NUMBER -> number(column, style, stream.real());
      case SHARED ->
          row.put(column, globals.texts.cell(stream.integer(), globals.styles.cellFont(style)));
      case BOOL_OR_ERROR -> boolOrError(column, stream.unsignedByte(), stream.unsignedByte() != 0);
      case FORMULA -> formula(column, style);
      default -> row.put(column, text(stream.text(), style));
    }
  }

  private void number(int column, int style, double value) throws IOException {
    row.put(column, new Cell.Numeric(value, globals.styles.numberStyle(style)));
  }

  private void boolOrError(int column, int value, boolean error) throws IOException {
    row.put(column, error ? ErrorCodes.failure(value) : new Cell.Bool(value != 0));
  }

  /**
   * The stored result: a number, or a mark of another kind in the bits of a NaN ([MS-XLS] 2.5.133).
   */
  private void formula(int column, int style) throws IOException {
    double result = stream.real();
    long bits = Double.doubleToRawLongBits(result);
    if (bits >>> 48 != NOT_A_NUMBER) {
      number(column, style, result);
      return;
    }
    int value = (int) (bits >>> 16) & 0xFF;
    switch ((int) bits & 0xFF) {
      case 0 -> {
        resultColumn = column;
        resultStyle = style;
      }
      case 1 -> boolOrError(column, value, false);
      case 2 -> boolOrError(column, value, true);
      default -> {}
    }
  }

  private Cell text(String text, int style) throws IOException {
    if (text.length() > limits.textLengthMax()) {
      throw Refusal.tooLarge(limits.textLengthMax(), "ký tự trong một ô", "characters in one cell");
    }
    return text.isEmpty() ? Cell.BLANK : new Cell.Text(text, globals.styles.cellFont(style));
  }

  @Override
  public void close() {
    // The stream is a part of the open workbook.
  }
}
