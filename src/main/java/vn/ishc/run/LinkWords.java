package vn.ishc.run;

import java.util.ResourceBundle;
import vn.ishc.row.Language;

/** How two writings agree, in words. */
public final class LinkWords {
  private static final String BUNDLE = "vn.ishc.run.link_";

  private LinkWords() {}

  /** The words for a comparison and how it came out, {@code name.SAME}. */
  public static String of(String what, Language language) {
    return ResourceBundle.getBundle(BUNDLE + (language == Language.VI ? "vi" : "en")).getString(what);
  }
}
