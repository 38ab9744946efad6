package dev.nashra.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator sees of the queues, and can do. */
public interface QueueDesk {
  QueueHealth health();

  /** A task with everything that happened to it. */
  Optional<TaskRecord> find(long id);

  /** Dead letters, the newest first. */
  List<DeadLetter> dead(DeadFilter filter, int limit);

  /**
   * Queues dead letters again under their numbers, with all their attempts before them; gives
   * which. One whose unique key a live task has by now stays where it is.
   */
  List<Long> retry(DeadFilter filter);

  /** Removes dead letters for good; gives which. */
  List<Long> forget(DeadFilter filter);

  /** Begins nothing new of a queue, on any machine; what runs goes on. */
  void pause(String queue);

  void resume(String queue);

  /**
   * Which dead letters; those that fulfil all of it.
   *
   * @param text somewhere in the last error or the payload, whatever the case
   */
  record DeadFilter(
      @Nullable Long id, @Nullable String kind, @Nullable String queue, @Nullable String text) {
    public static final DeadFilter ALL = new DeadFilter(null, null, null, null);

    public static DeadFilter task(long id) {
      return new DeadFilter(id, null, null, null);
    }
  }

  /** A task that will not be tried again by itself. */
  record DeadLetter(
      long id,
      String queue,
      String kind,
      @Nullable String owner,
      String payload,
      int attempts,
      Instant died,
      String error) {}

  /**
   * A task, live or finished.
   *
   * @param due not before this time; null for a finished one
   * @param note what it came to, or why it died
   * @param errors of all attempts that failed, the oldest first, with their stacks
   */
  record TaskRecord(
      long id,
      String queue,
      String kind,
      TaskState state,
      String payload,
      int priority,
      @Nullable String uniqueKey,
      @Nullable String owner,
      int attempts,
      int failures,
      int rescues,
      Instant created,
      @Nullable Instant due,
      @Nullable Instant started,
      @Nullable Instant ended,
      @Nullable String worker,
      @Nullable String note,
      List<AttemptError> errors) {}

  /** How one attempt failed. */
  record AttemptError(int attempt, Instant occurred, String error) {}
}
