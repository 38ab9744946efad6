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

  default void runEnded(Stage stage, Job job, RunOutcome outcome, Duration took) {}

  default void cycleEnded(long cycleId, CycleState state, Duration took) {}

  /** Nothing was run, because another worker on the same database is in a cycle. */
  default void cycleSkipped() {}
}
