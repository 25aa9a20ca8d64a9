package vn.ishc.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rules of the plan a club does not keep, and on which side.
 *
 * @param club the club
 * @param missed number of rules it misses, of five; 0 when no roster is known
 * @param loansKnown whether anything is known of loans; if not, their rule is not judged
 */
record Shortfall(Facts.ClubLine club, int missed, boolean loansKnown) {
  /** Smallest and largest size of a club (clause II.2.a). */
  private static final int SIZE_MIN = 50;

  private static final int SIZE_MAX = 70;

  static Shortfall of(Facts.ClubLine club, boolean loansKnown) {
    return new Shortfall(
        club,
        club.members().map(m -> no(m.size()) + no(m.womenBand()) + no(m.olderBand()) + no(m.youngerBand()) + no(m.loans() || !loansKnown)).orElse(0),
        loansKnown);
  }

  private static int no(boolean met) {
    return met ? 0 : 1;
  }

  /** Cells: members, women, older, younger, borrowers; those outside carry their mark. */
  List<Cell> cells() {
    Optional<Facts.Members> known = club.members();
    List<Cell> cells = new ArrayList<>();
    if (known.isEmpty()) {
      for (int i = 0; i < 5; i++) {
        cells.add(Cell.missing());
      }
      return cells;
    }
    Facts.Members m = known.get();
    Cell.Mark size = m.all() < SIZE_MIN ? Cell.Mark.LOW : m.all() > SIZE_MAX ? Cell.Mark.HIGH : Cell.Mark.NONE;
    cells.add(Cell.count(m.all()).marked(size));
    cells.add(share(m.women(), m.all(), m.womenBand(), 60));
    cells.add(share(m.older(), m.all(), m.olderBand(), 60));
    cells.add(share(m.younger(), m.all(), m.youngerBand(), 30));
    cells.add(loansKnown ? share(m.borrowersEver(), m.all(), m.loans(), 50) : Cell.missing());
    return cells;
  }

  /** Compared in whole numbers, as the plan's bounds are. */
  private static Cell share(int part, int whole, boolean met, int lowerPercent) {
    Cell cell = Cell.share(part, whole);
    if (met || !(cell instanceof Cell.Number number)) {
      return cell;
    }
    return number.marked(100L * part < (long) lowerPercent * whole ? Cell.Mark.LOW : Cell.Mark.HIGH);
  }

  /** How many members are missing to the smallest size. */
  int membersMissing() {
    return club.members().map(m -> Math.max(0, SIZE_MIN - m.all())).orElse(0);
  }
}
