package dev.nashra.store;

import dev.nashra.queue.Attempt;
import dev.nashra.queue.AttemptEnded;
import dev.nashra.worker.Run;
import dev.nashra.worker.RunEnded;
import org.jdbi.v3.core.Handle;

/**
 * Proves, at the beginning of a transaction, that whoever writes may still do so. The share lock
 * holds back whoever wants to record the end until the commit.
 */
final class Fence {
  private static final String RUNNING =
      "select 1 from runs where id = :id and state = 'RUNNING' for share";

  private static final String HELD =
      """
      select 1 from tasks where id = :id and attempt = :attempt and state = 'RUNNING'
      for share""";

  private Fence() {}

  /**
   * @throws RunEnded when the run has ended
   */
  static void proveRunning(Handle handle, Run run) {
    if (run.isEnded()) {
      throw new RunEnded(run.id());
    }
    var running = handle.createQuery(RUNNING).bind("id", run.id()).mapTo(Integer.class).findOne();
    if (running.isEmpty()) {
      throw new RunEnded(run.id());
    }
  }

  /**
   * @throws AttemptEnded when the attempt does not hold its task any more
   */
  static void proveHeld(Handle handle, Attempt attempt) {
    var held =
        handle
            .createQuery(HELD)
            .bind("id", attempt.task())
            .bind("attempt", attempt.attempt())
            .mapTo(Integer.class)
            .findOne();
    if (held.isEmpty()) {
      throw new AttemptEnded(attempt.task(), attempt.attempt());
    }
  }
}
