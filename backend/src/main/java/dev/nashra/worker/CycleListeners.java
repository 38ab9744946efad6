package dev.nashra.worker;

import java.time.Duration;
import java.util.List;

/** Several listeners that hear the same cycle, one after the other. */
public record CycleListeners(List<CycleListener> all) implements CycleListener {
  public CycleListeners {
    all = List.copyOf(all);
  }

  @Override
  public void cycleStarted(long cycleId, Mode mode, List<Stage> stages) {
    all.forEach(listener -> listener.cycleStarted(cycleId, mode, stages));
  }

  @Override
  public void runStarted(Stage stage, Job job) {
    all.forEach(listener -> listener.runStarted(stage, job));
  }

  @Override
  public void runProgressed(Stage stage, Job job, long done, long total) {
    all.forEach(listener -> listener.runProgressed(stage, job, done, total));
  }

  @Override
  public void runEnded(Stage stage, Job job, RunOutcome outcome, Duration took) {
    all.forEach(listener -> listener.runEnded(stage, job, outcome, took));
  }

  @Override
  public void cycleEnded(long cycleId, CycleState state, Duration took) {
    all.forEach(listener -> listener.cycleEnded(cycleId, state, took));
  }

  @Override
  public void cycleSkipped() {
    all.forEach(CycleListener::cycleSkipped);
  }
}
