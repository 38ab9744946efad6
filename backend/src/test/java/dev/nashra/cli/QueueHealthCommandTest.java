package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.QueueHealth.WorkerLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueueHealthCommandTest {
  @Test
  void workerThatFellSilentIsNotCountedAmongTheLiving() {
    var health =
        new QueueHealth(
            Instant.EPOCH,
            List.of(),
            List.of(worker(1, Duration.ofMillis(26_300)), worker(2, Duration.ofMillis(-20_800))),
            List.of());

    assertEquals("1 worker(s), 1 more fell silent", QueueHealthCommand.workerCount(health));
    var table = QueueHealthCommand.workers(health).toString();
    assertTrue(table.contains("26.3 s left"), table);
    assertTrue(table.contains("lost 20.8 s ago"), table);
  }

  private static WorkerLine worker(long id, Duration lease) {
    return new WorkerLine(
        id,
        "vm/" + id,
        List.of("default"),
        2,
        0,
        Instant.EPOCH,
        Duration.ofSeconds(30).minus(lease),
        lease);
  }
}
