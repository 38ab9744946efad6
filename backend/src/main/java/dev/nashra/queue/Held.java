package dev.nashra.queue;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * What this worker has claimed and not yet settled.
 *
 * <p>Claiming and entering the claims here is one step for whoever compares this with the database.
 */
final class Held {
  private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  TaskStore.Claims claim(Supplier<TaskStore.Claims> claiming) {
    lock.readLock().lock();
    try {
      var claims = claiming.get();
      claims.tasks().forEach(task -> attempts.add(Attempt.of(task)));
      return claims;
    } finally {
      lock.readLock().unlock();
    }
  }

  void remove(Attempt attempt) {
    attempts.remove(attempt);
  }

  int size() {
    return attempts.size();
  }

  /**
   * Compares with the database while nothing is being claimed.
   *
   * @return what it does not count as ours any more
   */
  Set<Attempt> reconcile(TaskStore store, long worker) {
    lock.writeLock().lock();
    try {
      return store.reconcile(worker, new HashSet<>(attempts));
    } finally {
      lock.writeLock().unlock();
    }
  }
}
