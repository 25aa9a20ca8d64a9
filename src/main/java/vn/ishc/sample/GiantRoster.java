package vn.ishc.sample;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A roster of a million rows, written without holding it. */
final class GiantRoster {
  private static final String[] HEADER = {
    "STT",
    "Tên CLB",
    "Xã",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số CCCD",
    "Thôn/xóm/bản",
    "Dân tộc",
    "Hoàn cảnh kinh tế",
    "Neo đơn",
    "Chức vụ",
    "TNV",
    "Ngày vào CLB",
    "Ghi chú"
  };
  private static final int MEMBERS_OF_A_CLUB = 60;
  private static final int ROWS_MAX = 1_048_000;

  private GiantRoster() {}

  static void write(Path file, int rows, long seed) throws IOException {
    if (rows < 1 || rows > ROWS_MAX) {
      throw new IllegalArgumentException(
          "a sheet holds 1 to " + ROWS_MAX + " rows of data, not " + rows);
    }
    Path raw = Files.createTempFile("roster", ".xlsx");
    try {
      stream(raw, rows, seed);
      try (InputStream in = new BufferedInputStream(Files.newInputStream(raw), 1 << 16);
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        FixedZip.retime(in, out);
      }
    } finally {
      Files.deleteIfExists(raw);
    }
  }

  private static void stream(Path raw, int rows, long seed) throws IOException {
    XSSFWorkbook shell = new XSSFWorkbook();
    ExcelForm.sign(shell);
    try (SXSSFWorkbook book = ExcelForm.streamed(shell, false);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(raw))) {
      Sheet sheet = book.createSheet("DS");
      line(sheet, 0, "HỘI NGƯỜI CAO TUỔI HUYỆN THANH CHƯƠNG");
      line(sheet, 1, "DANH SÁCH THÀNH VIÊN CÂU LẠC BỘ - Huyện Thanh Chương");
      line(sheet, 2, "(6 tháng đầu năm 2025)");
      line(sheet, 3, HEADER);
      new Members(new Chance(seed)).fill(sheet, rows);
      book.write(out);
    }
  }

  private static void line(Sheet sheet, int at, String... texts) {
    Row row = sheet.createRow(at);
    for (int c = 0; c < texts.length; c++) {
      row.createCell(c).setCellValue(texts[c]);
    }
  }

  /** One made-up member after the other. */
  private static final class Members {
    private final Chance chance;
    private final String[] communes = {
      "Xã Thanh Thủy", "Xã Kim Bảng", "Xã Thanh Tùng", "Xã Minh Tiến", "Xã Ngọc Sơn", "Xã Thanh Hà"
    };

    Members(Chance chance) {
      this.chance = chance;
    }

    void fill(Sheet sheet, int rows) {
      for (int i = 0; i < rows; i++) {
        Row row = sheet.createRow(4 + i);
        club(row, i);
        person(row, i);
      }
    }

    private void club(Row row, int i) {
      int club = i / MEMBERS_OF_A_CLUB;
      String hamlet = "xóm " + (club / communes.length + 1);
      row.createCell(0).setCellValue(i + 1.0);
      row.createCell(1).setCellValue("CLB " + hamlet);
      row.createCell(2).setCellValue(communes[club % communes.length]);
      row.createCell(7).setCellValue(Names.capitalised(hamlet));
      int place = i % MEMBERS_OF_A_CLUB;
      row.createCell(11)
          .setCellValue(place == 0 ? "Chủ nhiệm" : place == 1 ? "Phó chủ nhiệm" : "Thành viên");
    }

    private void person(Row row, int i) {
      boolean woman = chance.percent(65);
      LocalDate born =
          LocalDate.of(
              chance.percent(66) ? chance.between(1940, 1964) : chance.between(1966, 1992),
              chance.between(1, 12),
              chance.between(1, 28));
      row.createCell(3).setCellValue(Names.person(chance, Names.People.KINH, woman));
      row.createCell(4).setCellValue(Written.slashed(born, true));
      row.createCell(5).setCellValue(woman ? "Nữ" : "Nam");
      row.createCell(6)
          .setCellValue(
              "040"
                  + (woman ? 1 : 0)
                  + Integer.toString(born.getYear()).substring(2)
                  + sixDigits(i));
      row.createCell(8).setCellValue("Kinh");
      row.createCell(9)
          .setCellValue(
              chance.any(
                  "Trung bình", "Trung bình", "Trung bình", "Cận nghèo", "Nghèo", "Khó khăn"));
      mark(row, 10, chance.percent(6));
      mark(row, 12, chance.percent(9));
      row.createCell(13)
          .setCellValue(
              Written.slashed(
                  chance.day(LocalDate.of(2018, 1, 1), LocalDate.of(2025, 5, 31)), true));
    }

    private static void mark(Row row, int column, boolean yes) {
      if (yes) {
        row.createCell(column).setCellValue("x");
      }
    }

    /**
     * 7919 has no factor in common with a million, so a million rows get a million different
     * endings.
     */
    private static String sixDigits(int i) {
      String digits = Long.toString(i * 7919L % 1_000_000);
      return "0".repeat(6 - digits.length()) + digits;
    }
  }
}
