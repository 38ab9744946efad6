package dev.nashra.queue;

import java.time.Duration;

/**
 * So many attempts in any stretch of this length.
 *
 * @param count tokens in the bucket; each comes back one period after its attempt has ended
 */
public record RateLimit(int count, Duration period) {
  public RateLimit {
    if (count < 1 || !period.isPositive()) {
      throw new IllegalArgumentException("a rate limit allows something in some time");
    }
  }

  public static RateLimit perSecond(int count) {
    return new RateLimit(count, Duration.ofSeconds(1));
  }

  public static RateLimit perMinute(int count) {
    return new RateLimit(count, Duration.ofMinutes(1));
  }
}
