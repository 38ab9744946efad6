package dev.nashra.publish;

import java.time.Duration;

/**
 * What is published, and how patiently.
 *
 * @param cardPatience how long a post waits for its card before it goes without
 * @param freshest posts older than this are not published any more, nor tried again
 * @param lease how long a worker may be busy with one publication; longer than any network call
 * @param readBackPatience how long we try to find out what became of a publication before a person
 *     is asked
 */
public record PublishingRules(
    Duration cardPatience, Duration freshest, Duration lease, Duration readBackPatience) {
  public static final PublishingRules USUAL =
      new PublishingRules(
          Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofMinutes(5), Duration.ofHours(6));
}
