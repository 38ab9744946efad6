package dev.nashra.media.type;

import java.util.Locale;

/**
 * How a text is read: its language, for breaking lines and writing dates, and its direction.
 *
 * @param language a BCP 47 tag such as {@code ar} or {@code en-GB}, or {@code und}
 */
public record Reading(String language, Direction direction) {

  /** The sample decides the direction when the language is unknown. */
  public static Reading of(String language, String sample) {
    return new Reading(language, Direction.of(language, sample));
  }

  public Locale locale() {
    return Locale.forLanguageTag(language.replace('_', '-'));
  }

  public boolean isRightToLeft() {
    return direction.isRightToLeft();
  }
}
