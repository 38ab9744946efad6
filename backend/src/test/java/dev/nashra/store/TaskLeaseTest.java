package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.Attempt;
import dev.nashra.queue.AttemptEnded;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.Settlement;
import dev.nashra.queue.Task;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import dev.nashra.queue.TaskStore.Retention;
import dev.nashra.queue.TaskStore.Wanted;
import dev.nashra.queue.TaskStore.WorkerCard;
import dev.nashra.time.Cancellation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who holds a task, and what a late worker can still write: nothing. Step by step. */
@Timeout(60)
final class TaskLeaseTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration PASSED = Duration.ofMillis(-1);

  private final Accounts accounts = new Accounts(DATABASE.get());
  private QueueInTest queue;

  @BeforeEach
  void open() {
    queue = new QueueInTest(DATABASE.get());
    accounts.clear();
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
  }

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

    inAttempt(late, () -> accounts.add("in time"));
    queue.claims.rescue();
    assertThrows(AttemptEnded.class, () -> inAttempt(late, () -> accounts.add("too late")));
    claim(register(LEASE));
    assertThrows(AttemptEnded.class, () -> inAttempt(late, () -> accounts.add("far too late")));

    assertEquals(List.of("in time"), accounts.all());
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
                  accounts.add("lost");
                  throw new IllegalStateException("on purpose");
                }));
    assertEquals(TaskState.RUNNING, queue.state(id));
    queue.claims.complete(task, () -> accounts.add("kept"));
    assertThrows(
        AttemptEnded.class, () -> queue.claims.complete(task, () -> accounts.add("twice")));

    assertEquals(TaskState.DONE, queue.state(id));
    assertEquals(List.of("kept"), accounts.all());
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
  void claimOfLargePayloadsIsCutShort() {
    var large = "\"" + "x".repeat(Task.MOST_PAYLOAD_BYTES - 2) + "\"";
    queue.tasks.addAll(Collections.nCopies(20, NewTask.ofJson("large", large)));
    var worker = register(LEASE);

    var first = queue.claims.claim(new Wanted("default", worker, 15, 0, RateLimits.NONE));
    var second = queue.claims.claim(new Wanted("default", worker, 15, 0, RateLimits.NONE));
    var third = queue.claims.claim(new Wanted("default", worker, 15, 0, RateLimits.NONE));

    assertEquals(
        List.of(8, 8, 4),
        List.of(first.tasks().size(), second.tasks().size(), third.tasks().size()));
    assertEquals(Duration.ZERO, first.untilMore()); // there is more at once
    assertEquals(null, third.untilMore());
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
}
