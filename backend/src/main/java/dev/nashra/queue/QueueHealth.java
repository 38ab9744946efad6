package dev.nashra.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the queues are doing, at one moment. */
public record QueueHealth(
    Instant now, List<QueueLength> queues, List<WorkerLine> workers, List<HeldOwner> heldOwners) {
  public QueueHealth {
    queues = List.copyOf(queues);
    workers = List.copyOf(workers);
    heldOwners = List.copyOf(heldOwners);
  }

  public long dead() {
    return queues.stream().mapToLong(QueueLength::dead).sum();
  }

  /** Workers that live, as far as their leases say. */
  public List<WorkerLine> alive() {
    return workers.stream().filter(WorkerLine::isAlive).toList();
  }

  /**
   * One queue, by the states of its tasks.
   *
   * @param oldestReady how long the first task that could begin has waited; null when there is none
   */
  public record QueueLength(
      String name,
      boolean paused,
      long scheduled,
      long ready,
      long waiting,
      long running,
      long dead,
      LastMinute lastMinute,
      @Nullable Duration oldestReady) {}

  /**
   * What happened in a queue within the last minute.
   *
   * @param finished tasks
   * @param failed attempts
   * @param usual how long an attempt that finished took, on average
   */
  public record LastMinute(long finished, long failed, Duration usual) {}

  /**
   * One worker.
   *
   * @param lease how much of it is left; negative when it has passed
   */
  public record WorkerLine(
      long id,
      String name,
      List<String> queues,
      int slots,
      int running,
      Instant started,
      Duration sinceHeartbeat,
      Duration lease) {
    public boolean isAlive() {
      return !lease.isNegative();
    }
  }

  /**
   * An owner with tasks that wait for their turn.
   *
   * @param left of a backoff or of a "retry after"; null when it is for a limit or for a task
   *     before
   */
  public record HeldOwner(String owner, long waiting, @Nullable Duration left) {}
}
