package dev.nashra.text;

/**
 * The language of a text.
 *
 * @param language ISO 639-1, or 639-3 where there is no shorter code; {@code und} when it cannot be
 *     told
 * @param confidence from 0 to 1
 */
public record DetectedLanguage(String language, double confidence) {
  static final DetectedLanguage UNKNOWN = new DetectedLanguage("und", 0);
}
