package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ishc.row.Finding;

/** Doubts that no sample file gives rise to, each by the smallest table that does. */
class EveryDoubtTest {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 18);
  private static final String ROSTER = "STT;Tên CLB;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Hộ nghèo;Hộ cận nghèo;Xã\n";
  private static final String HEALTH = "STT;Họ và tên;Ngày sinh;Giới tính;Ngày khám;Chiều cao;Cân nặng;BMI;Mạch\n";
  private static final String LOANS = "STT;Họ và tên;Ngày sinh;Số khế ước;Ngày vay;Số tiền vay;Dư nợ\n";

  @TempDir Path folder;

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("F13", "xa-dai-dong-17713", ROSTER + "1;CLB xóm 3;Nguyễn Văn An;5/3/1948;Nam;;;;\n"),
        Arguments.of("F19", "xa-dai-dong-17713", "DANH SÁCH HỘI VIÊN\n6 tháng đầu năm 2028\n" + ROSTER + "1;CLB xóm 3;Nguyễn Văn An;5/3/1948;Nam;;;;\n"),
        Arguments.of("R08", "xa-dai-dong-17713", ROSTER + "1;CLB xóm 3;Nguyễn Văn An;5/3/1903;Nam;;;;\n"),
        Arguments.of("R16", "xa-dai-dong-17713", ROSTER + "1;CLB xóm 3;Nguyễn Văn An;5/3/1948;Nam;;x;x;\n"),
        Arguments.of(
            "R17", "xa-dai-dong-17713",
            ROSTER + "1;CLB xóm 3;Nguyễn Văn An;5/3/1948;Nam;040048001234;;;\n2;CLB xóm 3;Trần Văn Bình;7/9/1948;Nam;040048001234;;;\n"),
        Arguments.of("L01", "xa-dai-dong-17713", ROSTER + "1;CLB xóm 3;Nguyễn Văn An;5/3/1948;Nam;;;;Xã Không Có Đâu\n"),
        Arguments.of("R09", "tyt-nam-giang-17956", HEALTH + "1;Nguyễn Văn An;5/3/1948;Nam;6/11/2025;160;50;19,5;150\n"),
        Arguments.of("R10", "tyt-nam-giang-17956", HEALTH + "1;Nguyễn Văn An;5/3/1948;Nam;6/11/2025;160;50;19,5;900\n"),
        Arguments.of("R13", "tyt-nam-giang-17956", HEALTH + "1;Nguyễn Văn An;5/3/1948;Nam;6/11/2025;160;50;29,5;70\n"),
        Arguments.of("R14", "nhcsxh-thanh-chuong", LOANS + "1;Nguyễn Văn An;5/3/1948;KU00123;6/3/2025;5.000.000;9.000.000\n"),
        Arguments.of("L02", "huyen-nghi-loc", "DANH SÁCH CLB - 6 tháng đầu năm 2025\nSTT;Tên CLB;Xã;Ngày thành lập;Số thành viên\n1;CLB xóm 3;Nghi Van;5/3/2018;60\n"),
        Arguments.of("L06", "ubnd-tinh", "STT;Huyện;Tổng;Số thành viên\n1;Huyện Không Có;5;300\n"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theDoubtIsTold(String code, String sender, String table) throws IOException {
    Walked walked = Walked.of(Files.writeString(folder.resolve("a.csv"), table), sender, DAY);
    List<String> codes = walked.findings().stream().map((Finding finding) -> finding.code().code()).toList();
    assertThat(codes).contains(code);
  }
}
