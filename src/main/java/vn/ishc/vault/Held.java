package vn.ishc.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is held about one person.
 *
 * @param personKey the pseudonymous key
 * @param mentions every row that names the person, by file and row
 * @param counted the clubs and half-years the person counts in
 */
public record Held(long personKey, List<Mention> mentions, List<Counted> counted) {

  /**
   * A file that names the person.
   *
   * @param fileId its identity
   * @param submitter folder of its sender
   * @param name as the sender gave it
   * @param receivedAt when it came
   * @param state what became of it
   * @param archivePath where the original lies below the archive folder; empty when it is not there
   */
  public record Source(String fileId, String submitter, String name, Instant receivedAt, String state, Optional<String> archivePath) {}

  /**
   * A row that names the person.
   *
   * @param source the file
   * @param sheet name of the sheet
   * @param row as a person sees it
   * @param feed the feed
   * @param role as what the person is named
   * @param period the half-year
   * @param said name, birth, sex, address and numbers, by column of the vault; only what is filled
   * @param values the other columns of the row, by column of the contract; only what is filled
   * @param texts notes of the row, by column of the contract
   * @param findings what was said to the sender about the row
   * @param erasedOn when the person was erased
   */
  public record Mention(
      Source source,
      String sheet,
      int row,
      String feed,
      String role,
      String period,
      Map<String, String> said,
      Map<String, String> values,
      Map<String, String> texts,
      List<Told> findings,
      Optional<LocalDate> erasedOn) {}

  /**
   * What was said to the sender, with the code behind it.
   *
   * @param vi in Vietnamese
   * @param en in English
   */
  public record Told(String vi, String en) {}

  /**
   * A half-year the person counts in.
   *
   * @param period the half-year
   * @param club name of the club
   * @param district name of the plan district
   */
  public record Counted(String period, String club, String district) {}

  /** The files, each once. */
  public List<Source> sources() {
    return mentions.stream().map(Mention::source).distinct().toList();
  }
}
