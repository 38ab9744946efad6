package dev.nashra.worker;

import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's signs of life: renews what it has claimed, stops the jobs whose claim was lost, and
 * tells when so many threads are stuck that the worker should be started anew.
 */
public final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /** Several beats fit into a lease. */
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final WorkerRegistry registry;
  private final JobRunner runner;
  private final int maxStuck;
  private final Consumer<String> wornOut;
  private final Thread thread = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::run);
  private boolean isAway;
  private boolean isWornOut;

  private Heartbeat(
      WorkerRegistry registry, JobRunner runner, int maxStuck, Consumer<String> wornOut) {
    this.registry = registry;
    this.runner = runner;
    this.maxStuck = maxStuck;
    this.wornOut = wornOut;
  }

  /**
   * @param maxStuck threads that may be stuck
   * @param wornOut told once why the worker should be started anew
   */
  public static Heartbeat start(
      WorkerRegistry registry, JobRunner runner, int maxStuck, Consumer<String> wornOut) {
    var heartbeat = new Heartbeat(registry, runner, maxStuck, wornOut);
    heartbeat.thread.start();
    return heartbeat;
  }

  private void run() {
    try {
      while (true) {
        tryBeat();
        Waiter.pause(INTERVAL);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void tryBeat() {
    try {
      var stuck = runner.stuck();
      tellWornOut(stuck);
      beat(stuck);
      if (isAway) {
        LOG.info("The database is back");
      }
      isAway = false;
    } catch (RuntimeException | Error e) {
      if (!isAway) {
        LOG.warn("The database does not answer; trying again: {}", RootCause.of(e));
      }
      isAway = true;
    }
  }

  private void beat(List<String> stuck) {
    // Before the beat: what is claimed after it is not among its answers.
    var running = runner.running();
    var status = new WorkerRegistry.Status(runner.isDraining(), stuck);
    Set<Long> ours = registry.beat(status, runner.progressed());
    running.stream()
        .filter(attempt -> !attempt.run().isEnded() && !ours.contains(attempt.run().id()))
        .forEach(attempt -> attempt.stop("another worker took it over"));
    runner.recordLate();
  }

  private void tellWornOut(List<String> stuck) {
    if (stuck.size() > maxStuck && !isWornOut) {
      isWornOut = true;
      LOG.error(
          "{} threads ignore that they are stopped; this worker should be started anew\n{}",
          stuck.size(),
          String.join("\n", stuck));
      wornOut.accept(stuck.size() + " threads are stuck");
    }
  }

  /** No more signs of life. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(2));
      runner.recordLate();
      registry.leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The worker could not say good-bye: {}", RootCause.of(e));
    }
  }
}
