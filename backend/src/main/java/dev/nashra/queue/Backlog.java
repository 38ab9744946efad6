package dev.nashra.queue;

import dev.nashra.time.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one process has claimed of a queue and not begun, between the thread that claims and those
 * that work.
 *
 * <p>Short tasks are claimed ahead, as many as the threads finish in a moment; long ones are not,
 * so that they can begin elsewhere.
 */
final class Backlog {
  /** How much work is claimed ahead. */
  private static final Duration AHEAD = Duration.ofMillis(25);

  private static final int MOST_AHEAD = 1000;

  /** After this, what is claimed ahead is given back: the tasks before it are longer than usual. */
  private static final Duration STALE = Duration.ofSeconds(1);

  private final int workers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition taskArrived = lock.newCondition();
  private final Condition roomOrRing = lock.newCondition();

  /** Guarded by the lock, as are those below. */
  private final Deque<Task> claimed = new ArrayDeque<>();

  private int busy;
  private boolean rung;
  private boolean draining;

  /** How long nothing of what is claimed ahead has begun. */
  private Deadline stale = Deadline.in(STALE);

  /** Of the last attempts, in nanoseconds; long until something is known. */
  private double usualNanos = AHEAD.toNanos();

  Backlog(int workers) {
    this.workers = workers;
  }

  // for the thread that claims

  /** How many to claim; 0 when no more are to be claimed. */
  int awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!draining && !isWorthClaiming()) {
        roomOrRing.await();
      }
      rung = false;
      return draining ? 0 : workers + ahead() - busy - claimed.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean isWorthClaiming() {
    var most = workers + ahead();
    var has = busy + claimed.size();
    return ahead() == 0 ? has < most : has <= most / 2;
  }

  private int ahead() {
    return Math.clamp((long) (workers * (AHEAD.toNanos() / usualNanos - 1)), 0, MOST_AHEAD);
  }

  /** What comes in while it drains is given back when the worker says goodbye. */
  void accept(List<Task> tasks) {
    lock.lock();
    try {
      tasks.stream().filter(task -> task.owner() == null).forEach(claimed::addLast);
      // Those whose tokens are taken go first.
      tasks.reversed().stream().filter(task -> task.owner() != null).forEach(claimed::addFirst);
      tasks.stream().limit(workers).forEach(_ -> taskArrived.signal()); // one thread for each
    } finally {
      lock.unlock();
    }
  }

  /** Until somebody rings, it drains, or the patience is over. */
  void awaitRing(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      var nanos = patience.toNanos();
      while (!rung && !draining && nanos > 0) {
        nanos = roomOrRing.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** There may be something to claim. */
  void ring() {
    lock.lock();
    try {
      rung = true;
      roomOrRing.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // for the threads that work

  /**
   * The next task; null when there is none any more.
   *
   * @param done what the calling thread has done before; null when it comes for the first time
   */
  @Nullable Task next(@Nullable Performance done) throws InterruptedException {
    lock.lock();
    try {
      if (done != null) {
        over(done);
      }
      while (claimed.isEmpty() && !draining) {
        taskArrived.await();
      }
      if (draining) {
        return null;
      }
      busy++;
      stale = Deadline.in(STALE);
      return claimed.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  /** A thread is not busy with this any more. */
  void over(Performance done) {
    lock.lock();
    try {
      busy--;
      usualNanos += (done.elapsed().toNanos() - usualNanos) / 8;
      usualNanos = Math.max(usualNanos, 1000);
      if (draining || isWorthClaiming()) {
        roomOrRing.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  // for those who watch and stop

  /** Nothing begins any more; gives what was claimed ahead. */
  List<Task> drain() {
    lock.lock();
    try {
      draining = true;
      taskArrived.signalAll();
      return takeClaimed();
    } finally {
      lock.unlock();
    }
  }

  /** What is claimed ahead and has to wait longer than was thought. */
  List<Task> takeStale() {
    lock.lock();
    try {
      return stale.isPast() ? takeClaimed() : List.of();
    } finally {
      lock.unlock();
    }
  }

  /** What is claimed ahead. */
  List<Task> takeClaimed() {
    lock.lock();
    try {
      var tasks = new ArrayList<>(claimed);
      claimed.clear();
      roomOrRing.signalAll();
      return tasks;
    } finally {
      lock.unlock();
    }
  }

  boolean awaitIdle(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      var nanos = patience.toNanos();
      while (busy > 0 && nanos > 0) {
        nanos = roomOrRing.awaitNanos(nanos);
      }
      return busy == 0;
    } finally {
      lock.unlock();
    }
  }
}
