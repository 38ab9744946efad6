package dev.nashra.publish;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long a publication waits after an attempt that came to nothing. */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final double JITTER = 0.25;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Twice as long after each attempt, up to an hour, and a little longer by chance, so that what
   * failed together is not tried together; never shorter than the network asked for.
   *
   * @param attempt 1 for the first
   */
  Duration after(int attempt, @Nullable Duration retryAfter) {
    var doubled = FIRST.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, 10));
    var usual = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    var least = retryAfter != null && retryAfter.compareTo(usual) > 0 ? retryAfter : usual;
    return least.plusMillis((long) (least.toMillis() * JITTER * random.nextDouble()));
  }
}
