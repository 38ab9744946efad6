package dev.nashra.media.audio;

import java.time.Duration;

/** Where a newsreader breathes. */
final class Pauses {
  static final Duration BEGINNING = Duration.ofMillis(250);
  static final Duration END = Duration.ofMillis(500);

  private static final Duration AFTER_HEADLINE = Duration.ofMillis(650);
  private static final Duration AFTER_SENTENCE = Duration.ofMillis(380);
  private static final Duration AFTER_POINT = Duration.ofMillis(480);

  private Pauses() {}

  static Duration after(Line line) {
    return switch (line.role()) {
      case HEADLINE -> AFTER_HEADLINE;
      case LEAD, SOURCES -> AFTER_SENTENCE;
      case POINT -> AFTER_POINT;
    };
  }
}
