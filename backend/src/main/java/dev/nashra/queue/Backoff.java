package dev.nashra.queue;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How long to wait before another attempt.
 *
 * @param waits after the first failure, after the second and so on; the last one again after that
 */
public record Backoff(List<Duration> waits) {
  /** Added at most, as a part of the wait, so that tasks that failed together come back apart. */
  private static final double JITTER = 0.2;

  public Backoff {
    waits = List.copyOf(waits);
    if (waits.isEmpty() || waits.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("a backoff has at least one wait, none negative");
    }
  }

  public static Backoff seconds(int... seconds) {
    return new Backoff(java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList());
  }

  /**
   * @param failures so far, at least 1
   * @return the wait and up to a fifth more
   */
  public Duration after(int failures, RandomGenerator random) {
    var wait = waits.get(Math.min(failures, waits.size()) - 1);
    return wait.plusMillis((long) (wait.toMillis() * JITTER * random.nextDouble()));
  }
}
