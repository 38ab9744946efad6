package dev.nashra.queue;

import dev.nashra.queue.Performance.Stop;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops attempts at their timeout, or when the lease is in doubt, and gives up on stuck threads.
 */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Engine engine;
  private final Heart heart;
  private final List<QueueLine> lines;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("task-watch").unstarted(this::watchUntilStopped);

  Watch(Engine engine, Heart heart, List<QueueLine> lines) {
    this.engine = engine;
    this.heart = heart;
    this.lines = lines;
  }

  void start() {
    thread.start();
  }

  private void watchUntilStopped() {
    try {
      while (true) {
        Waiter.pause(LOOK_EVERY);
        if (heart.leaseIsDoubtful()) {
          giveUpLease();
        }
        lines.forEach(this::look);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // stop() does that
    }
  }

  private void look(QueueLine line) {
    for (var performance : line.running()) {
      if (performance.ignoresStop()) {
        line.abandon(performance);
      } else if (performance.isPastDeadline()) {
        performance.stop(Stop.TIMED_OUT);
      }
    }
    engine.giveBack(line.takeStale());
  }

  /** Others may have our tasks by now, or soon. */
  private void giveUpLease() {
    for (var line : lines) {
      var claimed = line.takeClaimed();
      claimed.forEach(task -> engine.held().remove(Attempt.of(task)));
      if (!claimed.isEmpty() || !line.running().isEmpty()) {
        LOG.warn("The database has not answered for too long: tasks are left to other workers");
      }
      line.running().forEach(performance -> performance.stop(Stop.LOST));
    }
  }

  void stop() {
    thread.interrupt();
  }
}
