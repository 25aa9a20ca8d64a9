package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;

/** A cell as long as cells get, full of what the readers of values look for: it is read or told of, whatever its column. */
class HostileCellsTest {
  private static final int LENGTH = 5_000;

  /** As little as a thread may have, for cells that are not the longest. */
  private static final long STACK_BYTES = 180 << 10;

  private static final List<String> TOKENS =
      List.of(
          "tuổi ", "khoảng ", "~", "+", "-", "(", ")", "1/", "1.", "1,", "1 ", "1 năm ", "năm ", "tháng ", "mươi ", "CLB ", "xóm ", "ngõ 1 ", "a", "a ", "Đ", "\"", ",", "tr ",
          "0912", "HT", "nt ", "120/80 ", "cm ", "THA, ", "và ", "&#1", "Ã", "©", "e\u0301", "ông. ", "ô:", "cụ ");

  @TempDir Path folder;

  static List<Contract> contracts() {
    return List.copyOf(Walked.KNOWLEDGE.contracts().all());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void aCellFullOfOneTokenIsReadOrToldOf(Contract contract) throws Exception {
    List<Column> columns = contract.columns().stream().filter(column -> column.type() != ColumnType.IGNORED && !column.headers().isEmpty()).toList();
    List<String> broke = java.util.Collections.synchronizedList(new ArrayList<>());
    for (String token : TOKENS) {
      StringBuilder text = new StringBuilder("6 tháng đầu năm 2025\n");
      columns.forEach(column -> text.append(column.headers().getFirst().leaf()).append('\t'));
      text.append('\n').append("x\t".repeat(columns.size())).append('\n');
      columns.forEach(column -> text.append('1').append(token.repeat(LENGTH / token.length())).append('\t'));
      text.append('\n');
      Path file = Files.writeString(folder.resolve("a.txt"), text);
      Thread worker = new Thread(null, () -> walk(file, token, broke), "worker", STACK_BYTES);
      worker.start();
      worker.join();
    }
    assertThat(broke).isEmpty();
  }

  private static void walk(Path file, String token, List<String> broke) {
    try {
      Walked.of(file, "huyen-nam-dan", LocalDate.of(2025, 6, 18));
    } catch (RuntimeException | StackOverflowError e) {
      broke.add("«" + token + "» " + e + " " + where(e));
    }
  }

  private static String where(Throwable e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith("vn.ishc")) {
        return frame.toString();
      }
    }
    return e.getStackTrace()[0] + " < " + e.getStackTrace()[e.getStackTrace().length - 1];
  }
}
