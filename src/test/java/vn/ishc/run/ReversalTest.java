package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.run.Reversal.Fate;
import vn.ishc.run.Reversal.Receipt;
import vn.ishc.run.Reversal.Slice;

class ReversalTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String LATER = "2026-01-06T02:00:00Z";
  private static final String FIRST = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx";
  private static final String CORRECTED = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm";
  private static final List<String> OTHERS =
      List.of(
          "huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls",
          "huyen-thanh-chuong/DS vay von quy CLB 6 thang dau nam 2025.xls",
          "huyen-thanh-chuong/So thu no quy CLB 6 thang cuoi nam 2024.xlsx");

  @TempDir Path folder;

  private TestHome home(String name, List<String> files) throws Exception {
    TestHome home = new TestHome(folder.resolve(name));
    for (String file : files) {
      home.drop(file);
    }
    home.load(NOW);
    return home;
  }

  private static Receipt revert(TestHome home, String file) throws Exception {
    String id = home.value("select file_id from ops.file where submitter || '/' || file_name = '" + file + "'");
    return new Reversal(home.settings(LATER), TestHome.KNOWLEDGE).revert(id).orElseThrow();
  }

  /** The marts without the list of files and their findings. */
  private static List<String> figures(TestHome home) throws Exception {
    return home.marts().stream().filter(row -> !row.startsWith("file ") && !row.startsWith("finding ")).toList();
  }

  @Test
  void itIsAsIfTheFileHadNeverCome() throws Exception {
    List<String> all = new ArrayList<>(OTHERS);
    all.add(FIRST);
    all.add(CORRECTED);
    for (String back : all) {
      List<String> rest = new ArrayList<>(all);
      rest.remove(back);
      TestHome home = home("all-" + all.indexOf(back), all);
      revert(home, back);
      assertThat(figures(home)).as(back).isEqualTo(figures(home("rest-" + all.indexOf(back), rest)));
    }
  }

  @Test
  void theReceiptSaysWhoSpeaksNow() throws Exception {
    TestHome home = home("receipt", List.of(FIRST, CORRECTED));
    Receipt kept = revert(home, FIRST);
    assertThat(kept.slices()).isNotEmpty().allMatch(slice -> slice.fate() == Fate.KEPT && slice.now().orElse("").equals(CORRECTED));
    Receipt reversed = revert(home, CORRECTED);
    assertThat(reversed.slices()).isNotEmpty().allMatch(slice -> slice.fate() == Fate.REVERSED && slice.now().isEmpty());
    assertThat(revert(home, CORRECTED).impossible()).contains("revert.not-loaded");
    assertThat(new Reversal(home.settings(LATER), TestHome.KNOWLEDGE).revert("000000000000")).isEmpty();
  }

  @Test
  void droppedAgainItCountsAgain() throws Exception {
    TestHome home = home("again", List.of(FIRST, OTHERS.getFirst()));
    List<String> before = figures(home);
    revert(home, FIRST);
    assertThat(figures(home)).isNotEqualTo(before);
    home.drop(FIRST);
    home.load(LATER);
    assertThat(home.value("select state from ops.file where file_name like 'DS CLB%'")).startsWith("loaded");
    assertThat(figures(home).stream().map(row -> row.replace("2026-01-06", "2026-01-05")).toList()).isEqualTo(before);
  }

  /** Ledgers add up: what another file tells of as well stays, and the receipt says how much. */
  @Test
  void whatAnotherLedgerTellsOfStays() throws Exception {
    TestHome home = new TestHome(Files.createDirectories(folder.resolve("ledgers")));
    String head = "DANH SÁCH VAY VỐN\n6 tháng đầu năm 2025\nSTT;Họ và tên;Ngày sinh;Số khế ước;Ngày vay;Số tiền vay;Dư nợ\n";
    String an = "1;Nguyễn Văn An;5/3/1948;KU00123;6/3/2025;5000000;4000000\n";
    String binh = "2;Trần Thị Bình;7/8/1951;KU00124;9/3/2025;7000000;7000000\n";
    home.drop("nhcsxh-thanh-chuong", "Danh sach vay von.csv", (head + an + binh).getBytes(StandardCharsets.UTF_8));
    home.load(NOW);
    home.drop("nhcsxh-thanh-chuong", "Danh sach vay von bo sung.csv", (head + an).getBytes(StandardCharsets.UTF_8));
    home.load(LATER);
    Receipt receipt = revert(home, "nhcsxh-thanh-chuong/Danh sach vay von.csv");
    assertThat(receipt.slices()).extracting(Slice::rows, Slice::told).containsExactly(tuple(2, 1));
    assertThat(home.value("select count(*) from core.fact_loan")).isEqualTo("1");
  }
}
