package dev.nashra.worker;

import dev.nashra.time.Cancellation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job once: a claim, a slot, a record, a thread, a timeout, an outcome. */
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final String DRAINING = "the worker stops";

  private final RunLog log;
  private final InstantSource clock;
  private final Map<TimeoutType, Duration> timeouts;
  private final Semaphore slots;
  private final Map<String, Semaphore> stageSlots = new ConcurrentHashMap<>();
  private final Map<Attempt, JobRun> running = new ConcurrentHashMap<>();
  private final Set<Attempt> stuck = ConcurrentHashMap.newKeySet();

  /** Ends that could not be recorded, because the database was away. */
  private final Queue<Runnable> unrecorded = new ConcurrentLinkedQueue<>();

  private volatile boolean draining;
  private volatile @Nullable String stopping;

  /**
   * @param maxParallelJobs jobs running at once, over all stages and cycles
   */
  public JobRunner(
      RunLog log, InstantSource clock, Map<TimeoutType, Duration> timeouts, int maxParallelJobs) {
    this.log = log;
    this.clock = clock;
    this.timeouts = Map.copyOf(timeouts);
    this.slots = new Semaphore(maxParallelJobs, true);
  }

  /** Begins a run and returns at once; the run ends with an outcome, whatever the job does. */
  void start(JobRun jobRun) {
    try {
      // Not a virtual thread: whoever times out a job must not depend on memory being left.
      Thread.ofPlatform().daemon().name("run-" + jobRun.job().name()).start(() -> run(jobRun));
    } catch (OutOfMemoryError e) {
      jobRun.end(new RunOutcome.Skipped("there is no thread for it: " + e));
    }
  }

  private void run(JobRun jobRun) {
    RunOutcome outcome = new RunOutcome.Failed("it could not be recorded");
    try {
      outcome = claimAndRun(jobRun);
    } catch (InterruptedException | RuntimeException | Error e) {
      outcome = new RunOutcome.Failed("it could not be recorded: " + RootCause.of(e));
    } finally {
      jobRun.end(outcome);
    }
  }

  /** Claimed before it waits for its slot, so that no other worker waits for the same job. */
  private RunOutcome claimAndRun(JobRun jobRun) throws InterruptedException {
    var slot = slot(jobRun.stage());
    boolean isFree = slot.tryTake();
    boolean isTaken = isFree;
    try {
      switch (log.claim(jobRun.cycleId(), jobRun.stage().name(), jobRun.job().name(), isFree)) {
        case RunClaim.Taken(String reason) -> {
          return new RunOutcome.Skipped(reason);
        }
        case RunClaim.Claimed(long id) -> {
          if (!isFree) {
            slot.take();
            isTaken = true;
          }
          return runRecorded(jobRun, new Run(id), isFree);
        }
      }
    } finally {
      if (isTaken) {
        slot.free();
      }
    }
  }

  private Slot slot(Stage stage) {
    return new Slot(
        stageSlots.computeIfAbsent(stage.name(), _ -> new Semaphore(stage.slots(), true)), slots);
  }

  private RunOutcome runRecorded(JobRun jobRun, Run run, boolean isStarted)
      throws InterruptedException {
    RunOutcome outcome = new RunOutcome.Skipped(DRAINING);
    try {
      if (!draining) {
        outcome =
            isStarted || log.startRun(run.id())
                ? perform(jobRun, run)
                : new RunOutcome.Skipped("its claim was lost while it waited");
      }
      return outcome;
    } catch (RuntimeException | Error e) {
      outcome = new RunOutcome.Skipped("it could not be begun: " + e);
      throw e;
    } finally {
      run.end();
      var end = outcome;
      record(() -> log.endRun(run.id(), end));
    }
  }

  private RunOutcome perform(JobRun jobRun, Run run) throws InterruptedException {
    var context = new JobContext(run.id(), clock, new Cancellation(), jobRun::progress);
    jobRun.begin();
    var attempt = Attempt.start(jobRun.job(), context, run);
    running.put(attempt, jobRun);
    try {
      var reason = stopping;
      if (reason != null) {
        attempt.stop(reason); // stop() may have looked before we were among the running
      }
      return attempt.await(jobRun.hasTimeout() ? timeouts.get(attempt.job().timeoutType()) : null);
    } finally {
      running.remove(attempt);
      if (attempt.isAlive()) {
        stuck.add(attempt);
      }
    }
  }

  /** Records an end, now or as soon as the database is back. */
  void record(Runnable end) {
    try {
      end.run();
    } catch (RuntimeException | Error e) {
      unrecorded.add(end);
      LOG.warn("An end could not be recorded yet: {}", RootCause.of(e));
    }
  }

  /** Records what could not be recorded before. */
  void recordLate() {
    for (var end = unrecorded.peek(); end != null; end = unrecorded.peek()) {
      end.run();
      unrecorded.remove(end);
    }
  }

  /** No job begins from now on. */
  void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** Stops what still runs. */
  void stop(String reason) {
    stopping = reason;
    running.keySet().forEach(attempt -> attempt.stop(reason));
  }

  /** What is at work now. */
  List<Attempt> running() {
    return List.copyOf(running.keySet());
  }

  /** The runs that got further since this was last asked, and how long ago. */
  Map<Long, Duration> progressed() {
    var ages = new HashMap<Long, Duration>();
    running.forEach(
        (attempt, jobRun) ->
            jobRun.takeProgress().ifPresent(age -> ages.put(attempt.run().id(), age)));
    return ages;
  }

  /** The threads that still ignore having been stopped, each with its stack. */
  List<String> stuck() {
    stuck.removeIf(attempt -> !attempt.isAlive());
    return stuck.stream().map(Attempt::describe).toList();
  }
}
