package dev.nashra.media.voice;

import java.util.Map;

/** What espeak-ng calls languages where its name is not that of ISO 639-1. */
final class EspeakLanguages {
  private static final Map<String, String> VOICES =
      Map.of("en", "en-us", "zh", "cmn", "no", "nb", "iw", "he", "in", "id");
  private static final Map<String, String> DICTIONARIES =
      Map.of("zh", "cmn", "nb", "no", "iw", "he", "in", "id");

  private EspeakLanguages() {}

  static String voice(String language) {
    return VOICES.getOrDefault(language, language);
  }

  /** The file of espeak-ng's data folder that exists when it speaks the language. */
  static String dictionary(String language) {
    return DICTIONARIES.getOrDefault(language, language) + "_dict";
  }
}
