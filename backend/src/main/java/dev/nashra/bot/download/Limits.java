package dev.nashra.bot.download;

import java.time.Duration;

/**
 * How large a download may become.
 *
 * @param bytes of its file
 * @param duration that it plays
 */
public record Limits(long bytes, Duration duration) {
  /** What the Bot API takes from a bot: 50 MB, and 10 MB of them as a photo. */
  public static final long OF_TELEGRAM = 50_000_000;

  static final long OF_PHOTO = 10_000_000;
}
