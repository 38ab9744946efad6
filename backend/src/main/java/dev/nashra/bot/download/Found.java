package dev.nashra.bot.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What was found behind a link. */
sealed interface Found {
  /** A file in the download's folder. */
  record Media(MediaFile file) implements Found {}

  /**
   * Nothing that could be sent.
   *
   * @param why in words for the operator
   * @param after how long the site asks to be left alone; null when it does not say
   */
  record Nothing(Failure failure, String why, @Nullable Duration after) implements Found {
    Nothing(Failure failure, String why) {
      this(failure, why, null);
    }
  }
}
