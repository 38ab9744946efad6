package dev.nashra.worker;

/**
 * How a cycle runs its jobs.
 *
 * @param name as recorded with the cycle
 * @param timeouts whether a job past its timeout is stopped
 * @param parallel whether wide stages run their jobs side by side
 * @param failureEndsCycle whether the jobs after a failed one are left out
 */
public record Mode(String name, boolean timeouts, boolean parallel, boolean failureEndsCycle) {
  /** The old worker, kept as it was. */
  public static final Mode ORIGINAL = new Mode("original", false, false, true);

  public static Mode improved(boolean timeouts, boolean parallel) {
    return new Mode("improved", timeouts, parallel, false);
  }
}
