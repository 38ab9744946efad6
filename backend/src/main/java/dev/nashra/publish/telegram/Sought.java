package dev.nashra.publish.telegram;

import dev.nashra.collect.TelegramPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How a message of ours is known among the posts of a channel.
 *
 * @param letters of its text: emoji and spaces may be shown differently
 * @param headlineLetters of its first line
 * @param reel whether it is a video
 */
record Sought(String letters, String headlineLetters, boolean reel) {
  /** Stands before the text of every reel, so that it is not taken for the post with the card. */
  static final String REEL_MARK = "🎬 ";

  /** A headline of fewer letters than this may be that of another message. */
  private static final int TELLING_HEADLINE = 12;

  /** Telegram's clock and the database's may differ by this much. */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  static Sought of(String visibleText) {
    return new Sought(
        letters(visibleText),
        letters(visibleText.lines().findFirst().orElse("")),
        visibleText.startsWith(REEL_MARK));
  }

  /**
   * The same text, or one with the same headline that came after ours was sent: somebody may have
   * edited it.
   */
  boolean isIn(TelegramPost post, Instant sent) {
    var text = post.text() == null ? "" : post.text();
    var found = letters(text);
    return isReel(post, text) == reel
        && (found.equals(letters)
            || (headlineLetters.length() >= TELLING_HEADLINE
                && isSince(post, sent)
                && found.startsWith(headlineLetters)));
  }

  private static boolean isReel(TelegramPost post, String text) {
    return text.startsWith(REEL_MARK.strip())
        || post.media().stream().anyMatch(medium -> "video/mp4".equals(medium.type()));
  }

  private static boolean isSince(TelegramPost post, Instant sent) {
    var date = post.published();
    return date != null && date.plus(CLOCK_TOLERANCE).isAfter(sent);
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}
