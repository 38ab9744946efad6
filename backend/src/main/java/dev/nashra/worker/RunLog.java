package dev.nashra.worker;

import java.time.Instant;
import java.util.OptionalLong;

/** The record of cycles and runs: what ran, when, how it ended, counts, error. */
public interface RunLog {
  /**
   * Begins a cycle, unless another worker on the same database is in one. What a worker that died
   * in the middle of a cycle left as running is recorded as lost.
   *
   * @return the cycle's number; empty when another worker is in a cycle
   */
  OptionalLong startCycle(String worker, String mode, Instant now);

  void endCycle(long cycleId, CycleState state, Instant now);

  /** Records a run as running and gives its number. */
  long startRun(long cycleId, String stage, String job, Instant queued, Instant started);

  /** Records the end of a run. After this no transaction of the run can commit. */
  void endRun(long runId, RunOutcome outcome, Instant ended);
}
