package dev.nashra.publish;

import java.time.Duration;
import java.util.List;

/**
 * How much an account may publish, and how fast.
 *
 * @param mostPerTurn publications in one run of the job
 * @param gap between two publications at least
 * @param mostPerMinute within any sixty seconds; 0: no limit
 */
public record Pace(int mostPerTurn, Duration gap, int mostPerMinute) {
  public static final Duration WINDOW = Duration.ofMinutes(1);

  /**
   * How long to wait before the next publication.
   *
   * @param ages how long ago the publications of the last minute were, the newest first
   */
  public Duration waitAfter(List<Duration> ages) {
    if (ages.isEmpty()) {
      return Duration.ZERO;
    }
    var wait = gap.minus(ages.getFirst());
    if (mostPerMinute > 0 && ages.size() >= mostPerMinute) {
      var untilFree = WINDOW.minus(ages.get(mostPerMinute - 1));
      wait = wait.compareTo(untilFree) > 0 ? wait : untilFree;
    }
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
