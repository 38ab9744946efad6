package dev.nashra.media.voice;

import java.time.Duration;

/** How fast the news is read, and where the reader breathes. */
final class Pace {
  /** As espeak counts, whose own pace is 175. */
  private static final int ORDINARY = 160;

  /** Its Arabic is slow: written out with all vowels, words have twice the syllables. */
  private static final int ARABIC = 205;

  /** Between two scripts in one sentence. */
  static final Duration CHANGE_OF_VOICE = Duration.ofMillis(70);

  private Pace() {}

  /** A newsreader's words a minute, as espeak counts them. */
  static int of(String language) {
    return language.equals("ar") ? ARABIC : ORDINARY;
  }
}
