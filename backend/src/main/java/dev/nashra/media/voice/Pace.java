package dev.nashra.media.voice;

import java.time.Duration;

/** How fast the news is read, and where the reader breathes. */
final class Pace {
  /** A newsreader's pace; espeak's own is 175. */
  static final int WORDS_A_MINUTE = 155;

  /** Between two scripts in one sentence. */
  static final Duration CHANGE_OF_VOICE = Duration.ofMillis(70);

  private Pace() {}
}
