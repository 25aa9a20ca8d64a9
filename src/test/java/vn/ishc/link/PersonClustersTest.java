package vn.ishc.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.LongHashSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ishc.clean.Spelling;

/** Who is one person and who is not. */
class PersonClustersTest {
  private static final String A = "040150000001";
  private static final String B = "040150000002";

  /** A writing under construction; all in one commune, women, born 1950. */
  private record Writing(long key, String name, String birth, String nationalId, String oldId, String hamlet, long club, List<Long> rosters, List<String> loans) {
    static Writing of(long key, String name) {
      return new Writing(key, name, "1950", "", "", "", 1, List.of(), List.of());
    }

    Writing born(String day) {
      return new Writing(key, name, day, nationalId, oldId, hamlet, club, rosters, loans);
    }

    Writing id(String number) {
      return new Writing(key, name, birth, number, oldId, hamlet, club, rosters, loans);
    }

    Writing oldId(String number) {
      return new Writing(key, name, birth, nationalId, number, hamlet, club, rosters, loans);
    }

    Writing club(long other) {
      return new Writing(key, name, birth, nationalId, oldId, hamlet, other, rosters, loans);
    }

    Writing hamlet(String other) {
      return new Writing(key, name, birth, nationalId, oldId, other, club, rosters, loans);
    }

    Writing roster(long number) {
      return new Writing(key, name, birth, nationalId, oldId, hamlet, club, List.of(number), loans);
    }

    Writing loan(String number) {
      return new Writing(key, name, birth, nationalId, oldId, hamlet, club, rosters, List.of(number));
    }

    PersonProfile profile() {
      LocalDate from = LocalDate.parse(birth.length() == 4 ? birth + "-01-01" : birth);
      LocalDate to = birth.length() == 4 ? LocalDate.parse(birth + "-12-31") : from;
      return new PersonProfile(
          key, WrittenName.of(Spelling.fold(name)), Birth.of(from, to), "female", nationalId, oldId, "", "", hamlet, "", "17827", club,
          rosters.stream().mapToLong(Long::longValue).toArray(), loans.toArray(new String[0]), "2025-H1", false);
    }
  }

  private static List<Long> anchors(List<Decision> decisions, Writing... writings) {
    List<PersonProfile> profiles = Stream.of(writings).map(Writing::profile).sorted(Comparator.comparingLong(PersonProfile::key)).toList();
    List<ScoredPair> pairs = Candidates.pairs(new PairScorer(), profiles, new LongHashSet());
    return PersonClusters.of(profiles, pairs, decisions).stream().map(Membership::anchor).toList();
  }

  private static List<Long> anchors(Writing... writings) {
    return anchors(List.of(), writings);
  }

  @Test
  void theSameNumberIsTheSamePersonWhateverTheSpelling() {
    assertThat(anchors(Writing.of(1, "Nguyễn Thị Hoa").id(A), Writing.of(2, "nguyen hoa").id(A).born("1951-03-04").club(2))).containsExactly(1L, 1L);
  }

  @Test
  void twoNumbersAreNeverOnePerson() {
    assertThat(anchors(Writing.of(1, "Xồng Y Mái").id(A).born("1950-03-04"), Writing.of(2, "Xồng Y Mái").id(B).born("1950-03-04"))).containsExactly(1L, 2L);
  }

  @Test
  void anOldNumberLeadsBackThroughTheOneThatBearsBoth() {
    assertThat(
            anchors(
                Writing.of(1, "Lê Thị Lan").oldId("181234567").club(2), Writing.of(2, "Lê Thị Lan").oldId("181234567").id(A),
                Writing.of(3, "Lê Thị Lan").id(A).club(3)))
        .containsExactly(1L, 1L, 1L);
  }

  @Test
  void twoRowsOfOneRosterAreTwoPersons() {
    assertThat(anchors(Writing.of(1, "Xồng Y Mái").roster(9).hamlet("xóm 1"), Writing.of(2, "Xồng Y Mái").roster(9).hamlet("xóm 2"))).containsExactly(1L, 2L);
  }

  @Test
  void betweenTwoCandidatesNoneIsTaken() {
    assertThat(
            anchors(
                Writing.of(1, "Trần Thị Huệ").roster(9).hamlet("xóm 1").club(4), Writing.of(2, "Trần Thị Huệ").roster(9).hamlet("xóm 2").club(4),
                Writing.of(3, "Trần Thị Huệ").club(0)))
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void ofTwoCandidatesTheOneOfTheSameClubIsTaken() {
    assertThat(
            anchors(
                Writing.of(1, "Trần Thị Huệ").id(A).club(4), Writing.of(2, "Trần Thị Huệ").id(B).club(5),
                Writing.of(3, "Trần Thị Huệ").club(5)))
        .containsExactly(1L, 2L, 2L);
  }

  @Test
  void aMissingMiddleNameDoesNotChainTwoOthersTogether() {
    List<Long> anchors =
        anchors(Writing.of(1, "Vi Thị Xoan").born("1950-03-04"), Writing.of(2, "Vi Xoan").born("1950-03-04"), Writing.of(3, "Vi Ngọc Xoan").born("1950-03-04"));
    assertThat(anchors.get(0)).isNotEqualTo(anchors.get(2));
  }

  @Test
  void aRepaymentMeansTheBorrowerOfItsLoan() {
    assertThat(
            anchors(
                Writing.of(1, "Nguyễn Thị Hoa").id(A).loan("429|00017\tclub_fund"), Writing.of(2, "Nguyễn Thị Hoa").id(B).loan("429|00018\tclub_fund"),
                Writing.of(3, "Nguyễn Hoa").club(0).loan("429|00018")))
        .containsExactly(1L, 2L, 2L);
  }

  @Test
  void whatIsDecidedWinsOverEverything() {
    Writing one = Writing.of(1, "Xồng Y Mái").id(A);
    Writing same = Writing.of(2, "Xồng Y Mái").id(A).club(2);
    Writing other = Writing.of(3, "Lê Văn Tám").id(B).born("1931");
    assertThat(anchors(List.of(new Decision(1, 2, false), new Decision(2, 3, true)), one, same, other)).containsExactly(1L, 2L, 2L);
  }

  @Test
  void thePersonIsKnownByTheEarliestWriting() {
    assertThat(anchors(Writing.of(5, "Lê Thị Lan").id(A), Writing.of(4, "Lê Lan").id(A))).containsExactly(4L, 4L);
  }

  @Test
  void theHouseTellsAPersonWhoseNameIsCommonInTheHamlet() {
    assertThat(houses("12|", "12|").zone()).isEqualTo(PairScore.Zone.LINK);
    assertThat(houses("12|", "").zone()).isEqualTo(PairScore.Zone.GREY);
    assertThat(houses("12|", "12|").weight() - houses("12|", "").weight()).isEqualTo(Weights.HOUSE_SAME);
    assertThat(houses("12|", "14|").weight() - houses("12|", "").weight()).isEqualTo(Weights.HOUSE_DIFFERENT);
    assertThat(houses("12|", "12|").signs()).endsWith("=");
  }

  private static PairScore houses(String a, String b) {
    return new PairScorer().score(inHouse(1, "Nguyễn Thị Hoa", a), inHouse(2, "Nguyễn T. Hoa", b));
  }

  private static PersonProfile inHouse(long key, String name, String house) {
    return new PersonProfile(
        key, WrittenName.of(Spelling.fold(name)), Birth.UNKNOWN, "female", "", "", "", "", "khối 5", house, "17827", 0, new long[0], new String[0], "2025-H1", false);
  }
}
