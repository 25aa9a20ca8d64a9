package vn.ishc.cli;

import java.io.PrintStream;
import vn.ishc.row.Language;

/**
 * Where a command speaks.
 *
 * @param out answers
 * @param err complaints and progress
 * @param language of both
 * @param quiet whether to leave out progress and advice
 * @param progress whether somebody watches {@code err} on a terminal, so that a bar may be drawn over itself
 */
public record Screen(PrintStream out, PrintStream err, Language language, boolean quiet, boolean progress) {

  /** A text of the bundle {@code messages_<language>}, its {@code {0} {1} …} filled. */
  public String text(String key, Object... arguments) {
    return Messages.text(language, key, arguments);
  }

  /** Advice and news that {@code --quiet} leaves out, on the stream of complaints, so that answers stay clean. */
  public void note(String key, Object... arguments) {
    if (!quiet) {
      err.println(text(key, arguments));
    }
  }

  /** Why the command fails, in one line. */
  public void complain(String text) {
    err.println("ishc: " + text);
  }
}
