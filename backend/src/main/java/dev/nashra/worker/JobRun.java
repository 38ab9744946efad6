package dev.nashra.worker;

import dev.nashra.time.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A job on its way through the runner, as those see it who wait for it. */
final class JobRun {
  private final Stage stage;
  private final Job job;
  private final OptionalLong cycleId;
  private final boolean hasTimeout;
  private final CycleListener listener;
  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();

  /** Null while it waits for its slot, as is {@link #sinceProgress}. */
  private volatile @Nullable Stopwatch sinceBegin;

  private volatile @Nullable Stopwatch sinceProgress;

  private volatile boolean hasProgressed;

  /**
   * @param cycleId empty for periodic jobs
   * @param hasTimeout whether it is stopped at its timeout
   */
  JobRun(OptionalLong cycleId, Stage stage, Job job, boolean hasTimeout, CycleListener listener) {
    this.cycleId = cycleId;
    this.stage = stage;
    this.job = job;
    this.hasTimeout = hasTimeout;
    this.listener = listener;
  }

  OptionalLong cycleId() {
    return cycleId;
  }

  Stage stage() {
    return stage;
  }

  Job job() {
    return job;
  }

  boolean hasTimeout() {
    return hasTimeout;
  }

  /** Completes when the run has ended and its slot is free, always with a value. */
  CompletableFuture<RunOutcome> outcome() {
    return outcome;
  }

  void begin() {
    sinceBegin = new Stopwatch();
    sinceProgress = new Stopwatch();
    hasProgressed = true;
    listener.runStarted(stage, job);
  }

  /** Given to the job. */
  void progress(long done, long total) {
    sinceProgress = new Stopwatch();
    hasProgressed = true;
    listener.runProgressed(stage, job, done, total);
  }

  /** Tells once for each progress how long ago it was. */
  Optional<Duration> takeProgress() {
    boolean progressed = hasProgressed;
    hasProgressed = false;
    return progressed
        ? Optional.ofNullable(sinceProgress).map(Stopwatch::elapsed)
        : Optional.empty();
  }

  /** Whether it runs and has got no further for so long. */
  boolean isStalled(Duration patience) {
    var watch = sinceProgress;
    return watch != null && watch.elapsed().compareTo(patience) >= 0;
  }

  void end(RunOutcome end) {
    var watch = sinceBegin;
    try {
      listener.runEnded(stage, job, end, watch == null ? Duration.ZERO : watch.elapsed());
    } finally {
      outcome.complete(end);
    }
  }
}
