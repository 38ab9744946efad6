package dev.nashra.worker;

import java.time.Duration;
import java.util.List;

/** Hears what happens in a cycle, for the terminal and the log. Called on several threads. */
public interface CycleListener {
  CycleListener SILENT = new CycleListener() {};

  default void cycleStarted(long cycleId, Mode mode, List<Stage> stages) {}

  default void runStarted(Stage stage, Job job) {}

  /** {@code total} is 0 when it is not known. */
  default void runProgressed(Stage stage, Job job, long done, long total) {}

  /** The cycle goes on without a job that makes no progress. */
  default void runStalled(Stage stage, Job job, Duration patience) {}

  default void runEnded(Stage stage, Job job, RunOutcome outcome, Duration took) {}

  default void cycleEnded(long cycleId, CycleState state, Duration took) {}

  /** Nothing was run, because the last cycle still runs and the mode knows no overlap. */
  default void cycleSkipped() {}
}
