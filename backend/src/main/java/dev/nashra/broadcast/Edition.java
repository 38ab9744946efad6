package dev.nashra.broadcast;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin or digest as it was made.
 *
 * @param period what it covers and is known by for ever: a digest's day, a bulletin's content hash
 * @param contentHash changes with the stories and their reports
 * @param title in its language, with the time
 * @param file its page, below the broadcast folder
 * @param audio null when it was not read aloud
 */
public record Edition(
    long id,
    EditionKind kind,
    String language,
    String period,
    String contentHash,
    String title,
    EditionContent content,
    String file,
    @Nullable Audio audio,
    Instant made,
    Instant updated) {

  /** The same edition with other content and sound. */
  public Edition with(EditionContent newContent, @Nullable Audio newAudio) {
    return new Edition(
        id, kind, language, period, contentHash, title, newContent, file, newAudio, made, updated);
  }

  /**
   * The edition read aloud.
   *
   * @param file below the broadcast folder
   */
  public record Audio(String file, long bytes, Duration duration) {}
}
