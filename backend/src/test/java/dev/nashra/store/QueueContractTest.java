package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.Added;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * What the queues promise to who adds and to owners; on a real database. {@link TaskFailureTest}
 * and {@link QueueDeskTest} are the parts about failures and for the operator, {@link
 * TaskLeaseTest} and {@link TaskStopTest} those about who holds a task and how it is stopped.
 */
@Timeout(60)
final class QueueContractTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int ADDERS = 50;

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
                QueueInTest.task("a"),
                QueueInTest.task("b").unique("k"),
                QueueInTest.task("c"),
                QueueInTest.task("b").unique("k"),
                QueueInTest.task("b").unique("l")));

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
    var first = queue.tasks.add(QueueInTest.task("greet").unique("k"));
    var second = queue.tasks.add(QueueInTest.task("greet").unique("k"));
    var otherKind = queue.tasks.add(QueueInTest.task("shout").unique("k"));

    assertEquals(new Added(first.id(), false), second);
    assertTrue(otherKind.isNew());

    work(QueueInTest.handler("greet", _ -> TaskOutcome.done()));
    queue.await(first.id(), TaskState.DONE);
    assertTrue(queue.tasks.add(QueueInTest.task("greet").unique("k")).isNew());
  }

  @Test
  void fiftyAtOnceWithOneKeyAddOneTask() throws Exception {
    var barrier = new CyclicBarrier(ADDERS);
    var added = new ArrayList<Added>();
    try (var connections = Database.openUnchanged(DATABASE.url(), 40);
        var bell = new TaskBell(connections);
        var threads = Executors.newFixedThreadPool(ADDERS)) {
      var tasks = new TaskTable(connections, bell);
      var calls =
          Collections.<Callable<Added>>nCopies(
              ADDERS,
              () -> {
                barrier.await(30, TimeUnit.SECONDS);
                return tasks.add(QueueInTest.task("greet").unique("the one"));
              });
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

    var added = queue.tasks.add(QueueInTest.task("greet").after(Duration.ofMillis(300)));

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
      tasks.add(QueueInTest.task("owned").ownedBy("user:1"));
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
      tasks.add(QueueInTest.task("owned").ownedBy("chat:1"));
    }
    var blocked = queue.tasks.addAll(tasks);
    var other = queue.tasks.add(QueueInTest.task("owned").ownedBy("chat:2"));
    var nobodys = queue.tasks.add(QueueInTest.task("owned"));

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

  private static NewTask named(String name) {
    return NewTask.of("name", Map.of("name", name));
  }
}
