package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.QueueHealth.LastMinute;
import dev.nashra.queue.QueueHealth.QueueLength;
import dev.nashra.queue.QueueHealth.WorkerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class QueueBoundsTest {
  private static final QueueBounds BOUNDS = new QueueBounds(Duration.ofMinutes(5), 1000, 10);

  @Test
  void nothingIsWrongWithAnEmptyQueue() {
    assertEquals(List.of(), broken(queue(false, 0, 0, null)));
  }

  @Test
  void everyBrokenBoundIsNamed() {
    assertEquals(
        List.of(
            "default: a task has been ready for 301 s",
            "default: 1001 tasks are ready",
            "11 dead letters: nashra queue failed"),
        broken(queue(false, 1001, 11, Duration.ofSeconds(301)), worker(Duration.ofSeconds(20))));
  }

  @Test
  void tasksThatNobodyWorksOnAreNamed() {
    assertEquals(
        List.of("default: tasks wait, and no worker works this queue"),
        broken(queue(false, 1, 0, Duration.ofSeconds(1))));
  }

  @Test
  void workerPastItsLeaseIsNoWorker() {
    assertEquals(
        List.of(
            "default: tasks wait, and no worker works this queue",
            "worker host/1 has lost its lease"),
        broken(queue(false, 1, 0, null), worker(Duration.ofSeconds(-1))));
  }

  @Test
  void pausedQueueIsMeantToBeLong() {
    assertEquals(List.of(), broken(queue(true, 5000, 0, Duration.ofDays(1))));
  }

  private static List<String> broken(QueueLength queue, WorkerLine... workers) {
    return BOUNDS.broken(
        new QueueHealth(Instant.EPOCH, List.of(queue), List.of(workers), List.of()));
  }

  private static QueueLength queue(
      boolean paused, long ready, long dead, @Nullable Duration oldest) {
    return new QueueLength(
        "default", paused, 0, ready, 0, 0, dead, new LastMinute(0, 0, Duration.ZERO), oldest);
  }

  private static WorkerLine worker(Duration lease) {
    return new WorkerLine(
        1, "host/1", List.of("default"), 2, 1, Instant.EPOCH, Duration.ofSeconds(10), lease);
  }
}
