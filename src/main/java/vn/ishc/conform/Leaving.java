package vn.ishc.conform;

import vn.ishc.clean.LeavingNote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.recognise.Binding;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Severity;
import vn.ishc.row.Value;

/**
 * Reads a leaving that stands in the remarks only: {@code đã mất 3/2024}. Without a date it is the end of the period (design: a note that says only
 * that someone died, moved or left is read as leaving on that date, or at the period's end without one).
 */
final class Leaving {
  private final CleanContext context;
  private final int leftOn;
  private final int reason;
  private final int note;
  private final int reasonAt;

  Leaving(FoundTable table, CleanContext context) {
    Contract contract = table.contract();
    this.context = context;
    this.leftOn = index(contract, "left_on");
    this.reason = index(contract, "left_reason");
    this.reasonAt = contract.column("left_reason").flatMap(table::binding).map(Binding::sheetColumn).orElse(Integer.MAX_VALUE);
    this.note = contract.columns().stream().filter(c -> c.type() == ColumnType.NOTE).map(Column::index).findFirst().orElse(-1);
  }

  private static int index(Contract contract, String name) {
    return contract.column(name).map(Column::index).orElse(-1);
  }

  void complete(Value[] values, RowReading row) {
    if (leftOn < 0 || !values[leftOn].isAbsent()) {
      return;
    }
    if (note >= 0 && values[note] instanceof Value.Text text) {
      LeavingNote.read(text.text(), context.period()).ifPresent(leaving -> apply(values, leaving.reason().code(), leaving.on(), row, text.text()));
    } else if (reason >= 0 && values[reason] instanceof Value.Code code) {
      apply(values, code.code(), dayIn(ShownCell.text(row.cell(reasonAt))), row, code.code());
    }
  }

  /** {@code Chết ngày 3/4/2025} tells the day beside the reason. */
  private @Nullable PartialDate dayIn(String reasonWritten) {
    return LeavingNote.read(reasonWritten, context.period()).map(LeavingNote.Leaving::on).orElse(null);
  }

  private void apply(Value[] values, String why, @Nullable PartialDate when, RowReading row, String written) {
    PartialDate on = when == null ? PartialDate.day(context.asOf()) : when;
    values[leftOn] = new Value.Date(on);
    if (reason >= 0 && values[reason].isAbsent()) {
      values[reason] = new Value.Code(why);
    }
    row.add(
        new Finding(
            FindingCode.LEFT_FROM_NOTE,
            Severity.INFO,
            context.sheet(),
            row.raw().number(),
            -1,
            "left_on",
            written,
            List.of(reasonVi(why), on.from().toString(), why),
            true));
  }

  private static String reasonVi(String reason) {
    return switch (reason) {
      case "died" -> "đã mất";
      case "moved" -> "chuyển đi";
      default -> "xin ra";
    };
  }
}
