package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.worker.CycleState;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Mode;
import dev.nashra.worker.RunClaim;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.RunInTest;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.WorkerRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
final class RunTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Mode IMPROVED = Mode.improved(true, true, Duration.ofMinutes(1));
  private static final String JOB = "generate_reels";
  private static final WorkerRegistry.Status WELL = new WorkerRegistry.Status(false, List.of());

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String WAITS =
      """
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%runs%'""";

  /** As the server does when a process is killed. */
  private static final String VANISH =
      """
      select pg_terminate_backend(l.pid) from pg_locks l
      join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and d.datname = current_database() and l.objid = %d""";

  private final List<WorkerTable> workers = new ArrayList<>();
  private final CycleHistory history = new CycleHistory(DATABASE.get());

  @AfterEach
  void empty() {
    workers.forEach(WorkerTable::leave);
    execute("truncate cycles, runs, workers, mode_switch cascade");
  }

  @Test
  void cyclesAndRunsAreKeptWithTheirCounts() {
    var table = table(worker());
    var cycle = table.startCycle(IMPROVED);
    var run = claimed(table.claim(cycle, "media", "generate_audio", false));
    assertTrue(table.startRun(run));
    table.endRun(run, new RunOutcome.Done(new JobResult(7, 5, 2, "a note").withBytes(99)));
    table.endCycle(cycle.getAsLong(), CycleState.DONE);

    var past = history.last(1).getFirst();

    assertEquals("done", past.state());
    var pastRun = past.runs().getFirst();
    assertEquals("done", pastRun.state());
    assertEquals(7, pastRun.in());
    assertEquals(5, pastRun.out());
    assertEquals(2, pastRun.failed());
    assertEquals("a note", pastRun.note());
  }

  @Test
  void aJobThatRunsIsSkippedByEverybodyElseWithTheReason() {
    var first = table(worker());
    var second = table(worker());
    var run = claimed(first.claim(OptionalLong.empty(), "publishing", JOB, false));

    assertTrue(taken(first).startsWith("still waiting for a slot since "), () -> taken(first));
    first.startRun(run);
    assertTrue(
        taken(second).matches("still running since .* \\(worker host/.*\\)"), () -> taken(second));

    first.endRun(run, new RunOutcome.Stopped("on purpose"));
    claimed(second.claim(OptionalLong.empty(), "publishing", JOB, false));
  }

  @Test
  void aRunThatHadToWaitForTheEndOfAnotherStartsAfterIt() throws Exception {
    var first = table(worker());
    var second = table(worker());
    var run = claimed(first.claim(OptionalLong.empty(), "publishing", JOB, true));
    CompletableFuture<RunClaim> next;
    try (var ending = DATABASE.get().openHandle()) {
      ending.begin();
      ending.execute("update runs set state = 'DONE', ended = clock_timestamp() where id = ?", run);
      next =
          CompletableFuture.supplyAsync(
              () -> second.claim(OptionalLong.empty(), "publishing", JOB, true));
      Awaitility.await("the second one waits").atMost(PATIENCE).until(() -> exists(WAITS));
      ending.execute("update runs set ended = clock_timestamp() where id = ?", run);
      ending.commit();
    }

    var later = claimed(next.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));

    assertTrue(
        exists(
            "select 1 from runs a, runs b where a.id = %d and b.id = %d and b.started >= a.ended"
                .formatted(run, later)));
  }

  @Test
  void originalCyclesDoNotOverlapOverAllWorkers() {
    var first = table(worker());
    var second = table(worker());
    var cycle = first.startCycle(IMPROVED).orElseThrow();

    assertTrue(second.startCycle(Mode.ORIGINAL).isEmpty());
    assertTrue(second.startCycle(IMPROVED).isPresent());

    first.endCycle(cycle, CycleState.DONE);
  }

  @Test
  void whatAWorkerThatVanishedLeftIsLostAtOnce() {
    var dead = worker();
    var deadTable = table(dead);
    var cycle = deadTable.startCycle(IMPROVED);
    deadTable.startRun(claimed(deadTable.claim(cycle, "publishing", JOB, false)));
    execute(VANISH.formatted(dead.id()));

    claimed(table(worker()).claim(OptionalLong.empty(), "publishing", JOB, false));

    var lost = history.last(1).getFirst();
    assertEquals("lost", lost.state());
    assertEquals("lost", lost.runs().getFirst().state());
  }

  @Test
  void aWorkerWhoseLeaseHasPassedLearnsThatItsRunIsLostAndWritesNoMore() throws Exception {
    var frozen = worker();
    var table = table(frozen);
    var run = claimed(table.claim(OptionalLong.empty(), "publishing", JOB, false));
    table.startRun(run);
    assertEquals(Set.of(run), frozen.beat(WELL, Map.of(run, Duration.ofSeconds(1))));
    execute(
        "update workers set lease_until = clock_timestamp() - interval '1 s' where id = "
            + frozen.id());

    claimed(table(worker()).claim(OptionalLong.empty(), "publishing", JOB, false));

    assertThrows(RunEnded.class, () -> writeIn(run));
    assertEquals(Set.of(), frozen.beat(WELL, Map.of()));
    table.endRun(run, new RunOutcome.Done(JobResult.of(1, 1)));
    assertEquals("LOST", state(run));
  }

  @Test
  void clocksThatAreWrongChangeNothing() {
    // Whatever the clocks of the machines say: only the server's is asked.
    var first = worker();
    first.beat(WELL, Map.of());
    execute(
        "update workers set started = started - interval '5 min', seen = seen + interval '5 min'");
    var table = table(first);
    claimed(table.claim(OptionalLong.empty(), "publishing", JOB, false));

    assertInstanceOf(
        RunClaim.Taken.class,
        table(worker()).claim(OptionalLong.empty(), "publishing", JOB, false));
  }

  @Test
  void endedRunWritesNoMore() throws Exception {
    var table = table(worker());
    var run = claimed(table.claim(OptionalLong.empty(), "media", "generate_audio", false));
    table.startRun(run);
    writeIn(run);
    table.endRun(run, new RunOutcome.Stopped("on purpose"));

    assertThrows(RunEnded.class, () -> writeIn(run));
  }

  @Test
  void aTransactionThatKeepsItsRunFromEndingIsCutOff() throws Exception {
    var table = table(worker());
    var run = claimed(table.claim(OptionalLong.empty(), "media", "generate_audio", false));
    table.startRun(run);
    var open = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var late =
        Thread.ofPlatform()
            .start(
                () ->
                    quietly(
                        () ->
                            RunInTest.call(
                                run,
                                () ->
                                    DATABASE
                                        .get()
                                        .<Integer>inTransaction(
                                            handle -> {
                                              handle.execute(
                                                  "insert into accounts (network, name) values ('LOCAL', 'held')");
                                              // One inside, which must not end the outer one's
                                              // watch.
                                              DATABASE
                                                  .get()
                                                  .useTransaction(h -> h.execute("select 1"));
                                              open.countDown();
                                              return awaitDeaf(ended);
                                            }))));
    open.await();

    table.endRun(run, new RunOutcome.Stopped("on purpose"));

    ended.countDown();
    late.join();
    assertEquals("STOPPED", state(run));
    assertFalse(exists("select 1 from accounts where name = 'held'"));
  }

  @Test
  void aLongTransactionOfAJobDoesNotHoldUpTheSignsOfLife() throws Exception {
    var worker = worker();
    var table = table(worker);
    var run = claimed(table.claim(OptionalLong.empty(), "media", "generate_audio", false));
    table.startRun(run);

    var alive =
        RunInTest.call(
            run,
            () ->
                DATABASE
                    .get()
                    .inTransaction(
                        _ ->
                            CompletableFuture.supplyAsync(
                                    () -> worker.beat(WELL, Map.of(run, Duration.ZERO)))
                                .orTimeout(10, TimeUnit.SECONDS)
                                .join()));

    assertEquals(Set.of(run), alive);
  }

  @Test
  void aLockThatAGoneConnectionHeldIsTakenAsSoonAsItIsFree() throws Exception {
    var worker = worker();
    try (var gone = DATABASE.get().openHandle()) {
      execute(VANISH.formatted(worker.id()));
      gone.createQuery("select true from pg_advisory_lock(28275, %d)".formatted(worker.id()))
          .mapTo(Boolean.class)
          .one();
      assertThrows(RuntimeException.class, () -> worker.beat(WELL, Map.of()));
      worker.beat(WELL, Map.of());
      gone.execute("select pg_advisory_unlock_all()");
    }

    worker.beat(WELL, Map.of());

    assertTrue(exists("select 1 from workers w where is_alive(w)"));
  }

  private static int awaitDeaf(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS) ? 1 : 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void quietly(java.util.concurrent.Callable<?> work) {
    try {
      work.call();
    } catch (Exception e) {
      // Its connection is gone, which is what the test is about.
    }
  }

  private static void writeIn(long run) throws Exception {
    RunInTest.call(
        run, () -> DATABASE.get().<Integer>inTransaction(handle -> handle.execute("select 1")));
  }

  private WorkerTable worker() {
    var worker = WorkerTable.join(DATABASE.get(), "host/" + workers.size());
    workers.add(worker);
    return worker;
  }

  private static RunTable table(WorkerTable worker) {
    return new RunTable(DATABASE.get(), worker.id(), "host/" + worker.id());
  }

  private static long claimed(RunClaim claim) {
    return assertInstanceOf(RunClaim.Claimed.class, claim).runId();
  }

  private static String taken(RunTable table) {
    var claim = table.claim(OptionalLong.empty(), "publishing", JOB, false);
    return assertInstanceOf(RunClaim.Taken.class, claim).reason();
  }

  private static String state(long run) {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select state from runs where id = " + run)
                    .mapTo(String.class)
                    .one());
  }

  private static boolean exists(String sql) {
    return DATABASE
        .get()
        .inTransaction(handle -> handle.createQuery(sql).mapTo(Integer.class).findOne())
        .isPresent();
  }

  private static void execute(String sql) {
    DATABASE.get().useTransaction(handle -> handle.execute(sql));
  }
}
