package dev.nashra.worker;

import dev.nashra.time.Stopwatch;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs cycles and periodic jobs until it is told to stop.
 *
 * <p>Stopping: no new job begins; the running ones get some time to finish, then they are stopped;
 * the next start resumes from the state that they left.
 */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration LAST_WORDS = Duration.ofMillis(1_500);

  private final List<Stage> stages;
  private final Supplier<Mode> mode;
  private final RunLog log;
  private final JobRunner runner;
  private final CycleListener listener;

  /** Cycles and periodic jobs that are on their way. */
  private final AtomicInteger busy = new AtomicInteger();

  /**
   * @param mode asked at the start of every cycle
   */
  public Worker(
      List<Stage> stages,
      Supplier<Mode> mode,
      RunLog log,
      JobRunner runner,
      CycleListener listener) {
    this.stages = List.copyOf(stages);
    this.mode = mode;
    this.log = log;
    this.runner = runner;
    this.listener = listener;
  }

  /** Begins a cycle and returns at once. */
  public void beginCycle() {
    Thread.ofPlatform()
        .daemon()
        .name("cycle")
        .start(
            () -> {
              try {
                runCycle();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException e) {
                LOG.error(
                    "The cycle was cut off; the next one does what it left: {}", RootCause.of(e));
              }
            });
  }

  /**
   * Runs one cycle; in a mode whose cycles do not overlap only when none is running.
   *
   * @return whether the cycle passed through all stages
   */
  public boolean runCycle() throws InterruptedException {
    if (runner.isDraining()) {
      return false;
    }
    busy.incrementAndGet();
    try {
      return runOneCycle();
    } finally {
      busy.decrementAndGet();
    }
  }

  private boolean runOneCycle() throws InterruptedException {
    var cycleMode = mode.get();
    var started = log.startCycle(cycleMode);
    if (started.isEmpty()) {
      listener.cycleSkipped();
      return false;
    }
    var id = started.getAsLong();
    var watch = new Stopwatch();
    listener.cycleStarted(id, cycleMode, stages);
    var end = CycleState.STOPPED;
    try {
      end = new Cycle(id, cycleMode, runner, listener).run(stages);
    } finally {
      var state = end;
      runner.record(() -> log.endCycle(id, state));
      listener.cycleEnded(id, state, watch.elapsed());
    }
    return end == CycleState.DONE;
  }

  /** Runs a job that belongs to no cycle, with its timeout; the future always gives a value. */
  public CompletableFuture<RunOutcome> begin(Stage stage, Job job) {
    busy.incrementAndGet();
    var run = new JobRun(OptionalLong.empty(), stage, job, true, listener);
    runner.start(run);
    return run.outcome().whenComplete((_, _) -> busy.decrementAndGet());
  }

  /** Stops the worker; returns when nothing runs any more, soon after the grace at the latest. */
  public void stop(Duration grace) throws InterruptedException {
    runner.drain();
    if (!Waiter.until(() -> busy.get() == 0, grace, POLL)) {
      LOG.info("Stopping the jobs that still run");
      runner.stop("the worker stops");
      if (!Waiter.until(() -> busy.get() == 0, LAST_WORDS, POLL)) {
        LOG.warn("Not every job has noticed that it is stopped");
      }
    }
  }
}
