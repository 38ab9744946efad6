package dev.nashra.media.type;

/** No face has the letters of a headline. */
public final class UnwritableLanguageException extends RuntimeException {
  UnwritableLanguageException(String language, String headline) {
    super(
        "no font has the letters of this headline (language %s); put one into FONT_DIR: %s"
            .formatted(language, headline.length() > 40 ? headline.substring(0, 40) : headline));
  }
}
