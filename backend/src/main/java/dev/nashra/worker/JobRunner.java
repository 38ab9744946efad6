package dev.nashra.worker;

import dev.nashra.time.Cancellation;
import dev.nashra.time.Stopwatch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Runs one job once: a slot, a record, a thread, a timeout, an outcome. */
public final class JobRunner {
  private final RunLog log;
  private final InstantSource clock;
  private final Map<TimeoutType, Duration> timeouts;
  private final Semaphore slots;
  private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String stopping;

  /**
   * @param maxParallelJobs jobs running at once, over all stages
   */
  public JobRunner(
      RunLog log, InstantSource clock, Map<TimeoutType, Duration> timeouts, int maxParallelJobs) {
    this.log = log;
    this.clock = clock;
    this.timeouts = Map.copyOf(timeouts);
    this.slots = new Semaphore(maxParallelJobs, true);
  }

  /** Runs the job and gives how it ended; whatever the job does, this does not throw. */
  RunOutcome run(Cycle.Place place, Job job) throws InterruptedException {
    var queued = clock.instant();
    slots.acquire();
    try {
      if (stopping != null) {
        return new RunOutcome.Skipped("the worker stops");
      }
      var runId =
          log.startRun(place.cycleId(), place.stage().name(), job.name(), queued, clock.instant());
      var watch = new Stopwatch();
      place.listener().runStarted(place.stage(), job);
      var outcome = perform(place, job, runId);
      log.endRun(runId, outcome, clock.instant());
      place.listener().runEnded(place.stage(), job, outcome, watch.elapsed());
      return outcome;
    } finally {
      slots.release();
    }
  }

  private RunOutcome perform(Cycle.Place place, Job job, long runId) throws InterruptedException {
    var context = new JobContext(runId, clock, new Cancellation(), place.progressOf(job));
    var attempt = Attempt.start(job, context);
    running.add(attempt);
    try {
      var reason = stopping;
      if (reason != null) {
        attempt.stop(reason); // stop() may have looked before we were in the set
      }
      return attempt.await(place.mode().timeouts() ? timeouts.get(job.timeoutType()) : null);
    } finally {
      running.remove(attempt);
    }
  }

  /** No job begins from now on. */
  void drain(String reason) {
    stopping = reason;
  }

  /** Stops what still runs. */
  void stop(String reason) {
    running.forEach(attempt -> attempt.stop(reason));
  }
}
