package vn.ishc.feedback;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import vn.ishc.row.Language;

/** The words of the answer in both languages. */
final class AnswerTexts {
  private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private final boolean preliminary;

  AnswerTexts(Language language) {
    this(language, false);
  }

  /** @param preliminary whether every verdict says that it is not the last word */
  AnswerTexts(Language language, boolean preliminary) {
    this.preliminary = preliminary;
    this.bundle = ResourceBundle.getBundle("vn.ishc.feedback.answer", Locale.forLanguageTag(language.code()), NO_OTHER_LANGUAGE);
  }

  /** A text with its {@code {0} {1} …} filled. */
  String of(String key, Object... arguments) {
    String text = preliminary && key.startsWith("verdict.") ? bundle.getString("preliminary") + " " + bundle.getString(key) : bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}
