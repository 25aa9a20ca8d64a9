package vn.ishc.form;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import vn.ishc.row.Language;

/** The words of notes and prompts in both languages; headings and titles of a form are Vietnamese always, for they are read back. */
final class FormTexts {
  private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private final Language language;
  private final ResourceBundle bundle;

  FormTexts(Language language) {
    this.language = language;
    this.bundle = ResourceBundle.getBundle("vn.ishc.form.form", Locale.forLanguageTag(language.code()), NO_OTHER_LANGUAGE);
  }

  Language language() {
    return language;
  }

  /** A text with its {@code {0} {1} …} filled. */
  String of(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}
