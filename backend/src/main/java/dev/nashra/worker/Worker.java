package dev.nashra.worker;

import dev.nashra.time.Stopwatch;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs cycles, one after the other, until it is told to stop.
 *
 * <p>Stopping: no new job begins; the running ones get some time to finish, then they are stopped;
 * the next start resumes from the state that they left.
 */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final String name;
  private final List<Stage> stages;
  private final Supplier<Mode> mode;
  private final RunLog log;
  private final JobRunner runner;
  private final InstantSource clock;
  private final CycleListener listener;
  private volatile boolean inCycle;

  /**
   * @param name host and process, for the records
   * @param mode asked at the start of every cycle
   */
  public Worker(
      String name,
      List<Stage> stages,
      Supplier<Mode> mode,
      RunLog log,
      JobRunner runner,
      InstantSource clock,
      CycleListener listener) {
    this.name = name;
    this.stages = List.copyOf(stages);
    this.mode = mode;
    this.log = log;
    this.runner = runner;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Runs one cycle, unless another worker on the same database is in one.
   *
   * @return whether a cycle was run to its end
   */
  public synchronized boolean runCycle() throws InterruptedException {
    inCycle = true;
    try {
      return runOneCycle();
    } finally {
      inCycle = false;
    }
  }

  private boolean runOneCycle() throws InterruptedException {
    var cycleMode = mode.get();
    var started = log.startCycle(name, cycleMode.name(), clock.instant());
    if (started.isEmpty()) {
      LOG.info("Cycle skipped: another worker on this database is in one");
      listener.cycleSkipped();
      return false;
    }
    var id = started.getAsLong();
    var watch = new Stopwatch();
    listener.cycleStarted(id, cycleMode, stages);
    var state = CycleState.STOPPED;
    try {
      state = new Cycle(id, cycleMode, runner, listener).run(stages);
    } finally {
      log.endCycle(id, state, clock.instant());
      listener.cycleEnded(id, state, watch.elapsed());
    }
    return state == CycleState.DONE;
  }

  /** Stops the worker; returns when nothing runs any more, soon after the grace at the latest. */
  public void stop(Duration grace) throws InterruptedException {
    runner.drain("the worker stops");
    if (!Waiter.until(() -> !inCycle, grace, POLL)) {
      LOG.info("Stopping the jobs that still run");
      runner.stop("the worker stops");
      if (!Waiter.until(() -> !inCycle, LAST_WORDS, POLL)) {
        LOG.warn("Not every job has noticed that it is stopped");
      }
    }
  }
}
