package dev.nashra.queue;

/** Thrown in place of a transaction by an attempt that does not hold its task any more. */
public final class AttemptEnded extends RuntimeException {
  private static final long serialVersionUID = 1;

  public AttemptEnded(long task, int attempt) {
    super(
        "attempt %d of task %d has ended; what it still does is not stored"
            .formatted(attempt, task));
  }
}
