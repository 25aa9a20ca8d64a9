package vn.ishc.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import vn.ishc.row.Language;

/** The words of the command line in both languages: {@code messages_vi.properties}, {@code messages_en.properties}. */
final class Messages {
  private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Messages() {}

  static ResourceBundle bundle(Language language) {
    Locale locale = Locale.forLanguageTag(language.code());
    return ResourceBundle.getBundle("vn.ishc.cli.messages", locale, NO_OTHER_LANGUAGE);
  }

  static String text(Language language, String key, Object... arguments) {
    String text = bundle(language).getString(key);
    StringBuilder filled = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); ) {
      int number = placeholder(text, i, arguments.length);
      filled.append(number < 0 ? String.valueOf(text.charAt(i)) : String.valueOf(arguments[number]));
      i += number < 0 ? 1 : 3;
    }
    return filled.toString();
  }

  /** The number of the placeholder that begins here; -1 for ordinary text. */
  private static int placeholder(String text, int at, int count) {
    if (at + 2 >= text.length() || text.charAt(at) != '{' || text.charAt(at + 2) != '}') {
      return -1;
    }
    int number = text.charAt(at + 1) - '0';
    return number >= 0 && number < count ? number : -1;
  }
}
