package dev.nashra.article.extract;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of the months in the languages of the news, as the JDK's locale data has them. */
final class Months {
  private static final List<String> LANGUAGES =
      List.of(
          "en", "ar", "ar-SY", "ar-DZ", "ar-MA", "fr", "de", "es", "it", "pt", "nl", "tr", "ru",
          "uk", "pl", "cs", "sv", "nb", "da", "fi", "ro", "el", "hu", "id", "fa-AF", "ur", "he",
          "sw", "hi");

  private static final Map<String, Month> NAMES = names();

  private Months() {}

  /** The month of this name, in any case, with or without an abbreviating dot; null for none. */
  static @Nullable Month named(String word) {
    return NAMES.get(key(word));
  }

  private static Map<String, Month> names() {
    var names = new HashMap<String, Month>();
    for (var language : LANGUAGES) {
      var locale = Locale.forLanguageTag(language);
      for (var month : Month.values()) {
        for (var style : TextStyle.values()) {
          if (style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE) {
            names.putIfAbsent(key(month.getDisplayName(style, locale)), month);
          }
        }
      }
    }
    names.put("sept", Month.SEPTEMBER);
    names.put("ابريل", Month.APRIL);
    names.put("اغسطس", Month.AUGUST);
    names.put("اكتوبر", Month.OCTOBER);
    names.remove("");
    return Map.copyOf(names);
  }

  private static String key(String word) {
    return Prose.fold(word);
  }
}
