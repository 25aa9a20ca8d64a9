package vn.ishc.sample;

/** How badly kept the made-up files are. */
public enum Messiness {
  /** Every file is read without a warning. */
  CLEAN,
  /** As the offices really send them. */
  USUAL,
  /** Every file has something wrong with it. */
  DIRE;

  /** Chance that a file has any one oddity of layout or script, in per cent. */
  int oddityPercent() {
    return switch (this) {
      case CLEAN -> 0;
      case USUAL -> 18;
      case DIRE -> 45;
    };
  }

  /** Chance that a file has any one kind of bad row, in per cent. */
  int badRowPercent() {
    return switch (this) {
      case CLEAN -> 0;
      case USUAL -> 14;
      case DIRE -> 40;
    };
  }

  /** Chance that a file is accompanied by a broken one, in per cent. */
  int brokenFilePercent() {
    return switch (this) {
      case CLEAN -> 0;
      case USUAL -> 3;
      case DIRE -> 12;
    };
  }
}
