package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.process.Command;
import dev.nashra.queue.Attempt;
import dev.nashra.queue.AttemptEnded;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.Settlement;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import dev.nashra.queue.TaskStore.Retention;
import dev.nashra.queue.TaskStore.Wanted;
import dev.nashra.queue.TaskStore.WorkerCard;
import dev.nashra.time.Cancellation;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who holds a task, how attempts are stopped, and what they can still write. */
@Timeout(60)
final class TaskLeaseTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PASSED = Duration.ofMillis(-1);

  private QueueInTest queue;

  @BeforeEach
  void open() {
    queue = new QueueInTest(DATABASE.get());
    DATABASE.get().useTransaction(handle -> handle.execute("delete from accounts"));
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
  }

  // leases, step by step

  @Test
  void deadWorkersTaskGoesBackAndCountsAsNobodysFailure() {
    var id = queue.add("greet").id();
    claim(register(PASSED));

    assertEquals(1, queue.claims.rescue());

    var task = queue.desk.find(id).orElseThrow();
    assertEquals(TaskState.READY, task.state());
    assertEquals(0, task.failures());
    assertEquals(1, task.rescues());
  }

  @Test
  void livingWorkersTaskIsLeftAlone() {
    queue.add("greet");
    claim(register(LEASE));

    assertEquals(0, queue.claims.rescue());
  }

  @Test
  void heartbeatRenewsALease() {
    queue.add("greet");
    var worker = register(PASSED);
    claim(worker);

    queue.claims.heartbeat(worker, new WorkerCard("test", List.of("default"), 1), 1, LEASE);

    assertEquals(0, queue.claims.rescue());
  }

  @Test
  void lateWorkerCannotComplete() {
    var id = queue.add("greet").id();
    var late = claim(register(PASSED));
    queue.claims.rescue();
    var second = claim(register(LEASE));
    var worked = new AtomicInteger();

    assertEquals(Set.of(), queue.claims.settle(List.of(complete(late, "late"))));
    assertThrows(AttemptEnded.class, () -> queue.claims.complete(late, worked::incrementAndGet));
    assertEquals(Set.of(attempt(second)), queue.claims.settle(List.of(complete(second, "good"))));

    assertEquals("good", queue.desk.find(id).orElseThrow().note());
    assertEquals(2, second.attempt());
  }

  @Test
  void lateWorkerCannotWrite() throws Exception {
    queue.add("greet");
    var late = claim(register(PASSED));

    inAttempt(late, () -> insertAccount("in time"));
    queue.claims.rescue();
    assertThrows(AttemptEnded.class, () -> inAttempt(late, () -> insertAccount("too late")));
    claim(register(LEASE));
    assertThrows(AttemptEnded.class, () -> inAttempt(late, () -> insertAccount("far too late")));

    assertEquals(List.of("in time"), accounts());
  }

  @Test
  void writesAndCompletionHappenTogetherOrNotAtAll() {
    var id = queue.add("greet").id();
    var task = claim(register(LEASE));

    assertThrows(
        IllegalStateException.class,
        () ->
            queue.claims.complete(
                task,
                () -> {
                  insertAccount("lost");
                  throw new IllegalStateException("on purpose");
                }));
    assertEquals(TaskState.RUNNING, queue.state(id));
    queue.claims.complete(task, () -> insertAccount("kept"));
    assertThrows(
        AttemptEnded.class, () -> queue.claims.complete(task, () -> insertAccount("twice")));

    assertEquals(TaskState.DONE, queue.state(id));
    assertEquals(List.of("kept"), accounts());
  }

  @Test
  void claimWhoseAnswerWasLostGoesBack() {
    queue.tasks.addAll(List.of(NewTask.of("greet", Map.of()), NewTask.of("greet", Map.of())));
    var worker = register(LEASE);
    var known = claim(worker);
    var lost = claim(worker);

    assertEquals(Set.of(), queue.claims.reconcile(worker, Set.of(attempt(known))));

    assertEquals(TaskState.RUNNING, queue.state(known.id()));
    assertEquals(TaskState.READY, queue.state(lost.id()));
  }

  @Test
  void workerHearsWhatItHasLost() {
    queue.add("greet");
    var worker = register(PASSED);
    var task = claim(worker);
    queue.claims.rescue();

    assertEquals(Set.of(attempt(task)), queue.claims.reconcile(worker, Set.of(attempt(task))));
  }

  @Test
  void sweepRemovesOnlyWhatIsOldEnough() throws Exception {
    queue.work(
        rules(2),
        QueueInTest.handler("greet", _ -> TaskOutcome.done()),
        QueueInTest.handler("shout", _ -> TaskOutcome.dead("no")));
    var done = queue.add("greet").id();
    var dead = queue.add("shout").id();
    queue.await(done, TaskState.DONE);
    queue.await(dead, TaskState.DEAD);

    assertEquals(0, queue.claims.sweep(new Retention(Duration.ofDays(1), Duration.ofDays(1))));
    assertEquals(1, queue.claims.sweep(new Retention(Duration.ZERO, Duration.ofDays(1))));
    assertTrue(queue.desk.find(done).isEmpty());
    assertEquals(1, queue.desk.find(dead).orElseThrow().errors().size());
    assertEquals(1, queue.claims.sweep(new Retention(Duration.ZERO, Duration.ZERO)));
  }

  // stopping

  @Test
  void timeoutStopsTheHandlerAndItsChildProcess() throws Exception {
    var child = new CompletableFuture<Long>();
    queue.work(
        new QueueRules("default", 1, Duration.ofMillis(700), 1, QueueInTest.NO_WAIT),
        QueueInTest.handler(
            "hang",
            _ -> {
              try (var process = Command.of("sleep", "600").start()) {
                child.complete(process.pid());
                process.await(Duration.ofMinutes(5));
              }
              return TaskOutcome.done();
            }));

    var dead = queue.await(queue.add("hang").id(), TaskState.DEAD);

    assertTrue(String.valueOf(dead.note()).startsWith("timed out after 0.7 s at"), dead.note());
    assertTrue(
        Waiter.until(
            () -> ProcessHandle.of(child.join()).filter(ProcessHandle::isAlive).isEmpty(),
            Duration.ofSeconds(10),
            Duration.ofMillis(10)));
  }

  @Test
  void handlerThatIgnoresItsStopHoldsUpNobody() throws Exception {
    var release = new CountDownLatch(1);
    queue.work(
        new QueueRules("default", 1, Duration.ofMillis(100), 1, QueueInTest.NO_WAIT),
        QueueInTest.handler(
            "stubborn",
            _ -> {
              awaitStubbornly(release);
              return TaskOutcome.done();
            }),
        QueueInTest.handler("greet", _ -> TaskOutcome.done()));

    var stubborn = queue.add("stubborn").id();
    var next = queue.add("greet").id();

    queue.await(next, TaskState.DONE);
    assertEquals(TaskState.DEAD, queue.state(stubborn));
    release.countDown();
  }

  @Test
  void cancelStopsARunningTask() throws Exception {
    var began = new CountDownLatch(1);
    var ended = new CompletableFuture<String>();
    queue.work(
        rules(1),
        QueueInTest.handler(
            "hang",
            context -> {
              began.countDown();
              try {
                Waiter.pause(Duration.ofMinutes(5));
              } catch (InterruptedException e) {
                ended.complete(write("after the cancel"));
                throw e;
              }
              return TaskOutcome.done();
            }));
    var id = queue.add("hang").id();
    assertTrue(began.await(20, TimeUnit.SECONDS));

    assertTrue(queue.tasks.cancel(id));

    assertEquals("AttemptEnded", ended.get(20, TimeUnit.SECONDS));
    assertEquals(TaskState.CANCELLED, queue.state(id));
    assertEquals(List.of(), accounts());
  }

  @Test
  void stoppedWorkerGivesBackWhatItHas() throws Exception {
    var began = new CountDownLatch(1);
    var worker =
        queue.work(
            rules(1),
            QueueInTest.handler(
                "hang",
                _ -> {
                  began.countDown();
                  Waiter.pause(Duration.ofMinutes(5));
                  return TaskOutcome.done();
                }));
    var ids = List.of(queue.add("hang").id(), queue.add("hang").id());
    assertTrue(began.await(20, TimeUnit.SECONDS));

    worker.stop(Duration.ofMillis(50));

    for (var id : ids) {
      var task = queue.desk.find(id).orElseThrow();
      assertEquals(TaskState.READY, task.state());
      assertEquals(0, task.failures() + task.rescues());
    }
    assertEquals(List.of(), queue.desk.health().workers());
  }

  @Test
  void stoppingWorkerLetsRunningTasksFinishWithinTheGrace() throws Exception {
    var began = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    var worker =
        queue.work(
            rules(1),
            QueueInTest.handler(
                "slow",
                _ -> {
                  began.countDown();
                  assertTrue(finish.await(20, TimeUnit.SECONDS));
                  return TaskOutcome.done();
                }));
    var id = queue.add("slow").id();
    assertTrue(began.await(20, TimeUnit.SECONDS));

    var stop = Thread.ofPlatform().start(() -> stop(worker));
    assertFalse(stop.join(Duration.ofMillis(100)));
    finish.countDown();
    assertTrue(stop.join(Duration.ofSeconds(20)));

    assertEquals(TaskState.DONE, queue.state(id));
  }

  @Test
  void workerThatCannotSayThatItLivesStopsItsTasksByItself() throws Exception {
    var stopped = new CountDownLatch(1);
    queue.workSilently(
        Duration.ofMillis(500),
        rules(1),
        QueueInTest.handler(
            "hang",
            context -> {
              try {
                Waiter.pause(Duration.ofMinutes(5));
              } catch (InterruptedException e) {
                stopped.countDown();
                throw e;
              }
              return TaskOutcome.done();
            }));
    var id = queue.add("hang").id();

    assertTrue(stopped.await(20, TimeUnit.SECONDS));

    assertEquals(0, queue.desk.find(id).orElseThrow().failures());
  }

  @Test
  void taskThatKillsItsWorkersIsADeadLetter() throws Exception {
    var id = queue.add("killer").id();
    for (var i = 0; i < 5; i++) {
      claim(register(PASSED));
      queue.claims.rescue();
    }
    queue.work(rules(1), QueueInTest.handler("killer", _ -> TaskOutcome.done()));

    var dead = queue.await(id, TaskState.DEAD);

    assertTrue(String.valueOf(dead.note()).contains("died 5 times"));
  }

  @Test
  void slowQueueDoesNotStarveAnother() throws Exception {
    var release = new CountDownLatch(1);
    var hang =
        QueueInTest.handler(
            "hang",
            _ -> {
              assertTrue(release.await(30, TimeUnit.SECONDS));
              return TaskOutcome.done();
            });
    var greet = QueueInTest.handler("greet", _ -> TaskOutcome.done());
    queue.work(List.of(QueueInTest.rules("slow", 2), QueueInTest.rules("quick", 2)), hang, greet);
    for (var i = 0; i < 50; i++) {
      queue.tasks.add(NewTask.of("hang", Map.of()).on("slow"));
    }

    var quick = queue.tasks.add(NewTask.of("greet", Map.of()).on("quick"));

    queue.await(quick.id(), TaskState.DONE);
    release.countDown();
  }

  @Test
  void queueWorksWithoutTheBell() throws Exception {
    queue.workDeaf(rules(1), QueueInTest.handler("greet", _ -> TaskOutcome.done()));

    queue.await(queue.add("greet").id(), TaskState.DONE);
  }

  private static QueueRules rules(int workers) {
    return QueueInTest.rules("default", workers);
  }

  private long register(Duration lease) {
    return queue.claims.register(new WorkerCard("test", List.of("default"), 1), lease);
  }

  private Task claim(long worker) {
    var claims = queue.claims.claim(new Wanted("default", worker, 1, 1, RateLimits.NONE));
    assertEquals(1, claims.tasks().size());
    return claims.tasks().getFirst();
  }

  private static Attempt attempt(Task task) {
    return new Attempt(task.id(), task.attempt());
  }

  private static Settlement complete(Task task, String note) {
    return new Settlement.Complete(attempt(task), note);
  }

  private void inAttempt(Task task, Runnable work) throws Exception {
    new Cancellation(attempt(task))
        .call(
            () -> {
              work.run();
              return true;
            });
  }

  private void insertAccount(String name) {
    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute("insert into accounts (network, name) values ('LOCAL', ?)", name));
  }

  /** What became of a write: the name of the exception, or "written". */
  private String write(String name) {
    try {
      insertAccount(name);
      return "written";
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static List<String> accounts() {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select name from accounts order by id")
                    .mapTo(String.class)
                    .list());
  }

  private static void awaitStubbornly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // Stubborn.
      }
    }
  }

  private static void stop(QueueWorker worker) {
    try {
      worker.stop(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
