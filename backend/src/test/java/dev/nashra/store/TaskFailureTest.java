package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.NewTask;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of tasks that fail; on a real database. */
@Timeout(60)
final class TaskFailureTest {
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
  void transientFailureIsTriedAgainUntilTheAttemptsAreUsedUp() throws Exception {
    var last = new CopyOnWriteArrayList<Boolean>();
    work(
        QueueInTest.handler(
            "greet",
            context -> {
              last.add(context.lastAttempt());
              return TaskOutcome.retry("try " + context.task().attempt());
            }));

    var dead = queue.await(queue.add("greet").id(), TaskState.DEAD);

    assertEquals(List.of(false, false, true), last);
    assertEquals(
        List.of("try 1", "try 2", "try 3"), dead.errors().stream().map(e -> e.error()).toList());
    assertEquals("try 3", dead.note());
  }

  @Test
  void retryAfterIsObeyed() throws Exception {
    var began = new CopyOnWriteArrayList<Long>();
    work(
        QueueInTest.handler(
            "greet",
            _ -> {
              began.add(System.nanoTime());
              return began.size() == 1
                  ? TaskOutcome.retryAfter(Duration.ofSeconds(1), "429")
                  : TaskOutcome.done();
            }));

    queue.await(queue.add("greet").id(), TaskState.DONE);

    var waited = Duration.ofNanos(began.get(1) - began.get(0));
    assertTrue(waited.compareTo(Duration.ofSeconds(1)) >= 0, () -> "waited only " + waited);
    assertTrue(waited.compareTo(Duration.ofMillis(1900)) < 0, () -> "waited " + waited);
  }

  @Test
  void permanentFailureIsADeadLetterAtOnce() throws Exception {
    work(QueueInTest.handler("greet", _ -> TaskOutcome.dead("private video")));

    var dead = queue.await(queue.add("greet").id(), TaskState.DEAD);

    assertEquals(1, dead.attempts());
    assertEquals("private video", dead.note());
  }

  @Test
  void unexpectedExceptionIsForgivenOnce() throws Exception {
    work(
        QueueInTest.handler(
            "greet",
            _ -> {
              throw new IllegalStateException("a bug");
            }));

    var dead = queue.await(queue.add("greet").id(), TaskState.DEAD);

    assertEquals(2, dead.attempts());
    assertTrue(dead.errors().getLast().error().contains("TaskFailureTest"), "with its stack");
  }

  @Test
  void connectionErrorsAreTransient() throws Exception {
    work(
        QueueInTest.handler(
            "greet",
            context -> {
              if (context.task().attempt() < 3) {
                throw new IOException("connection reset");
              }
              return TaskOutcome.done();
            }));

    assertEquals(3, queue.await(queue.add("greet").id(), TaskState.DONE).attempts());
  }

  @Test
  void lostDatabaseConnectionIsTransient() throws Exception {
    work(
        QueueInTest.handler(
            "greet",
            context -> {
              if (context.task().attempt() < 3) {
                DATABASE
                    .get()
                    .useTransaction(
                        handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())"));
              }
              return TaskOutcome.done();
            }));

    assertEquals(3, queue.await(queue.add("greet").id(), TaskState.DONE).attempts());
  }

  @Test
  void poisonGoesToTheDeadLettersAndTheQueueMovesOn() throws Exception {
    var poison =
        List.of(
            NewTask.ofJson("typed", "{\"number\": \"no number\"}"),
            NewTask.ofJson("typed", "{\"number\": 1"),
            NewTask.ofJson("typed", "null"),
            NewTask.ofJson("typed", "[" + "1,".repeat(500_000) + "1]"),
            NewTask.ofJson("nobody_knows", "{}"));
    var ids = queue.tasks.addAll(poison);
    var good = queue.tasks.add(NewTask.of("typed", Map.of("number", 7)));

    work(new Typed());

    assertEquals("7", queue.await(good.id(), TaskState.DONE).note());
    for (var added : ids) {
      assertEquals(1, queue.await(added.id(), TaskState.DEAD).attempts());
    }
  }

  private void work(TaskHandler<?>... handlers) {
    queue.work(QueueInTest.rules("default", 2), handlers);
  }

  /** A handler that is particular about its payload. */
  private static final class Typed implements TaskHandler<Typed.Numbered> {
    record Numbered(int number) {}

    @Override
    public String kind() {
      return "typed";
    }

    @Override
    public Class<Numbered> payloadType() {
      return Numbered.class;
    }

    @Override
    public TaskOutcome handle(Numbered payload, TaskContext context) {
      return TaskOutcome.done(Integer.toString(payload.number()));
    }
  }
}
