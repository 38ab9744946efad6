package dev.nashra.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a source that failed is left alone. */
public final class RetryPlan {
  /** A source that is gone for good is only looked at now and then. */
  public static final Duration AFTER_GONE = Duration.ofDays(30);

  private static final int PATIENT_FAILURES = 2;
  private static final Duration TRANSIENT_STEP = Duration.ofMinutes(10);
  private static final Duration TRANSIENT_MOST = Duration.ofHours(6);
  private static final Duration PERMANENT_STEP = Duration.ofHours(1);
  private static final Duration PERMANENT_MOST = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 10;

  private RetryPlan() {}

  /**
   * After a fault that may pass: the first ones are forgiven, then the wait doubles.
   *
   * @param failures in a row, this one included
   * @param asked what the source itself asks for; null when it does not say
   */
  public static Duration afterTransient(int failures, @Nullable Duration asked) {
    var wait =
        failures <= PATIENT_FAILURES
            ? Duration.ZERO
            : doubled(TRANSIENT_STEP, failures - PATIENT_FAILURES - 1, TRANSIENT_MOST);
    return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
  }

  /** After a fault that somebody has to mend. */
  public static Duration afterPermanent(int failures) {
    return doubled(PERMANENT_STEP, failures - 1, PERMANENT_MOST);
  }

  private static Duration doubled(Duration step, int times, Duration most) {
    var wait = step.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    return wait.compareTo(most) > 0 ? most : wait;
  }
}
