package dev.nashra.report;

import java.time.Instant;

/** Articles for tests, in the order in which they appeared. */
final class Clippings {
  private static final Instant MORNING = Instant.parse("2031-05-04T06:00:00Z");

  private Clippings() {}

  static Clipping english(long id, String outlet, String title, String... paragraphs) {
    return clipping(id, outlet, "en", title, paragraphs);
  }

  static Clipping arabic(long id, String outlet, String title, String... paragraphs) {
    return clipping(id, outlet, "ar", title, paragraphs);
  }

  private static Clipping clipping(
      long id, String outlet, String language, String title, String... paragraphs) {
    return new Clipping(
        id,
        outlet,
        title,
        String.join("\n\n", paragraphs),
        language,
        MORNING.plusSeconds(600 * id));
  }
}
