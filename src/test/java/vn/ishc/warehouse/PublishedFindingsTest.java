package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.feedback.Words;
import vn.ishc.row.FindingCode;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** What is found when files meet is told in the words of the catalogue, and tells a sender nothing of another's persons. */
class PublishedFindingsTest {
  private static final Club MINE = Club.of("429", "17911", "xóm 5");
  private static final Club MY_OTHER = Club.of("429", "17911", "xóm 6");
  private static final Club THEIRS = Club.of("417", "16837", "bản Na");
  private static final Club UNKNOWN = Club.of("429", "17911", "xóm 99");
  private static final Club SAME_NAME = new Club("429", null, "xóm 7", null, null);
  private static final Person AN = new Person("Nguyễn Văn An", "1950-03-05", "male", "040050112233");
  private static final String TWO_CLUBS = "select file_name, found, message_vi, message_en from mart.finding join mart.file using (file_id) where code = 'L05' order by 1, 2";

  private final DataSource source = TestDatabase.migrated();

  private static StagedFile file(String name, String submitter, String received) {
    return new StagedFile(name, submitter, received);
  }

  private static StagedFile registry(String submitter, Club... clubs) {
    return file("registry of " + submitter, submitter, "2025-06-10").registry("2025-H1", clubs[0].district(), clubs[0].district(), clubs);
  }

  @Test
  void theOtherClubOfAPersonIsNamedToWhoeverSentItsRoster() throws SQLException {
    StagedFile.publish(source, registry("huyen-429", MINE, MY_OTHER), file("a", "huyen-429", "2025-06-11").roster("2025-H1", MINE, AN).roster("2025-H1", MY_OTHER, AN));
    assertThat(Ask.rows(source, TWO_CLUBS))
        .containsExactly(
            "a|429-17911-xom-5|Người này cũng có tên trong danh sách của CLB 429-17911-xom-5; toàn huyện, toàn tỉnh chỉ tính một lần."
                + "|This person is also on the roster of club 429-17911-xom-5; district and province count the person once.",
            "a|429-17911-xom-6|Người này cũng có tên trong danh sách của CLB 429-17911-xom-6; toàn huyện, toàn tỉnh chỉ tính một lần."
                + "|This person is also on the roster of club 429-17911-xom-6; district and province count the person once.");
  }

  @Test
  void theOtherClubOfAPersonIsNotNamedToAnybodyElse() throws SQLException {
    StagedFile.publish(
        source, registry("huyen-429", MINE, MY_OTHER), registry("huyen-417", THEIRS),
        file("a", "huyen-429", "2025-06-11").roster("2025-H1", MINE, AN).roster("2025-H1", MY_OTHER, AN),
        file("b", "huyen-417", "2025-06-12").roster("2025-H1", THEIRS, AN));
    assertThat(Ask.rows(source, TWO_CLUBS))
        .containsExactly(
            "a|429-17911-xom-5|Người này cũng có tên trong danh sách của CLB 429-17911-xom-5 và một CLB khác; toàn huyện, toàn tỉnh chỉ tính một lần."
                + "|This person is also on the roster of club 429-17911-xom-5 and another club; district and province count the person once.",
            "a|429-17911-xom-6|Người này cũng có tên trong danh sách của CLB 429-17911-xom-6 và một CLB khác; toàn huyện, toàn tỉnh chỉ tính một lần."
                + "|This person is also on the roster of club 429-17911-xom-6 and another club; district and province count the person once.",
            "b||Người này cũng có tên trong danh sách của một CLB khác; toàn huyện, toàn tỉnh chỉ tính một lần."
                + "|This person is also on the roster of another club; district and province count the person once.");
  }

  @Test
  void everyFindingIsToldInTheWordsOfTheCatalogue() throws SQLException {
    Club left = new Club("429", "17911", "xóm 7", "2019-01-01", null);
    Club right = new Club("429", "17893", "xóm 7", "2020-01-01", null);
    StagedFile.publish(
        source, registry("huyen-429", MINE, MY_OTHER, left, right), file("again", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", MINE, MY_OTHER, left, right),
        file("a", "huyen-429", "2025-06-11").roster("2025-H1", MINE, AN, Person.of("B", "1951", "male"), Person.of("C", "1952", "male")).roster("2025-H1", MY_OTHER, AN),
        file("b", "huyen-429", "2025-12-11").roster("2025-H2", MINE, AN).roster("2025-H2", UNKNOWN, AN).roster("2025-H2", SAME_NAME, AN),
        file("h", "huyen-429", "2025-06-18").halfYearReport("2025-H1", "429", "429", 60));
    List<String> told = Ask.rows(source, "select code, message_vi, message_en from ops.finding where raised_by = 'publish'");
    assertThat(told.stream().map(row -> row.split("\\|")[0]).distinct()).containsExactlyInAnyOrder("L03", "L04", "L05", "R15", "W01", "W02", "W03");
    List<String> otherwise = new ArrayList<>();
    for (String row : told) {
      String[] texts = row.split("\\|");
      FindingCode code = Arrays.stream(FindingCode.values()).filter(each -> each.code().equals(texts[0])).findFirst().orElseThrow();
      if (!texts[1].matches(shape(code, true)) || !texts[2].matches(shape(code, false))) {
        otherwise.add(row);
      }
    }
    assertThat(otherwise).isEmpty();
  }

  /** What a sentence of the catalogue may look like with something of the file in it. */
  private static String shape(FindingCode code, boolean vietnamese) {
    return Arrays.stream(new Words().pattern(code, vietnamese).split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
  }
}
