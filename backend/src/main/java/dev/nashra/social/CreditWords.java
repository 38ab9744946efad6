package dev.nashra.social;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** "Source: …" in the language of a post. */
final class CreditWords {
  private static final int MOST_NAMED = 3;
  private static final CreditWords ENGLISH = new CreditWords("Source: ", "Sources: ", ", ");
  private static final Map<String, CreditWords> BY_LANGUAGE =
      Map.of(
          "ar", new CreditWords("المصدر: ", "المصادر: ", "، "),
          "fa", new CreditWords("منبع: ", "منابع: ", "، "),
          "ur", new CreditWords("ماخذ: ", "ماخذ: ", "، "),
          "fr", new CreditWords("Source : ", "Sources : ", ", "),
          "es", new CreditWords("Fuente: ", "Fuentes: ", ", "),
          "de", new CreditWords("Quelle: ", "Quellen: ", ", "),
          "tr", new CreditWords("Kaynak: ", "Kaynaklar: ", ", "));

  private final String one;
  private final String several;
  private final String between;

  private CreditWords(String one, String several, String between) {
    this.one = one;
    this.several = several;
    this.between = between;
  }

  static CreditWords in(String language) {
    return BY_LANGUAGE.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ENGLISH);
  }

  /** The line that names where a report comes from; empty when that is not known. */
  String line(List<String> outlets) {
    var named =
        outlets.stream()
            .map(PlainText::line)
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_NAMED)
            .toList();
    if (named.isEmpty()) {
      return "";
    }
    return (named.size() == 1 ? one : several) + String.join(between, named);
  }
}
