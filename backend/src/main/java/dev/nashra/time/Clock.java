package dev.nashra.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The machine's clock, in the precision that PostgreSQL keeps. */
public final class Clock {
  /** Read by the program; tests give their own. */
  public static final InstantSource SYSTEM = Clock::now;

  private Clock() {}

  private static Instant now() {
    return InstantSource.system().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
