package dev.nashra.time;

import java.time.Duration;

/** A moment after which something is given up, by a clock that never jumps. */
public final class Deadline {
  private final Duration whole;
  private final long endNanos;

  private Deadline(Duration whole, long endNanos) {
    this.whole = whole;
    this.endNanos = endNanos;
  }

  public static Deadline in(Duration duration) {
    return new Deadline(duration, System.nanoTime() + duration.toNanos());
  }

  public boolean isPast() {
    return System.nanoTime() - endNanos >= 0;
  }

  /** How long it was from the beginning on. */
  public Duration whole() {
    return whole;
  }

  /** Never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }
}
