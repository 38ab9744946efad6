package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.QueueDesk.DeadFilter;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator can see of the queues, and do; on a real database. */
@Timeout(60)
final class QueueDeskTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

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
  void deadLettersAreFoundRetriedAndForgotten() throws Exception {
    var fails = new AtomicInteger(2);
    work(
        QueueInTest.handler(
            "greet",
            _ -> fails.getAndDecrement() > 0 ? TaskOutcome.dead("Gone") : TaskOutcome.done()),
        QueueInTest.handler("shout", _ -> TaskOutcome.dead("Too loud")));
    var greets = List.of(queue.add("greet").id(), queue.add("greet").id());
    var shout = queue.add("shout").id();
    for (var id : List.of(greets.get(0), greets.get(1), shout)) {
      queue.await(id, TaskState.DEAD);
    }

    assertEquals(3, queue.desk.dead(DeadFilter.ALL, 10).size());
    assertEquals(
        shout, queue.desk.dead(new DeadFilter(null, null, null, "LOUD"), 10).getFirst().id());
    assertEquals(greets, queue.desk.retry(new DeadFilter(null, "greet", null, null)));
    for (var id : greets) {
      assertEquals(2, queue.await(id, TaskState.DONE).attempts());
    }
    assertEquals(List.of(shout), queue.desk.forget(DeadFilter.task(shout)));
    assertTrue(queue.desk.find(shout).isEmpty());
    assertEquals(0, queue.desk.health().dead());
  }

  @Test
  void pausedQueueBeginsNothing() throws Exception {
    queue.desk.pause("default");
    work(greet());
    queue.work(QueueInTest.rules("other", 1), greet());
    var held = queue.tasks.add(QueueInTest.task("greet"));
    var heldToo = queue.tasks.add(QueueInTest.task("greet").ownedBy("chat:1"));
    var other = queue.tasks.add(QueueInTest.task("greet").on("other"));

    queue.await(other.id(), TaskState.DONE);
    assertEquals(TaskState.READY, queue.state(held.id()));
    assertEquals(TaskState.WAITING, queue.state(heldToo.id()));

    queue.desk.resume("default");
    queue.await(held.id(), TaskState.DONE);
    queue.await(heldToo.id(), TaskState.DONE);
  }

  @Test
  void waitingTaskIsCancelled() {
    var id = queue.add("greet").id();

    assertTrue(queue.tasks.cancel(id));
    assertFalse(queue.tasks.cancel(id));

    assertEquals(TaskState.CANCELLED, queue.state(id));
  }

  @Test
  void healthCountsWhatThereIs() throws Exception {
    queue.add("greet");
    queue.tasks.add(QueueInTest.task("greet").after(Duration.ofHours(1)));
    queue.tasks.add(QueueInTest.task("greet").ownedBy("chat:1").on("other"));
    queue.desk.pause("other");

    var lengths = queue.desk.health().queues();

    assertEquals(List.of("default", "other"), lengths.stream().map(q -> q.name()).toList());
    assertEquals(1, lengths.getFirst().ready());
    assertEquals(1, lengths.getFirst().scheduled());
    assertEquals(1, lengths.getLast().waiting());
    assertTrue(lengths.getLast().paused());
  }

  private void work(TaskHandler<?>... handlers) {
    queue.work(QueueInTest.rules("default", 2), handlers);
  }

  private static TaskHandler<?> greet() {
    return QueueInTest.handler("greet", _ -> TaskOutcome.done());
  }
}
