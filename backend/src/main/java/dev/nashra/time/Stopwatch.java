package dev.nashra.time;

import java.time.Duration;

/** Measures how long something takes, by a clock that never jumps. */
public final class Stopwatch {
  private final long startNanos = System.nanoTime();

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
