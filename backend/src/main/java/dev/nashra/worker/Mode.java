package dev.nashra.worker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a cycle runs its jobs.
 *
 * @param name as recorded with the cycle
 * @param timeouts whether a job past its timeout is stopped
 * @param parallel whether wide stages run their jobs side by side
 * @param failureEndsCycle whether the jobs after a failed one are left out
 * @param patience how long a cycle waits for a job that makes no progress before the next stage
 *     begins without it; null: for ever, and the next cycle waits for this one too
 */
public record Mode(
    String name,
    boolean timeouts,
    boolean parallel,
    boolean failureEndsCycle,
    @Nullable Duration patience) {
  /** The old worker, kept as it was. */
  public static final Mode ORIGINAL = new Mode("original", false, false, true, null);

  public static Mode improved(boolean timeouts, boolean parallel, Duration patience) {
    return new Mode("improved", timeouts, parallel, false, patience);
  }

  /** Whether a cycle begins on time although the last one still runs. */
  public boolean overlaps() {
    return patience != null;
  }
}
