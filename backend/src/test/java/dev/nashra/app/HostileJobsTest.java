package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.http.AddressGuard;
import dev.nashra.http.FetchRequest;
import dev.nashra.http.HttpFetcher;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Jobs that do everything to hold up the newsroom. After each, the next job starts within two
 * seconds of the timeout, and the run is recorded as what it was.
 */
@Timeout(60)
final class HostileJobsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final HostileRuns runs = new HostileRuns(DATABASE);

  /** Opened at the end of each test, so that threads which ignore everything go. */
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeAll
  static void createWrites() {
    new HostileRuns(DATABASE).createWrites();
  }

  @AfterEach
  void empty() {
    over.countDown();
    runs.empty();
  }

  @Test
  void jobThatSleepsIsStopped() throws Exception {
    var run = runs.beforeAnother(_ -> Waiter.pause(Duration.ofHours(1)));

    run.assertTimedOutIn("Waiter.pause");
  }

  @Test
  void jobThatSpinsIsLeftToItself() throws Exception {
    var run =
        runs.beforeAnother(
            _ -> {
              while (over.getCount() > 0) {
                Thread.onSpinWait();
              }
            });

    run.assertTimedOutIn("HostileJobsTest");
  }

  @Test
  void jobThatSwallowsInterruptsIsLeftToItself() throws Exception {
    var run = runs.beforeAnother(_ -> HostileRuns.awaitDeaf(over));

    run.assertTimedOutIn("awaitDeaf");
  }

  @Test
  void jobThatReadsOneByteASecondIsStopped() throws Exception {
    var ended = new CountDownLatch(1);
    try (var server = new DrippingServer()) {
      var run =
          runs.beforeAnother(
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

      var run = runs.beforeAnother(runs::write, _ -> {});

      run.assertTimedOutIn("PgPreparedStatement");
      assertEquals(
          0,
          runs.count("pg_stat_activity where wait_event_type = 'Lock' and query like '%writes%'"),
          "the statement was cancelled");
      other.rollback();
      assertEquals(0, runs.count("writes"));
    }
  }

  @Test
  void jobThatIsBusyInTheDatabaseAndIgnoresBeingStoppedIsCutOff() throws Exception {
    var run =
        runs.beforeAnother(
            context -> {
              context.cancellation().onCancel(() -> {});
              while (!context.cancellation().isCancelled()) {
                Thread.onSpinWait();
              }
              Thread.interrupted();
              runs.transaction(
                  context, "select pg_sleep(20)", HostileRuns.WRITE.formatted(context.runId()));
            });

    run.assertTimedOutIn("HostileJobsTest");
    assertEquals(0, runs.count("pg_stat_activity where query like 'select pg_sleep%'"), "cut off");
    assertEquals(0, runs.count("writes where run_id = " + run.id()));
  }
}
