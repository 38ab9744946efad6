package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.Added;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueDesk.DeadFilter;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the queues promise to who adds, who handles and who operates; on a real database. */
@Timeout(60)
final class QueueContractTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final List<String> order = new CopyOnWriteArrayList<>();
  private QueueInTest queue;

  @BeforeEach
  void open() {
    queue = new QueueInTest(DATABASE.get());
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
  }

  // adding

  @Test
  void taskIsDone() throws Exception {
    work(QueueInTest.handler("greet", _ -> TaskOutcome.done("hello")));

    var task = queue.await(queue.add("greet").id(), TaskState.DONE);

    assertEquals("hello", task.note());
    assertEquals(1, task.attempts());
    assertEquals(List.of(), task.errors());
  }

  @Test
  void taskExistsIfAndOnlyIfItsTransactionCommits() {
    var ids = new ArrayList<Long>();

    assertThrows(
        IllegalStateException.class,
        () ->
            DATABASE
                .get()
                .useTransaction(
                    _ -> {
                      ids.add(queue.add("greet").id());
                      throw new IllegalStateException("on purpose");
                    }));
    DATABASE.get().useTransaction(_ -> ids.add(queue.add("greet").id()));

    assertTrue(queue.desk.find(ids.getFirst()).isEmpty());
    assertEquals(TaskState.READY, queue.state(ids.getLast()));
  }

  @Test
  void batchIsAnsweredInItsOrder() {
    var added =
        queue.tasks.addAll(
            List.of(
                task("a"),
                task("b").unique("k"),
                task("c"),
                task("b").unique("k"),
                task("b").unique("l")));

    assertEquals(List.of(true, true, true, false, true), added.stream().map(Added::isNew).toList());
    assertEquals(added.get(1).id(), added.get(3).id());
    assertEquals(
        List.of("a", "b", "c", "b"),
        List.of(0, 1, 2, 4).stream()
            .map(i -> queue.desk.find(added.get(i).id()).orElseThrow().kind())
            .toList());
  }

  @Test
  void keyIsUniqueWhileItsTaskLives() throws Exception {
    var first = queue.tasks.add(task("greet").unique("k"));
    var second = queue.tasks.add(task("greet").unique("k"));
    var otherKind = queue.tasks.add(task("shout").unique("k"));

    assertEquals(new Added(first.id(), false), second);
    assertTrue(otherKind.isNew());

    work(QueueInTest.handler("greet", _ -> TaskOutcome.done()));
    queue.await(first.id(), TaskState.DONE);
    assertTrue(queue.tasks.add(task("greet").unique("k")).isNew());
  }

  @Test
  void fiftyAtOnceWithOneKeyAddOneTask() throws Exception {
    var barrier = new CyclicBarrier(10);
    var calls = new ArrayList<Callable<Added>>();
    for (var i = 0; i < 50; i++) {
      calls.add(
          () -> {
            barrier.await(30, TimeUnit.SECONDS);
            return queue.tasks.add(task("greet").unique("the one"));
          });
    }
    var added = new ArrayList<Added>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (var result : threads.invokeAll(calls)) {
        added.add(result.get());
      }
    }

    assertEquals(1, added.stream().filter(Added::isNew).count());
    assertEquals(1, added.stream().map(Added::id).distinct().count());
  }

  @Test
  void delayedTaskIsNotBegunBeforeItIsDue() throws Exception {
    work(QueueInTest.handler("greet", _ -> TaskOutcome.done()));

    var added = queue.tasks.add(task("greet").after(Duration.ofMillis(300)));

    assertEquals(TaskState.SCHEDULED, queue.state(added.id()));
    var done = queue.await(added.id(), TaskState.DONE);
    var waited = Duration.between(done.created(), done.started());
    assertTrue(waited.compareTo(Duration.ofMillis(300)) >= 0, () -> "began after " + waited);
    assertTrue(waited.compareTo(Duration.ofSeconds(3)) < 0, () -> "began after " + waited);
  }

  @Test
  void priorityIsAHeadStartOfMinutes() throws Exception {
    var ids =
        queue.tasks.addAll(
            List.of(
                named("old"),
                named("young"),
                named("urgent").priority(10),
                named("idle").priority(-5)));
    // The first one was added before the urgent one's head start.
    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute(
                    "update tasks set position = position - interval '11 minutes' where id = ?",
                    ids.getFirst().id()));

    queue.work(QueueInTest.rules("default", 1), writeName());
    queue.await(ids.getLast().id(), TaskState.DONE);

    assertEquals(List.of("old", "urgent", "young", "idle"), order);
  }

  // failing

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
    assertTrue(dead.errors().getLast().error().contains("QueueContractTest"), "with its stack");
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

  // operating

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
    work(writeName());
    queue.work(QueueInTest.rules("other", 1), writeName());
    var held = queue.tasks.add(named("held"));
    var heldToo = queue.tasks.add(named("held too").ownedBy("chat:1"));
    var other = queue.tasks.add(named("other").on("other"));

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
    queue.tasks.add(task("greet").after(Duration.ofHours(1)));
    queue.tasks.add(task("greet").ownedBy("chat:1").on("other"));
    queue.desk.pause("other");

    var lengths = queue.desk.health().queues();

    assertEquals(List.of("default", "other"), lengths.stream().map(q -> q.name()).toList());
    assertEquals(1, lengths.getFirst().ready());
    assertEquals(1, lengths.getFirst().scheduled());
    assertEquals(1, lengths.getLast().waiting());
    assertTrue(lengths.getLast().paused());
  }

  // owners

  @Test
  void tasksOfAnOwnerAreDoneInOrderAndOneAtATime() throws Exception {
    var atOnce = new AtomicInteger();
    var overlaps = new AtomicInteger();
    queue.work(
        QueueInTest.rules("default", 4),
        QueueInTest.handler(
            "owned",
            context -> {
              if (atOnce.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
              }
              order.add(context.task().id() + "");
              atOnce.decrementAndGet();
              // Every fifth one fails once, and keeps its place.
              return context.task().id() % 5 == 0 && context.task().attempt() == 1
                  ? TaskOutcome.retry("once")
                  : TaskOutcome.done();
            }));
    var tasks = new ArrayList<NewTask>();
    for (var i = 0; i < 30; i++) {
      tasks.add(task("owned").ownedBy("user:1"));
    }
    var ids = queue.tasks.addAll(tasks).stream().map(Added::id).toList();

    queue.await(ids.getLast(), TaskState.DONE);

    assertEquals(0, overlaps.get());
    assertEquals(ids.stream().map(String::valueOf).toList(), order.stream().distinct().toList());
    assertNotEquals(30, order.size());
  }

  @Test
  void blockedOwnerHoldsUpNobodyElse() throws Exception {
    queue.work(
        QueueInTest.rules("default", 1),
        QueueInTest.handler(
            "owned",
            context ->
                "chat:1".equals(context.task().owner())
                    ? TaskOutcome.retryAfter(Duration.ofMinutes(10), "slow down")
                    : TaskOutcome.done()));
    var tasks = new ArrayList<NewTask>();
    for (var i = 0; i < 200; i++) {
      tasks.add(task("owned").ownedBy("chat:1"));
    }
    var blocked = queue.tasks.addAll(tasks);
    var other = queue.tasks.add(task("owned").ownedBy("chat:2"));
    var nobodys = queue.tasks.add(task("owned"));

    queue.await(other.id(), TaskState.DONE);
    queue.await(nobodys.id(), TaskState.DONE);

    var states = new HashSet<TaskState>();
    blocked.stream().limit(20).forEach(added -> states.add(queue.state(added.id())));
    assertEquals(Set.of(TaskState.WAITING), states);
    var held = queue.desk.health().heldOwners().getFirst();
    assertEquals("chat:1", held.owner());
    assertEquals(200, held.waiting());
  }

  private void work(TaskHandler<?>... handlers) {
    queue.work(QueueInTest.rules("default", 2), handlers);
  }

  private TaskHandler<?> writeName() {
    return QueueInTest.handler(
        "name",
        context -> {
          order.add(String.valueOf(context.task().payload()).replaceAll(".*:\"|\"}", ""));
          return TaskOutcome.done();
        });
  }

  private static NewTask task(String kind) {
    return NewTask.of(kind, Map.of());
  }

  private static NewTask named(String name) {
    return NewTask.of("name", Map.of("name", name));
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
