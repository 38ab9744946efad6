package dev.nashra.app.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.app.QueueBounds;
import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.TaskListener;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.TestDatabase;
import dev.nashra.telemetry.Meters;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The figures of the queues as Prometheus reads them; from a real database. */
@Timeout(60)
final class QueueGaugesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final QueueBounds BOUNDS = new QueueBounds(Duration.ofMinutes(5), 1000, 0);

  private final Meters meters = new Meters();
  private QueueInTest queue;

  @BeforeEach
  void open() {
    queue = new QueueInTest(DATABASE.get());
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
  }

  @Test
  void figuresAreThoseOfQueueHealth() throws Exception {
    queue.work(
        QueueInTest.rules("default", 2),
        TaskListener.all(meters.tasks()),
        QueueInTest.handler("greet", _ -> TaskOutcome.done()),
        QueueInTest.handler("shout", _ -> TaskOutcome.dead("no")));
    queue.await(queue.add("greet").id(), TaskState.DONE);
    queue.await(queue.add("shout").id(), TaskState.DEAD);
    queue.tasks.add(QueueInTest.task("greet").on("other"));
    queue.tasks.add(QueueInTest.task("greet").on("other").after(Duration.ofHours(1)));
    queue.desk.pause("other");

    show(queue.desk::health);

    shows("nashra_queue_tasks{queue=\"default\",state=\"dead\"}", "1.0");
    shows("nashra_queue_tasks{queue=\"other\",state=\"ready\"}", "1.0");
    shows("nashra_queue_tasks{queue=\"other\",state=\"scheduled\"}", "1.0");
    shows("nashra_queue_paused{queue=\"other\"}", "1.0");
    shows("nashra_queue_done_per_minute{queue=\"default\"}", "1.0");
    shows("nashra_queue_workers", "1.0");
    shows("nashra_queue_bounds_broken", "1.0"); // a dead letter, and none is allowed
    assertTrue(meters.scrape().contains("\nnashra_queue_worker_heartbeat_age_seconds{worker=\""));
    assertTrue(meters.scrape().contains("\nnashra_queue_oldest_ready_seconds{queue=\"other\"} "));
    shows("nashra_task_attempts_total{kind=\"greet\",outcome=\"done\",queue=\"default\"}", "1.0");
    shows("nashra_task_attempts_total{kind=\"shout\",outcome=\"dead\",queue=\"default\"}", "1.0");
    shows("nashra_task_pickup_seconds_count{queue=\"default\"}", "2");
  }

  @Test
  void manyLooksAskTheDatabaseOnce() {
    var asked = new AtomicInteger();
    show(
        () -> {
          asked.incrementAndGet();
          return queue.desk.health();
        });

    meters.scrape();
    meters.scrape();

    assertEquals(1, asked.get());
  }

  @Test
  void withoutTheDatabaseThereAreNoFigures() {
    show(
        () -> {
          throw new IllegalStateException("away");
        });

    assertFalse(meters.scrape().contains("\nnashra_queue_workers"));
  }

  private void show(Supplier<QueueHealth> health) {
    QueueGauges.show(health, BOUNDS, meters);
  }

  private void shows(String figure, String value) {
    var figures = meters.scrape();
    assertTrue(figures.contains("\n" + figure + " " + value + "\n"), figures);
  }
}
