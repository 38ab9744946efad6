package dev.nashra.worker;

import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One pass through the stages. */
final class Cycle {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final long id;
  private final Mode mode;
  private final JobRunner runner;
  private final CycleListener listener;
  private final List<JobRun> runs = new ArrayList<>();

  Cycle(long id, Mode mode, JobRunner runner, CycleListener listener) {
    this.id = id;
    this.mode = mode;
    this.runner = runner;
    this.listener = listener;
  }

  /** Passes through all stages, waits for every job and gives how the cycle ended. */
  CycleState run(List<Stage> stages) throws InterruptedException {
    var state = passThrough(stages);
    await(runs, null);
    return runner.isDraining() ? CycleState.STOPPED : state;
  }

  private CycleState passThrough(List<Stage> stages) throws InterruptedException {
    for (var stage : stages) {
      for (var jobs : steps(stage)) {
        var step = jobs.stream().map(job -> start(stage, job)).toList();
        await(step, mode.patience());
        if (runner.isDraining()) {
          return CycleState.STOPPED;
        }
        if (mode.failureEndsCycle() && step.stream().anyMatch(Cycle::hasFailed)) {
          return CycleState.FAILED;
        }
      }
    }
    return CycleState.DONE;
  }

  /** What is begun together. */
  private List<List<Job>> steps(Stage stage) {
    return mode.parallel() && !stage.inOrder()
        ? List.of(stage.jobs())
        : stage.jobs().stream().map(List::of).toList();
  }

  private JobRun start(Stage stage, Job job) {
    var run = new JobRun(OptionalLong.of(id), stage, job, mode.timeouts(), listener);
    runs.add(run);
    runner.start(run);
    return run;
  }

  /**
   * Waits until all have ended; with a patience, only for those that make progress. What is left
   * goes on by itself, and what comes next works with what there is.
   */
  private void await(List<JobRun> step, @Nullable Duration patience) throws InterruptedException {
    while (true) {
      try {
        if (isOver(step, patience)) {
          return;
        }
        awaitAll(open(step));
      } catch (OutOfMemoryError _) {
        Waiter.pause(LOOK); // A job has taken it all; it is stopped at its timeout.
      }
    }
  }

  private boolean isOver(List<JobRun> step, @Nullable Duration patience) {
    var open = open(step);
    if (patience == null || !open.stream().allMatch(run -> run.isStalled(patience))) {
      return open.isEmpty();
    }
    open.forEach(run -> listener.runStalled(run.stage(), run.job(), patience));
    return true;
  }

  private static void awaitAll(List<JobRun> runs) throws InterruptedException {
    var all = runs.stream().map(JobRun::outcome).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(all).get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      // Time to look whether they make progress.
    } catch (ExecutionException e) {
      throw new IllegalStateException("runs complete with values only", e);
    }
  }

  private static List<JobRun> open(List<JobRun> runs) {
    return runs.stream().filter(run -> !run.outcome().isDone()).toList();
  }

  private static boolean hasFailed(JobRun run) {
    return switch (run.outcome().getNow(new RunOutcome.Skipped(""))) {
      case RunOutcome.Failed _, RunOutcome.TimedOut _ -> true;
      case RunOutcome.Done _, RunOutcome.Stopped _, RunOutcome.Skipped _ -> false;
    };
  }
}
