package dev.nashra.publish;

import java.time.Duration;

/**
 * What is published, and how patiently.
 *
 * @param cardPatience how long a post waits for its card before it goes without
 * @param stallPatience when cards make no progress for so long, no post waits for them
 * @param freshest posts older than this are not published any more, nor tried again
 * @param lease how long a worker may be busy with one publication; longer than any network call
 * @param readBackPatience how long we try to find out what became of a publication before a person
 *     is asked
 */
public record PublishingRules(
    Duration cardPatience,
    Duration stallPatience,
    Duration freshest,
    Duration lease,
    Duration readBackPatience) {
  public static final PublishingRules USUAL =
      new PublishingRules(
          Duration.ofMinutes(30),
          Duration.ofMinutes(1),
          Duration.ofHours(24),
          Duration.ofMinutes(5),
          Duration.ofHours(6));

  public PublishingRules withStallPatience(Duration patience) {
    return new PublishingRules(cardPatience, patience, freshest, lease, readBackPatience);
  }
}
