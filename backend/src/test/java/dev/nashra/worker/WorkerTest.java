package dev.nashra.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.process.Command;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class WorkerTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Mode IMPROVED = Mode.improved(true, true, LONG);

  private final RecordingRunLog log = new RecordingRunLog();
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void jobsOfAStageInOrderRunOneAfterTheOther() throws Exception {
    var worker = worker(IMPROVED, LONG, Stage.inOrder("s", named("a"), named("b"), named("c")));

    assertTrue(worker.runCycle());

    assertEquals(List.of("a", "b", "c"), order);
    assertEquals(List.of(CycleState.DONE), log.cycles());
  }

  @Test
  void jobsSideBySideReallyRunAtOnce() throws Exception {
    var meeting = new CyclicBarrier(2);
    var stage =
        Stage.sideBySide(
            "s",
            2,
            job("a", _ -> meeting.await(30, TimeUnit.SECONDS)),
            job("b", _ -> meeting.await(30, TimeUnit.SECONDS)));

    assertTrue(worker(IMPROVED, LONG, stage).runCycle());

    assertEquals(Map.of("a", RunState.DONE, "b", RunState.DONE), states());
  }

  @Test
  void stageIsNeverWiderThanItsWorkers() throws Exception {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var jobs =
        Arrays.stream("abcdefgh".split("", -1))
            .filter(name -> !name.isEmpty())
            .map(
                name ->
                    job(
                        name,
                        _ -> {
                          most.accumulateAndGet(now.incrementAndGet(), Math::max);
                          Thread.onSpinWait();
                          now.decrementAndGet();
                        }))
            .toArray(Job[]::new);

    worker(IMPROVED, LONG, Stage.sideBySide("s", 3, jobs)).runCycle();

    assertTrue(most.get() <= 3, () -> "at once: " + most);
  }

  @Test
  void failureOfAnyKindEndsThatJobAlone() throws Exception {
    var worker =
        worker(
            IMPROVED,
            LONG,
            Stage.inOrder(
                "s",
                job(
                    "exception",
                    _ -> {
                      throw new IllegalStateException("on purpose");
                    }),
                job(
                    "error",
                    _ -> {
                      throw new StackOverflowError("on purpose");
                    }),
                job(
                    "linkage",
                    _ -> {
                      throw new NoClassDefFoundError("on purpose");
                    }),
                named("last")));

    assertTrue(worker.runCycle());

    assertEquals(
        Map.of(
            "exception", RunState.FAILED,
            "error", RunState.FAILED,
            "linkage", RunState.FAILED,
            "last", RunState.DONE),
        states());
  }

  @Test
  void originalModeEndsAtTheFirstFailure() throws Exception {
    var stages =
        Stage.inOrder(
            "s",
            job(
                "bad",
                _ -> {
                  throw new IllegalStateException();
                }),
            named("next"));

    assertFalse(worker(Mode.ORIGINAL, LONG, stages).runCycle());

    assertEquals(Map.of("bad", RunState.FAILED), states());
    assertEquals(List.of(CycleState.FAILED), log.cycles());
  }

  @Test
  void jobPastItsTimeoutIsInterruptedAndTheNextOneRuns() throws Exception {
    var never = new CountDownLatch(1);
    var worker =
        worker(
            IMPROVED,
            Duration.ofMillis(200),
            Stage.inOrder("s", job("hangs", _ -> never.await()), named("next")));

    assertTrue(worker.runCycle());

    var outcome = assertInstanceOf(RunOutcome.TimedOut.class, log.outcomes().get("hangs"));
    assertTrue(outcome.stack().contains("CountDownLatch.await"), outcome.stack());
    assertEquals(RunState.DONE, states().get("next"));
  }

  @Test
  void jobThatIgnoresInterruptsDoesNotHoldUpTheNextOne() throws Exception {
    var release = new CountDownLatch(1);
    var worker =
        worker(
            IMPROVED,
            Duration.ofMillis(200),
            Stage.inOrder("s", job("deaf", _ -> awaitDeaf(release)), named("next")));

    assertTrue(worker.runCycle());
    release.countDown();

    assertEquals(Map.of("deaf", RunState.TIMED_OUT, "next", RunState.DONE), states());
  }

  private static void awaitDeaf(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // This job is deaf on purpose.
      }
    }
  }

  @Test
  void childProcessesOfAStoppedJobAreKilled() throws Exception {
    var pid = new AtomicLong();
    var job =
        job(
            "child",
            _ -> {
              var child = Command.of("sleep", "3600").start();
              pid.set(child.pid());
              child.await(LONG);
            });

    worker(IMPROVED, Duration.ofMillis(700), Stage.inOrder("s", job)).runCycle();

    assertEquals(RunState.TIMED_OUT, states().get("child"));
    var child = ProcessHandle.of(pid.get());
    if (child.isPresent()) {
      child.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void partsOfAJobAreStoppedWithIt() throws Exception {
    var interrupted = new CountDownLatch(3);
    var job =
        job(
            "parts",
            _ ->
                Parallel.map(
                    3,
                    List.of(1, 2, 3),
                    part -> {
                      try {
                        new CountDownLatch(1).await();
                        return part;
                      } finally {
                        interrupted.countDown();
                      }
                    }));

    worker(IMPROVED, Duration.ofMillis(200), Stage.inOrder("s", job)).runCycle();

    assertTrue(interrupted.await(10, TimeUnit.SECONDS));
  }

  @Test
  void withoutTimeoutsNothingIsStopped() throws Exception {
    var finished = new CountDownLatch(1);
    var worker =
        worker(
            Mode.improved(false, true, LONG),
            Duration.ofNanos(1),
            Stage.inOrder("s", job("slow", _ -> finished.countDown())));

    worker.runCycle();

    assertEquals(RunState.DONE, states().get("slow"));
  }

  @Test
  void stoppedWorkerEndsItsCycleAndBeginsNothingNew() throws Exception {
    var begun = new CountDownLatch(1);
    var worker =
        worker(
            IMPROVED,
            LONG,
            Stage.inOrder(
                "s",
                job(
                    "long",
                    _ -> {
                      begun.countDown();
                      new CountDownLatch(1).await();
                    }),
                named("next")));
    var cycle = Thread.ofPlatform().start(() -> runQuietly(worker));
    begun.await();

    worker.stop(Duration.ofMillis(100));
    cycle.join();

    assertEquals(Map.of("long", RunState.STOPPED), states());
    assertEquals(List.of(CycleState.STOPPED), log.cycles());
    assertTrue(log.allEnded());
  }

  @Test
  void originalCycleIsSkippedWhileTheLastOneRuns() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var worker =
        worker(
            Mode.ORIGINAL,
            LONG,
            Stage.inOrder(
                "s",
                job(
                    "long",
                    _ -> {
                      begun.countDown();
                      end.await();
                    })));
    var cycle = Thread.ofPlatform().start(() -> runQuietly(worker));
    begun.await();

    assertFalse(worker.runCycle());

    end.countDown();
    cycle.join();
    assertEquals(List.of(CycleState.DONE), log.cycles());
  }

  @Test
  void nextCycleDoesTheOtherJobsWhileOneStillRuns() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var worker =
        worker(
            IMPROVED,
            LONG,
            Stage.inOrder("first", named("scrape")),
            Stage.sideBySide(
                "second",
                2,
                job(
                    "reels",
                    _ -> {
                      begun.countDown();
                      end.await();
                    }),
                named("publish")));
    var cycle = Thread.ofPlatform().start(() -> runQuietly(worker));
    begun.await();

    assertTrue(worker.runCycle());

    assertEquals(2, order.stream().filter("publish"::equals).count());
    end.countDown();
    cycle.join();
    assertEquals(List.of(CycleState.DONE, CycleState.DONE), log.cycles());
    assertTrue(log.allEnded());
  }

  @Test
  void cycleGoesOnWithoutAJobThatMakesNoProgress() throws Exception {
    var published = new CountDownLatch(1);
    var worker =
        worker(
            Mode.improved(true, true, Duration.ofMillis(100)),
            LONG,
            Stage.sideBySide("media", 2, job("hangs", _ -> published.await())),
            Stage.inOrder("publishing", job("publish", _ -> published.countDown())));

    assertTrue(worker.runCycle());

    assertEquals(Map.of("hangs", RunState.DONE, "publish", RunState.DONE), states());
  }

  private static void runQuietly(Worker worker) {
    try {
      worker.runCycle();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Worker worker(Mode mode, Duration timeout, Stage... stages) {
    var clock = InstantSource.system();
    var timeouts =
        Arrays.stream(TimeoutType.values()).collect(Collectors.toMap(type -> type, _ -> timeout));
    var runner = new JobRunner(log, clock, timeouts, 4);
    return new Worker(List.of(stages), () -> mode, log, runner, CycleListener.SILENT);
  }

  private Map<String, RunState> states() {
    return log.outcomes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().state()));
  }

  private Job named(String name) {
    return job(name, _ -> order.add(name));
  }

  private static Job job(String name, Body body) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TimeoutType timeoutType() {
        return TimeoutType.IMAGES;
      }

      @Override
      public JobResult run(JobContext context) throws Exception {
        body.run(context);
        return JobResult.of(1, 1);
      }
    };
  }

  private interface Body {
    void run(JobContext context) throws Exception;
  }
}
