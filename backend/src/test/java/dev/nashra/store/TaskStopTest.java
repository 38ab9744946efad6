package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.process.Command;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How attempts are stopped, and what a worker does with its tasks when it stops. */
@Timeout(60)
final class TaskStopTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

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
                ended.complete(accounts.tryToAdd("after the cancel"));
                throw e;
              }
              return TaskOutcome.done();
            }));
    var id = queue.add("hang").id();
    assertTrue(began.await(20, TimeUnit.SECONDS));

    assertTrue(queue.tasks.cancel(id));

    assertEquals("AttemptEnded", ended.get(20, TimeUnit.SECONDS));
    assertEquals(TaskState.CANCELLED, queue.state(id));
    assertEquals(List.of(), accounts.all());
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
