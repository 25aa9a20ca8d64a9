package vn.ishc.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ishc.feed.Contract;
import vn.ishc.recognise.FormIds.Form;
import vn.ishc.row.Period;

/**
 * A workbook to be handed out.
 *
 * @param contract its feed
 * @param period the half-year it is for; empty leaves the line to be filled in
 * @param body whose form it is, the first line of every sheet; empty text leaves it to be filled in
 * @param pages at least one
 */
public record FormBook(Contract contract, Optional<Period> period, String body, List<Page> pages) {
  /**
   * One sheet.
   *
   * @param name of the sheet, as it is wanted
   * @param about what it speaks of, the lines below the title: club, commune; may be empty
   * @param ids what the hidden sheet says of it, its name and titles aside; empty for a form that is nobody's
   * @param rows what is known already: value by name of column
   * @param clubs to choose from in the column of clubs; none when the sheet speaks of one club and has no such column
   * @param communes to choose from in the column of communes
   */
  public record Page(String name, List<String> about, Optional<Form> ids, List<Map<String, Object>> rows, List<String> clubs, List<String> communes) {
    /** Copies the lists. */
    public Page {
      about = List.copyOf(about);
      rows = List.copyOf(rows);
      clubs = List.copyOf(clubs);
      communes = List.copyOf(communes);
    }

    /** Whether the sheet speaks of one club, which its title names. */
    boolean ofOneClub() {
      return ids.filter(form -> !form.club().isEmpty()).isPresent();
    }
  }

  /** Copies the pages. */
  public FormBook {
    pages = List.copyOf(pages);
  }

  /** An empty form for anybody. */
  public static FormBook empty(Contract contract, Optional<Period> period) {
    return new FormBook(contract, period, "", List.of(new Page(contract.titleVi(), List.of(), Optional.empty(), List.of(), List.of(), List.of())));
  }
}
