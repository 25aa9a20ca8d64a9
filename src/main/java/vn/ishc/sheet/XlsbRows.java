package vn.ishc.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

/** Streams the rows of a binary worksheet part. */
final class XlsbRows implements Rows {
  private static final int ROW = 0;
  private static final int RK = 2;
  private static final int ERROR = 3;
  private static final int BOOL = 4;
  private static final int REAL = 5;
  private static final int TEXT = 6;
  private static final int SHARED = 7;
  private static final int FORMULA_TEXT = 8;
  private static final int FORMULA_NUMBER = 9;
  private static final int FORMULA_BOOL = 10;
  private static final int FORMULA_ERROR = 11;
  private static final int RICH_TEXT = 62;
  private static final int HIDDEN_FLAG = 0x10;

  private final XlsbRecords records;
  private final StyleTable styles;
  private final SharedTexts texts;
  private final ReadLimits limits;
  private final RowBuilder row;
  private int number;
  private boolean hidden;
  private boolean ended;

  XlsbRows(XlsbRecords records, StyleTable styles, SharedTexts texts, ReadLimits limits) {
    this.records = records;
    this.styles = styles;
    this.texts = texts;
    this.limits = limits;
    this.row = new RowBuilder(limits);
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    while (!ended) {
      int type = records.next();
      ended = type == XlsbRecords.END;
      if (ended || type == ROW) {
        RawRow finished = row.isEmpty() ? null : row.finish(number, hidden);
        if (!ended) {
          beginRow();
        }
        if (finished != null) {
          return finished;
        }
      } else if (type <= FORMULA_ERROR || type == RICH_TEXT) {
        readCell(type);
      }
    }
    return null;
  }

  private void beginRow() throws IOException {
    int next = records.integer() + 1;
    if (next <= number) {
      throw Refusal.damaged();
    }
    row.checkRow(next);
    number = next;
    // BrtRowHdr: row, style (4), height (2), then a byte, then the flags with fDyZero at 0x10.
    hidden = (records.skip(7).unsignedByte() & HIDDEN_FLAG) != 0;
  }

  private void readCell(int type) throws IOException {
    int column = records.integer();
    int style = records.unsignedShort() | records.unsignedByte() << 16;
    records.skip(1);
    Cell cell =
        switch (type) {
          case RK ->
              new Cell.Numeric(RkNumbers.value(records.integer()), styles.numberStyle(style));
          case REAL, FORMULA_NUMBER -> new Cell.Numeric(records.real(), styles.numberStyle(style));
          case ERROR, FORMULA_ERROR -> ErrorCodes.failure(records.unsignedByte());
          case BOOL, FORMULA_BOOL -> new Cell.Bool(records.unsignedByte() != 0);
          case TEXT, FORMULA_TEXT -> text(records.text(), styles.cellFont(style));
          case SHARED -> texts.cell(records.integer(), styles.cellFont(style));
          case RICH_TEXT -> text(records.skip(1).text(), styles.cellFont(style));
          default -> Cell.BLANK;
        };
    row.put(column, cell);
  }

  private Cell text(String text, @Nullable String font) throws IOException {
    if (text.length() > limits.textLengthMax()) {
      throw Refusal.tooLarge(limits.textLengthMax(), "ký tự trong một ô", "characters in one cell");
    }
    return text.isEmpty() ? Cell.BLANK : new Cell.Text(text, font);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
