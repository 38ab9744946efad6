package dev.nashra.queue;

import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records how attempts ended, many in one transaction.
 *
 * <p>An end counts as recorded when that has committed. While the database is away it tries again
 * and again; if this process dies first, the tasks are rescued and done again.
 */
final class Settler {
  private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

  /** How long the first of a batch waits for others. */
  private static final Duration LINGER = Duration.ofMillis(2);

  private static final int ENOUGH = 100;
  private static final int MOST = 1000;
  private static final Duration RETRY = Duration.ofMillis(200);

  private final TaskStore store;
  private final Held held;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  /** Guarded by the lock, as are the two below. */
  private List<Settlement> pending = new ArrayList<>();

  private boolean waiting;
  private boolean closed;

  private final Thread thread =
      Thread.ofPlatform().daemon().name("task-settler").unstarted(this::run);

  Settler(TaskStore store, Held held) {
    this.store = store;
    this.held = held;
  }

  void start() {
    thread.start();
  }

  void add(Settlement settlement) {
    lock.lock();
    try {
      pending.add(settlement);
      if (waiting && (pending.size() == 1 || pending.size() == ENOUGH)) {
        arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      for (var batch = next(); !batch.isEmpty(); batch = next()) {
        record(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Empty when it is closed and everything is recorded. */
  private List<Settlement> next() throws InterruptedException {
    lock.lock();
    try {
      waiting = true;
      while (pending.isEmpty() && !closed) {
        arrived.await();
      }
      var linger = Deadline.in(LINGER);
      while (pending.size() < ENOUGH && !closed && !linger.isPast()) {
        arrived.await(linger.left().toNanos(), TimeUnit.NANOSECONDS);
      }
      waiting = false;
      var batch = pending.size() <= MOST ? pending : new ArrayList<>(pending.subList(0, MOST));
      pending =
          pending.size() <= MOST
              ? new ArrayList<>()
              : new ArrayList<>(pending.subList(MOST, pending.size()));
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void record(List<Settlement> batch) throws InterruptedException {
    var failed = false;
    while (true) {
      try {
        store.settle(batch);
        batch.forEach(settlement -> held.remove(settlement.attempt()));
        return;
      } catch (RuntimeException e) {
        if (!failed) {
          LOG.warn("{} ended tasks cannot be recorded yet: {}", batch.size(), e.toString());
        }
        failed = true;
        Waiter.pause(RETRY);
      }
    }
  }

  /** Records what is left; gives up when that takes too long, and then the tasks are done again. */
  void close(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      arrived.signal();
    } finally {
      lock.unlock();
    }
    if (!thread.join(patience)) {
      thread.interrupt();
    }
  }
}
