package dev.nashra.queue;

import dev.nashra.time.Deadline;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes tasks ready when they are due: delays, and the waits between attempts. */
final class DueClock {
  private static final Logger LOG = LoggerFactory.getLogger(DueClock.class);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration SHORTEST = Duration.ofMillis(5);
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final TaskStore store;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("task-clock").unstarted(this::promoteUntilStopped);

  /** Guarded by this, as is the other. */
  private boolean hurried;

  private boolean stopped;

  DueClock(TaskStore store) {
    this.store = store;
  }

  void start() {
    thread.start();
  }

  private void promoteUntilStopped() {
    try {
      while (pause(promote())) {
        // And again.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration promote() {
    try {
      var next = store.promote().filter(wait -> wait.compareTo(LONGEST) < 0).orElse(LONGEST);
      return next.compareTo(SHORTEST) < 0 ? SHORTEST : next;
    } catch (RuntimeException e) {
      LOG.debug("Nothing could be made ready", e);
      return RETRY;
    }
  }

  /** Gives whether to go on. */
  private synchronized boolean pause(Duration duration) throws InterruptedException {
    var end = Deadline.in(duration);
    while (!hurried && !stopped && !end.isPast()) {
      wait(Math.max(1, end.left().toMillis()));
    }
    hurried = false;
    return !stopped;
  }

  /** Something may be due earlier than was thought. */
  synchronized void hurry() {
    hurried = true;
    notifyAll();
  }

  /** Lets the statement that is under way end. */
  void stop(Duration patience) throws InterruptedException {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    thread.join(patience);
  }
}
