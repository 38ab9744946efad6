package dev.nashra.queue;

import dev.nashra.time.Cancellation;

/**
 * What an attempt gives its handler.
 *
 * @param task the task
 * @param lastAttempt whether a failure now makes it a dead letter: the time to say so to whoever
 *     waits for it
 * @param cancellation cancelled when the attempt is stopped: timeout, cancel, shutdown, lost lease
 * @param completion see {@link #complete}
 */
public record TaskContext(
    Task task, boolean lastAttempt, Cancellation cancellation, Completion completion) {
  /**
   * Writes and completes the task in one transaction: both happen, exactly once, or neither does.
   * The handler returns {@link TaskOutcome.Done} right after it.
   *
   * @param writes everything that it stores through the newsroom's tables takes part; nothing else
   *     belongs here, for the server ends a transaction that is idle for half a minute
   * @throws AttemptEnded when this attempt does not hold the task any more; nothing is written
   */
  public void complete(Runnable writes) {
    completion.with(writes);
  }

  /** Ends a task together with what is written. */
  @FunctionalInterface
  public interface Completion {
    void with(Runnable writes);
  }
}
