package dev.nashra.worker;

import java.util.OptionalLong;

/**
 * The record of cycles and runs: what ran, when, how it ended, counts, error. All times are by the
 * record's own clock, so that workers with wrong clocks do no harm.
 *
 * <p>The record is also what keeps a job single: over all workers that share it, a job has at most
 * one run that waits or runs. What a dead worker left is recorded as lost when it is in the way.
 */
public interface RunLog {
  /**
   * Begins a cycle.
   *
   * @return its number; empty when the mode's cycles do not overlap and one is running
   */
  OptionalLong startCycle(Mode mode);

  void endCycle(long cycleId, CycleState state);

  /**
   * Claims a job for a run.
   *
   * @param cycleId empty for periodic jobs
   * @param starts whether it runs at once; else it waits for its slot from now on
   */
  RunClaim claim(OptionalLong cycleId, String stage, String job, boolean starts);

  /**
   * Records that a run which waited has its slot and runs.
   *
   * @return false when the claim was lost meanwhile
   */
  boolean startRun(long runId);

  /** Records the end of a run. After this no transaction of the run can commit. */
  void endRun(long runId, RunOutcome outcome);
}
