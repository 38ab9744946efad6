package dev.nashra.queue;

import dev.nashra.time.Cancellation;
import java.util.Optional;

/**
 * One attempt at a task, by its numbers.
 *
 * <p>The store asks for the current one in every transaction: what an attempt does after it has
 * lost its task cannot change the database.
 *
 * @param attempt the fencing token
 */
public record Attempt(long task, int attempt) {
  /**
   * The attempt that the calling code works for. It goes along with the cancellation, so also to
   * the threads of {@code worker.Parallel}.
   */
  public static Optional<Attempt> current() {
    return Cancellation.current().work(Attempt.class);
  }

  static Attempt of(Task task) {
    return new Attempt(task.id(), task.attempt());
  }
}
