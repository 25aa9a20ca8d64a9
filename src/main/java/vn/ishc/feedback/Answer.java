package vn.ishc.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.ishc.row.FindingCode;

/**
 * What a sender is told about a file.
 *
 * @param file its name
 * @param folder the sender's folder in the inbox
 * @param verdict what became of it
 * @param rowsRead rows that are not blank; always accepted + refused + not data
 * @param rowsAccepted rows in
 * @param rowsRefused rows out
 * @param rowsNotData titles, headings, sections, totals
 * @param tables what its tables were taken for
 * @param notes findings
 * @param changes what is different from the version it takes the place of
 */
public record Answer(
    String file,
    String folder,
    Verdict verdict,
    int rowsRead,
    int rowsAccepted,
    int rowsRefused,
    int rowsNotData,
    List<Table> tables,
    Notes notes,
    List<Change> changes) {
  /** What became of a file. */
  public enum Verdict {
    /** In, nothing to say. */
    ACCEPTED,
    /** In, with doubts or without some rows. */
    ACCEPTED_WITH_NOTES,
    /** Nothing of it is in. */
    REFUSED,
    /** It could not be opened. */
    UNREADABLE,
    /** The same bytes came before. */
    DUPLICATE,
    /** It is in, but a later version counts. */
    SUPERSEDED
  }

  /**
   * What a table was taken for.
   *
   * @param sheet name of its sheet; empty in a text file
   * @param kind title of its feed
   * @param period its half-year in words; empty for none
   * @param unit the district or commune it speaks of; empty when not known
   * @param clubs names of the clubs it speaks of
   * @param accepted rows in
   * @param refused rows out
   * @param notData headings, sections, totals
   * @param addsUp whether its rows are added to what was sent before, instead of taking its place
   */
  public record Table(String sheet, String kind, String period, String unit, List<String> clubs, int accepted, int refused, int notData, boolean addsUp) {
    /** Copies the clubs. */
    public Table {
      clubs = List.copyOf(clubs);
    }
  }

  /**
   * A row that is not as it was in the former version.
   *
   * @param kind what happened to it
   * @param table title of its feed
   * @param unit club or other unit it belongs to
   * @param who name of the person, or what else the row is about
   * @param details what changed, one sentence for each column
   * @param before where it stood: sheet and row of the former version; empty for a new one
   * @param now where it stands; empty for one that is gone
   */
  public record Change(Kind kind, String table, String unit, String who, List<String> details, String before, String now) {
    /** What happened to a row. */
    public enum Kind {
      ADDED,
      CHANGED,
      GONE,
      /** The file still holds it, but it is refused. */
      WAITING
    }

    /** Copies the details. */
    public Change {
      details = List.copyOf(details);
    }
  }

  /** Copies the lists. */
  public Answer {
    tables = List.copyOf(tables);
    changes = List.copyOf(changes);
  }

  /** Two answers with one fingerprint tell the same. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the folder is nobody's: the same file in the same folder would be refused again. */
  boolean ofNobody() {
    return notes.told().stream().anyMatch(note -> note.code().equals(FindingCode.SUBMITTER_UNKNOWN.code()));
  }

  /** Whether one page says all: nothing to mark, or nothing to mark it in. */
  boolean receipt() {
    return verdict == Verdict.UNREADABLE || verdict == Verdict.DUPLICATE || notes.isClean();
  }
}
