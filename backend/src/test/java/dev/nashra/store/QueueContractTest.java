package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the queues promise, on a real database. */
@Timeout(60)
final class QueueContractTest {
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
  void taskIsDone() throws Exception {
    queue.work(
        QueueInTest.rules("default", 2),
        QueueInTest.handler("greet", _ -> TaskOutcome.done("hello")));

    var task = queue.await(queue.add("greet").id(), TaskState.DONE);

    assertEquals("hello", task.note());
    assertEquals(1, task.attempts());
    assertEquals(List.of(), task.errors());
  }
}
