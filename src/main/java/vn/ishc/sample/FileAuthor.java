package vn.ishc.sample;

import java.io.IOException;
import java.util.List;
import vn.ishc.row.FindingCode;

/** Writes one file as its plan says. */
final class FileAuthor {
  private static final List<String> NOTES =
      List.of(
          "Số liệu do các xã báo cáo qua điện thoại, đề nghị kiểm tra lại.",
          "Đề nghị các CLB đối chiếu, bổ sung số CCCD còn thiếu.",
          "Biểu này thay biểu gửi lần trước.");

  /**
   * A file as written, with what a reader should make of it.
   *
   * @param bytes the file
   * @param accepted rows taken in
   * @param refused rows refused
   * @param notData titles, headers, totals, footers and notes
   */
  record Written(
      FilePlan plan, byte[] bytes, Answer answer, int accepted, int refused, int notData) {}

  private FileAuthor() {}

  /** Writes the file of a plan; the seed and the plan's place decide every byte. */
  static Written write(FilePlan plan, long seed) throws IOException {
    Chance chance = Chance.of(seed, plan.folder() + "/" + plan.name());
    Draft draft = new Draft();
    Answer answer = new Answer(!plan.form().delimited());
    for (SampleFeed feed : plan.feeds()) {
      feed.writer().write(plan, chance, draft, answer);
    }
    around(plan, chance, draft);
    fileFindings(plan, answer);
    return new Written(
        plan,
        save(draft, plan.form()),
        answer,
        draft.count(Draft.Kind.ACCEPTED),
        draft.count(Draft.Kind.REFUSED),
        draft.count(Draft.Kind.NOT_DATA));
  }

  private static void around(FilePlan plan, Chance chance, Draft draft) {
    if (plan.has(Trait.NOTE_SHEET)) {
      draft.sheet("Ghi chu").addText(0, chance.any(NOTES));
    }
    if (plan.has(Trait.EMPTY_SHEET)) {
      draft.sheet("Sheet9");
    }
    if (plan.has(Trait.EPOCH_1904)) {
      draft.countFrom1904();
    }
  }

  private static void fileFindings(FilePlan plan, Answer answer) {
    if (plan.has(Trait.WRONG_FOLDER)) {
      answer.find(FindingCode.UNIT_CONTRADICTION);
    }
    if (plan.has(Trait.WRONG_PERIOD_IN_NAME)) {
      answer.find(FindingCode.PERIOD_CONTRADICTION);
    }
  }

  private static byte[] save(Draft draft, FileForm form) throws IOException {
    return switch (form) {
      case XLSX -> ExcelForm.newExcel(draft, false);
      case XLSM -> ExcelForm.newExcel(draft, true);
      case XLS -> ExcelForm.oldExcel(draft);
      case ODS -> OpenDocumentForm.save(draft);
      case CSV, CSV_WINDOWS, UNICODE_TEXT, TSV -> DelimitedForm.save(draft, form);
    };
  }
}
