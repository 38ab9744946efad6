package dev.nashra.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tasks as a worker sees them. All times are the database's; every step names the attempt, and
 * changes nothing when that does not hold its task any more.
 */
public interface TaskStore {
  /** Makes a worker known and gives its number. */
  long register(WorkerCard card, Duration lease);

  /** Says that a worker lives, from now on for another lease. */
  void heartbeat(long worker, WorkerCard card, int running, Duration lease);

  /**
   * Puts right what a worker and the database do not agree on: tasks that the database counts as
   * the worker's although it knows nothing of them (the answer to its claim was lost) go back to
   * their queue.
   *
   * @param held what the worker has claimed and not yet settled
   * @return of these, the attempts that it does not hold any more
   */
  Set<Attempt> reconcile(long worker, Set<Attempt> held);

  /** The worker has ended; what it still holds goes back to its queue. */
  void unregister(long worker);

  /** Gives back what workers held whose lease has passed; gives how many tasks that were. */
  int rescue();

  /** Makes ready what has become due; gives how long until the next. */
  Optional<Duration> promote();

  /** Claims tasks of a queue in their order. */
  Claims claim(Wanted wanted);

  /** Records how attempts ended, all in one transaction; gives those that were still valid. */
  Set<Attempt> settle(List<Settlement> settlements);

  /** Does the writes and completes the task in one transaction. */
  void complete(Task task, Runnable writes);

  /** Whether this was thrown because the database was away, or had to give up one of several. */
  boolean isOutage(Throwable thrown);

  /** Removes what was finished longer ago than this, and other traces of the past. */
  int sweep(Retention retention);

  /**
   * Who works.
   *
   * @param name host and process
   */
  record WorkerCard(String name, List<String> queues, int slots) {}

  /**
   * What a worker would take.
   *
   * @param most tasks in all
   * @param mostOwned of these, tasks with an owner: their tokens are taken with the claim, so never
   *     more than can begin at once
   */
  record Wanted(String queue, long worker, int most, int mostOwned, RateLimits limits) {}

  /**
   * What was claimed.
   *
   * @param untilMore how long until there is more to claim: nothing when the payloads were enough
   *     for one claim, else until the next owner has its turn; null when nobody waits by time
   */
  record Claims(List<Task> tasks, @Nullable Duration untilMore) {}

  /**
   * How long finished tasks are kept.
   *
   * @param finished done and cancelled ones
   * @param dead dead letters
   */
  record Retention(Duration finished, Duration dead) {}
}
