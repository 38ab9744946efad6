package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.Stage;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** After a run has ended, nothing that it still does is written. */
@Timeout(60)
final class FencedJobsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final HostileRuns runs = new HostileRuns(DATABASE);

  @BeforeAll
  static void createWrites() {
    new HostileRuns(DATABASE).createWrites();
  }

  @AfterEach
  void empty() {
    runs.empty();
  }

  @Test
  void jobThatIgnoresItsEndWritesNothingLater() throws Exception {
    var attempts = new LinkedBlockingQueue<Throwable>();
    var ended = new CountDownLatch(1);
    var run =
        runs.beforeAnother(
            context -> {
              runs.write(context);
              HostileRuns.awaitDeaf(ended);
              Thread.interrupted(); // deaf to the end
              attempts.add(HostileRuns.thrownBy(() -> runs.write(context)));
            });
    assertEquals("TIMED_OUT", run.state());
    long before = runs.count("writes");

    ended.countDown();

    assertInstanceOf(RunEnded.class, attempts.poll(30, TimeUnit.SECONDS));
    assertEquals(before, runs.count("writes"));
  }

  @Test
  void threadThatAJobStartsByItselfWritesNothingAfterItsEnd() throws Exception {
    var attempts = new LinkedBlockingQueue<Throwable>();
    var ended = new CountDownLatch(1);
    var run =
        runs.beforeAnother(
            context ->
                Thread.ofPlatform()
                    .daemon()
                    .start(
                        () -> {
                          HostileRuns.awaitDeaf(ended);
                          attempts.add(HostileRuns.thrownBy(() -> runs.write(context)));
                        }));
    assertEquals("DONE", run.state());
    long before = runs.count("writes");

    ended.countDown();

    assertInstanceOf(RunEnded.class, attempts.poll(30, TimeUnit.SECONDS));
    assertEquals(before, runs.count("writes"));
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
              runs.write(context);
              begun.countDown();
              HostileRuns.awaitDeaf(taken);
              Thread.interrupted();
              attempts.add(HostileRuns.thrownBy(() -> runs.write(context)));
            });
    try (var frozen =
        EngineRig.start(DATABASE.get(), HostileRuns.PATIENCE, Stage.inOrder("s", hostile))) {
      frozen.worker().beginCycle();
      assertTrue(begun.await(30, TimeUnit.SECONDS));
      lapse(frozen.workerId());
      var other = EngineRig.job("shared", runs::write);
      try (var healthy =
          EngineRig.start(DATABASE.get(), HostileRuns.PATIENCE, Stage.inOrder("s", other))) {
        assertTrue(healthy.worker().runCycle());
      }
      taken.countDown();

      assertInstanceOf(RunEnded.class, attempts.poll(30, TimeUnit.SECONDS));
    }
    assertEquals(List.of("DONE", "LOST"), runs.texts("select state from runs order by state"));
    assertEquals(2, runs.count("writes"));
  }

  /** As if the worker had been without a network for longer than its lease; it cannot beat. */
  private void lapse(long worker) {
    runs.execute(
        """
        create or replace function lapse() returns trigger language plpgsql as
          'begin new.lease_until := clock_timestamp() - interval ''1 s''; return new; end'""");
    runs.execute(
        """
        create or replace trigger lapse before update on workers
        for each row when (new.id = %d) execute function lapse()"""
            .formatted(worker));
    runs.execute("update workers set seen = seen where id = " + worker);
  }
}
