package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.http.AddressGuard;
import dev.nashra.http.FetchRequest;
import dev.nashra.http.HttpFetcher;
import dev.nashra.process.Command;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Waiter;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.Stage;
import dev.nashra.worker.TimeoutType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs that do everything to hold up the newsroom. After each, the next job starts within two
 * seconds of the timeout, the run is recorded as what it was, and nothing of it is written later.
 */
@Timeout(60)
final class HostileJobsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration TIMEOUT = Duration.ofMillis(500);
  private static final Duration AT_MOST_LATER = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String WRITE = "insert into writes (run_id) values (%d)";

  @TempDir private Path folder;

  /** Opened at the end of each test, so that threads which ignore everything go. */
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeAll
  static void createWrites() {
    execute("create table writes (run_id bigint not null)");
  }

  @AfterEach
  void empty() {
    over.countDown();
    execute("truncate cycles, runs, workers, writes cascade");
  }

  @Test
  void jobThatSleepsIsStopped() throws Exception {
    var run = runBeforeAnother(_ -> Waiter.pause(Duration.ofHours(1)));

    run.assertTimedOutIn("Waiter.pause");
  }

  @Test
  void jobThatSpinsIsLeftToItself() throws Exception {
    var run =
        runBeforeAnother(
            _ -> {
              while (over.getCount() > 0) {
                Thread.onSpinWait();
              }
            });

    run.assertTimedOutIn("HostileJobsTest");
  }

  @Test
  void jobThatSwallowsInterruptsIsLeftToItself() throws Exception {
    var run = runBeforeAnother(_ -> awaitDeaf(over));

    run.assertTimedOutIn("awaitDeaf");
  }

  @Test
  void jobThatReadsOneByteASecondIsStopped() throws Exception {
    var ended = new CountDownLatch(1);
    try (var server = new DrippingServer()) {
      var run =
          runBeforeAnother(
              _ -> {
                try {
                  fetcher().fetch(FetchRequest.of(server.address(), 1 << 20, Duration.ofHours(1)));
                } finally {
                  ended.countDown();
                }
              });

      run.assertTimedOutIn("HttpFetcher");
      assertTrue(ended.await(2, TimeUnit.SECONDS), "the call was cancelled");
    }
  }

  private static HttpFetcher fetcher() {
    return new HttpFetcher(new AddressGuard(List.of("127.0.0.1")), "Test", InstantSource.system());
  }

  @Test
  void jobThatWaitsForALockOfTheDatabaseIsStopped() throws Exception {
    try (var other = DaemonDatabase.connect(DATABASE.url());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table writes in access exclusive mode");

      var run = runBeforeAnother(HostileJobsTest::write, _ -> {});

      run.assertTimedOutIn("PgPreparedStatement");
      assertEquals(
          0,
          count("pg_stat_activity where wait_event_type = 'Lock' and query like '%writes%'"),
          "the statement was cancelled");
      other.rollback();
      assertEquals(0, count("writes"));
    }
  }

  @Test
  void jobThatIsBusyInTheDatabaseAndIgnoresBeingStoppedIsCutOff() throws Exception {
    var run =
        runBeforeAnother(
            context -> {
              context.cancellation().onCancel(() -> {});
              while (!context.cancellation().isCancelled()) {
                Thread.onSpinWait();
              }
              Thread.interrupted();
              transaction(context, "select pg_sleep(20)", WRITE.formatted(context.runId()));
            });

    run.assertTimedOutIn("HostileJobsTest");
    assertEquals(0, count("pg_stat_activity where query like 'select pg_sleep%'"), "cut off");
    assertEquals(0, count("writes where run_id = " + run.id()));
  }

  @Test
  void childThatForksAndDetachesIsKilled() throws Exception {
    // The middle one ends, so that the last is nobody's child.
    var run = runBeforeAnother(_ -> shell("(sleep 1000 & echo $! > pid); sleep 1000"));

    run.assertTimedOutIn("ChildProcess.await");
    assertDead(pid());
  }

  @Test
  void childThatBecomesADaemonIsKilled() throws Exception {
    var run =
        runBeforeAnother(
            _ ->
                shell(
                    "(setsid sh -c '(sleep 1000 & echo $! > pid.new; mv pid.new pid) &' &); sleep"
                        + " 1000"));

    run.assertTimedOutIn("ChildProcess.await");
    assertDead(pid());
  }

  @Test
  void daemonThatTheChildLeftBehindIsKilledAlsoWhenTheJobIsDone() throws Exception {
    var run =
        runBeforeAnother(
            _ ->
                shell(
                    "setsid sh -c '(sleep 1000 > /dev/null 2>&1 & echo $! > pid.new; mv pid.new"
                        + " pid) &'; while ! test -e pid; do sleep 0.02; done"));

    assertEquals("DONE", run.state());
    assertDead(pid());
  }

  @Test
  void jobThatFillsAPipeIsStopped() throws Exception {
    var run =
        runBeforeAnother(
            _ -> {
              try (var child = Command.of("sleep", "1000").start()) {
                child.stdin().write(new byte[1 << 20]); // nobody reads
              }
            });

    run.assertTimedOutIn("FileOutputStream.write");
    Awaitility.await().atMost(PATIENCE).until(() -> jobThreads().isEmpty());
  }

  @Test
  void childThatTalksWithoutEndIsKilled() throws Exception {
    var run = runBeforeAnother(_ -> shell("echo $$ > pid; exec yes"));

    run.assertTimedOutIn("ChildProcess.await");
    assertDead(pid());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whateverAJobThrowsIsItsOwnFailure(String named, Supplier<Throwable> thrown)
      throws Exception {
    var run =
        runBeforeAnother(
            _ -> {
              throw HostileJobsTest.<RuntimeException>unchecked(thrown.get());
            });

    assertEquals("FAILED", run.state());
    assertTrue(run.error().contains(named), run::error);
    assertTrue(run.error().contains("HostileJobsTest"), run::error);
  }

  static Stream<Arguments> whateverAJobThrowsIsItsOwnFailure() {
    return Stream.of(
        thrown("java.io.IOException", IOException::new),
        thrown("IllegalStateException: on \uFFFD purpose", () -> fault("on \0 purpose")),
        thrown("IllegalStateException", () -> fault("\uD800 half a letter")),
        thrown("CancellationException", java.util.concurrent.CancellationException::new),
        thrown("InterruptedException", InterruptedException::new),
        thrown("RunEnded", () -> new RunEnded(1)),
        thrown("AssertionError", AssertionError::new),
        thrown("StackOverflowError", HostileJobsTest::overflow),
        thrown("OutOfMemoryError", OutOfMemoryError::new),
        thrown("NoClassDefFoundError", NoClassDefFoundError::new),
        thrown("ExceptionInInitializerError", HostileJobsTest::initializerError),
        thrown("ThreadDeathOfOurs", ThreadDeathOfOurs::new),
        thrown("Unspeakable", Unspeakable::new),
        thrown("CauseOfItself", CauseOfItself::new));
  }

  private static Arguments thrown(String named, Supplier<Throwable> thrown) {
    return Arguments.of(named, thrown);
  }

  private static Throwable fault(String message) {
    return new IllegalStateException(message);
  }

  private static Throwable overflow() {
    return new StackOverflowError("as deep as it goes");
  }

  private static Throwable initializerError() {
    return new ExceptionInInitializerError("as a class that cannot be loaded does");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void jobWithoutAResultFails() throws Exception {
    var job =
        new Job() {
          @Override
          public String name() {
            return "hostile";
          }

          @Override
          public TimeoutType timeoutType() {
            return TimeoutType.IMAGES;
          }

          @Override
          @SuppressWarnings("NullAway") // what the compiler does not see in other people's jobs
          public JobResult run(JobContext context) {
            return null;
          }
        };

    assertEquals("FAILED", runBeforeAnother(job, HostileJobsTest::write).state());
  }

  @Test
  void jobThatIgnoresItsEndWritesNothingLater() throws Exception {
    var attempts = new LinkedBlockingQueue<Throwable>();
    var ended = new CountDownLatch(1);
    var run =
        runBeforeAnother(
            context -> {
              write(context);
              awaitDeaf(ended);
              Thread.interrupted(); // deaf to the end
              attempts.add(thrownBy(() -> write(context)));
            });
    assertEquals("TIMED_OUT", run.state());
    long before = count("writes");

    ended.countDown();

    assertInstanceOf(RunEnded.class, attempts.poll(30, TimeUnit.SECONDS));
    assertEquals(before, count("writes"));
  }

  @Test
  void threadThatAJobStartsByItselfWritesNothingAfterItsEnd() throws Exception {
    var attempts = new LinkedBlockingQueue<Throwable>();
    var ended = new CountDownLatch(1);
    var run =
        runBeforeAnother(
            context ->
                Thread.ofPlatform()
                    .daemon()
                    .start(
                        () -> {
                          awaitDeaf(ended);
                          attempts.add(thrownBy(() -> write(context)));
                        }));
    assertEquals("DONE", run.state());
    long before = count("writes");

    ended.countDown();

    assertInstanceOf(RunEnded.class, attempts.poll(30, TimeUnit.SECONDS));
    assertEquals(before, count("writes"));
  }

  @Test
  void jobWhoseWorkerWasTakenForDeadWritesNothingLater() throws Exception {
    var attempts = new LinkedBlockingQueue<Throwable>();
    var begun = new CountDownLatch(1);
    var taken = new CountDownLatch(1);
    var hostile =
        EngineRig.job(
            "shared",
            context -> {
              write(context);
              begun.countDown();
              awaitDeaf(taken);
              Thread.interrupted();
              attempts.add(thrownBy(() -> write(context)));
            });
    try (var frozen = EngineRig.start(DATABASE.get(), PATIENCE, Stage.inOrder("s", hostile))) {
      frozen.worker().beginCycle();
      assertTrue(begun.await(30, TimeUnit.SECONDS));
      lapse(frozen.workerId());
      var other = EngineRig.job("shared", HostileJobsTest::write);
      try (var healthy = EngineRig.start(DATABASE.get(), PATIENCE, Stage.inOrder("s", other))) {
        assertTrue(healthy.worker().runCycle());
      }
      taken.countDown();

      assertInstanceOf(RunEnded.class, attempts.poll(30, TimeUnit.SECONDS));
    }
    assertEquals(List.of("DONE", "LOST"), texts("select state from runs order by state"));
    assertEquals(2, count("writes"));
  }

  /** As if the worker had been without a network for longer than its lease; it cannot beat. */
  private static void lapse(long worker) {
    execute(
        """
        create or replace function lapse() returns trigger language plpgsql as
          'begin new.lease_until := clock_timestamp() - interval ''1 s''; return new; end'""");
    execute(
        """
        create or replace trigger lapse before update on workers
        for each row when (new.id = %d) execute function lapse()"""
            .formatted(worker));
    execute("update workers set seen = seen where id = " + worker);
  }

  // the run of a hostile job, with one after it

  private PastRun runBeforeAnother(EngineRig.Body hostile) throws InterruptedException {
    return runBeforeAnother(hostile, HostileJobsTest::write);
  }

  private PastRun runBeforeAnother(EngineRig.Body hostile, EngineRig.Body next)
      throws InterruptedException {
    return runBeforeAnother(EngineRig.job("hostile", hostile), next);
  }

  private static PastRun runBeforeAnother(Job hostile, EngineRig.Body next)
      throws InterruptedException {
    var stage = Stage.inOrder("s", hostile, EngineRig.job("next", next));
    try (var rig = EngineRig.start(DATABASE.get(), TIMEOUT, stage)) {
      assertTrue(rig.worker().runCycle());
    }
    var run = PastRun.of("hostile");
    var after = PastRun.of("next");
    assertEquals("DONE", after.state(), after::error);
    var late = after.startedMillis() - run.startedMillis() - TIMEOUT.toMillis();
    assertTrue(late < AT_MOST_LATER.toMillis(), () -> "the next began %d ms later".formatted(late));
    return run;
  }

  private record PastRun(long id, String state, String error, long startedMillis) {
    static PastRun of(String job) {
      return DATABASE
          .get()
          .inTransaction(
              handle ->
                  handle
                      .createQuery("select * from runs where job = '%s'".formatted(job))
                      .map(
                          (row, _) ->
                              new PastRun(
                                  row.getLong("id"),
                                  row.getString("state"),
                                  String.valueOf(row.getString("error")),
                                  row.getTimestamp("started").getTime()))
                      .one());
    }

    void assertTimedOutIn(String frame) {
      assertEquals("TIMED_OUT", state, error);
      assertTrue(error.contains(frame), error);
    }
  }

  private static void write(JobContext context) {
    transaction(context, WRITE.formatted(context.runId()));
  }

  private static void transaction(JobContext context, String... statements) {
    DATABASE
        .get()
        .useTransaction(
            handle -> {
              for (var sql : statements) {
                handle.execute(sql);
              }
              context.progress().at(1, 1);
            });
  }

  private static Throwable thrownBy(Runnable action) {
    try {
      action.run();
      return new AssertionError("nothing thrown");
    } catch (RuntimeException e) {
      return e;
    }
  }

  private void shell(String script) throws InterruptedException {
    Command.of("sh", "-c", script).in(folder).run(Duration.ofHours(1));
  }

  private long pid() {
    var file = folder.resolve("pid");
    return Long.parseLong(
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> Files.exists(file) ? Files.readString(file).strip() : "",
                text -> !text.isEmpty()));
  }

  private static void assertDead(long pid) {
    var commandLine = Path.of("/proc/" + pid, "cmdline");
    Awaitility.await("process " + pid)
        .atMost(AT_MOST_LATER)
        .until(
            () -> {
              try {
                return Files.readString(commandLine, StandardCharsets.ISO_8859_1).isEmpty();
              } catch (IOException e) {
                return true;
              }
            });
  }

  private static List<String> jobThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter("job-hostile"::equals)
        .toList();
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

  private static void execute(String sql) {
    DATABASE.get().useTransaction(handle -> handle.execute(sql));
  }

  private static long count(String rows) {
    return Long.parseLong(texts("select count(*)::text from " + rows).getFirst());
  }

  private static List<String> texts(String sql) {
    return DATABASE
        .get()
        .inTransaction(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  /** As {@code Thread.stop} once threw. */
  private static final class ThreadDeathOfOurs extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Throws again when it is asked what it is. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public String getMessage() {
      throw new IllegalStateException("asked %d times".formatted(ASKED.incrementAndGet()));
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }

  private static final class CauseOfItself extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }
}
