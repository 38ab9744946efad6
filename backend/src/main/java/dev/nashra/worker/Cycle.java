package dev.nashra.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One pass through the stages. */
final class Cycle {
  private final long id;
  private final Mode mode;
  private final JobRunner runner;
  private final CycleListener listener;

  Cycle(long id, Mode mode, JobRunner runner, CycleListener listener) {
    this.id = id;
    this.mode = mode;
    this.runner = runner;
    this.listener = listener;
  }

  /** Passes through all stages and gives how the cycle ended. */
  CycleState run(List<Stage> stages) throws InterruptedException {
    for (var stage : stages) {
      var outcomes = mode.parallel() && stage.width() > 1 ? sideBySide(stage) : oneByOne(stage);
      if (outcomes.stream().anyMatch(Cycle::isStop)) {
        return CycleState.STOPPED;
      }
      if (mode.failureEndsCycle() && outcomes.stream().anyMatch(Cycle::isFailure)) {
        return CycleState.FAILED;
      }
    }
    return CycleState.DONE;
  }

  private List<RunOutcome> oneByOne(Stage stage) throws InterruptedException {
    var outcomes = new ArrayList<RunOutcome>();
    for (var job : stage.jobs()) {
      var outcome = runner.run(new Place(id, mode, stage, listener), job);
      outcomes.add(outcome);
      if (isStop(outcome) || (mode.failureEndsCycle() && isFailure(outcome))) {
        break;
      }
    }
    return outcomes;
  }

  private List<RunOutcome> sideBySide(Stage stage) throws InterruptedException {
    var threads = Thread.ofPlatform().daemon().name("stage-" + stage.name() + "-", 1).factory();
    try (var executor = Executors.newFixedThreadPool(stage.width(), threads)) {
      var runs = new ArrayList<Future<RunOutcome>>();
      for (var job : stage.jobs()) {
        runs.add(executor.submit(() -> runner.run(new Place(id, mode, stage, listener), job)));
      }
      var outcomes = new ArrayList<RunOutcome>();
      for (var run : runs) {
        outcomes.add(run.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run could not be recorded", e.getCause());
    }
  }

  private static boolean isStop(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Stopped _, RunOutcome.Skipped _ -> true;
      case RunOutcome.Done _, RunOutcome.Failed _, RunOutcome.TimedOut _ -> false;
    };
  }

  private static boolean isFailure(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Failed _, RunOutcome.TimedOut _ -> true;
      case RunOutcome.Done _, RunOutcome.Stopped _, RunOutcome.Skipped _ -> false;
    };
  }

  /** Where a job stands: its cycle and stage, and who hears about it. */
  record Place(long cycleId, Mode mode, Stage stage, CycleListener listener) {
    JobContext.Progress progressOf(Job job) {
      return (done, total) -> listener.runProgressed(stage, job, done, total);
    }
  }
}
