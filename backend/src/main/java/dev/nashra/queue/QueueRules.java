package dev.nashra.queue;

import java.time.Duration;

/**
 * A queue as it is declared.
 *
 * @param workers tasks that one process does at once
 * @param timeout of an attempt, unless the task says otherwise
 * @param attempts that may fail before a task is a dead letter, unless the task says otherwise
 * @param backoff the waits between them
 */
public record QueueRules(
    String name, int workers, Duration timeout, int attempts, Backoff backoff) {

  public QueueRules withWorkers(int other) {
    return new QueueRules(name, other, timeout, attempts, backoff);
  }

  Duration timeout(Task task) {
    return task.timeout() == null ? timeout : task.timeout();
  }

  int attempts(Task task) {
    return task.maxAttempts() == null ? attempts : task.maxAttempts();
  }
}
