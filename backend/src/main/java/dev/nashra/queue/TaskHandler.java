package dev.nashra.queue;

/**
 * Does the tasks of one kind.
 *
 * <p>A task is done at least once: a worker can die after the work and before it is recorded. What
 * a handler writes to our database is written exactly once when it goes through {@link
 * TaskContext#complete(Runnable)}.
 *
 * @param <P> the payload: a record whose components are the fields of the JSON
 */
public interface TaskHandler<P> {
  /** Such as {@code collect_source}: unique, and stable for ever. */
  String kind();

  /** A payload that cannot be read as this goes to the dead letters without an attempt. */
  Class<P> payloadType();

  /**
   * Does one attempt. An {@link java.io.IOException} or {@link java.io.UncheckedIOException} is the
   * same as {@link TaskOutcome.Retry}; of any other exception only the first in a task's life is.
   *
   * @throws InterruptedException when the attempt is stopped
   */
  TaskOutcome handle(P payload, TaskContext context) throws Exception;
}
