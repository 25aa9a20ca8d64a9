package vn.ishc.run;

import vn.ishc.inbox.InboxFolder;

/**
 * What became of one file in a load.
 *
 * @param folder of the sender
 * @param name of the file
 * @param fileId in the warehouse; empty when it failed
 * @param state {@code loaded}, {@code loaded_with_findings}, {@code refused}, {@code duplicate}, {@code superseded}, {@code known} (in already), {@code
 *     failed} (a fault of ours: stays in the inbox); left in the inbox as well: {@code changing} (somebody writes to it), {@code unreadable} (we may not read it),
 *     {@code special} (a link, a pipe, a device), {@code unanswered} (loaded, but its answer cannot be written)
 * @param feed what it was taken for
 * @param period which half-year
 * @param rowsRead rows that are not blank
 * @param accepted rows in
 * @param refused rows out
 * @param notData titles, headings, totals …
 * @param errors findings that refuse
 * @param warnings findings that doubt
 */
public record FileOutcome(
    String folder,
    String name,
    String fileId,
    String state,
    String feed,
    String period,
    int rowsRead,
    int accepted,
    int refused,
    int notData,
    int errors,
    int warnings) {

  /** A file that is left where it lies. */
  static FileOutcome notLoaded(InboxFolder.Waiting file, String state) {
    return new FileOutcome(file.folder(), file.name(), "", state, "", "", 0, 0, 0, 0, 0, 0);
  }

  /** The same file with another fate. */
  FileOutcome as(String other) {
    return new FileOutcome(folder, name, fileId, other, feed, period, rowsRead, accepted, refused, notData, errors, warnings);
  }
}
