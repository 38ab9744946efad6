package dev.nashra.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one runner at a time take one step, in an order drawn from a seed, so that an interleaving
 * of several runners can be had again.
 */
final class Baton {
  private final Random random;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** All guarded by the lock. */
  private final List<String> runners = new ArrayList<>();

  private final int expected;
  private @Nullable String next;

  Baton(Random random, int expected) {
    this.random = random;
    this.expected = expected;
  }

  /** Takes part from now on; returns when it is this runner's turn. */
  void join(String runner) {
    lock.lock();
    try {
      runners.add(runner);
      if (runners.size() == expected) {
        runners.sort(null);
        passOn();
      }
      await(runner);
    } finally {
      lock.unlock();
    }
  }

  /** The end of a step: somebody else may go first. */
  void step(String runner) {
    lock.lock();
    try {
      passOn();
      await(runner);
    } finally {
      lock.unlock();
    }
  }

  void leave(String runner) {
    lock.lock();
    try {
      runners.remove(runner);
      passOn();
    } finally {
      lock.unlock();
    }
  }

  private void passOn() {
    next = runners.isEmpty() ? null : runners.get(random.nextInt(runners.size()));
    changed.signalAll();
  }

  private void await(String runner) {
    try {
      while (!runner.equals(next)) {
        if (!changed.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException(runner + " waits for its turn for too long");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
