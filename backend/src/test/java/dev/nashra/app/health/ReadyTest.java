package dev.nashra.app.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.RunTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.Vitals;
import dev.nashra.store.WorkerTable;
import dev.nashra.telemetry.Meters;
import dev.nashra.time.Stopwatch;
import dev.nashra.worker.CycleState;
import dev.nashra.worker.Mode;
import dev.nashra.worker.RunClaim;
import dev.nashra.worker.WorkerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Breaks each thing that has to be so and looks whether the light is red. */
@Timeout(60)
final class ReadyTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Readiness READINESS =
      new Readiness(Duration.ofMinutes(10), 2, Duration.ofMinutes(21));
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private WorkerTable worker;
  private RunTable runs;

  @BeforeEach
  void work() {
    worker = WorkerTable.join(DATABASE.get(), "host/1");
    worker.usesMode("improved", "default");
    runs = new RunTable(DATABASE.get(), worker.id(), "host/1");
    execute("update workers set started = now() - interval '1 hour'");
    var cycle = runs.startCycle(Mode.improved(true, true, Duration.ofMinutes(1))).getAsLong();
    runs.endCycle(cycle, CycleState.DONE);
  }

  @AfterEach
  void empty() {
    worker.leave();
    execute("truncate cycles, runs, workers, mode_switch cascade");
  }

  @Test
  void aNewsroomThatDoesItsWorkIsReady() {
    assertEquals(List.of(), bad());
    assertTrue(probe().answer().report().isReady());
  }

  @Test
  void itIsNotReadyWhenTheLastCycleEndedTooLongAgo() {
    execute(
        "update cycles set started = now() - interval '30 min', ended = now() - interval '30 min'");

    assertEquals(List.of("cycle"), bad());
    assertTrue(
        found("cycle").matches("the last one ended 180\\d s ago; one should end .* every 1200 s"),
        found("cycle"));
  }

  @Test
  void cyclesThatTakeLongMayEndAsMuchLater() {
    execute(
        "update cycles set started = now() - interval '45 min', ended = now() - interval '30 min'");

    assertEquals(List.of(), bad());
  }

  @Test
  void cyclesThatDoNotGetToTheirEndDoNotCount() {
    execute("update cycles set state = 'FAILED'");

    assertEquals(List.of("cycle"), bad());
  }

  @Test
  void whoeverHasJustStartedHasTimeForACycle() {
    execute("truncate cycles cascade");
    assertEquals(List.of("cycle"), bad());

    execute("update workers set started = now() - interval '3 min'");

    assertEquals(List.of(), bad());
    assertEquals("none has ended yet; the first worker started 180 s ago", found("cycle"));
  }

  @Test
  void itIsNotReadyWithoutAWorkerThatWorks() {
    worker.beat(new WorkerRegistry.Status(true, List.of()), Map.of());
    assertEquals(List.of("workers"), bad());
    assertEquals("0 of 1 at work", found("workers"));

    worker.leave();
    assertEquals("no worker is alive", found("workers"));
  }

  @Test
  void itIsNotReadyWithMoreStuckThreadsThanThereMayBe() {
    worker.beat(new WorkerRegistry.Status(false, List.of("a", "b")), Map.of());
    assertEquals(List.of(), bad());

    worker.beat(new WorkerRegistry.Status(false, List.of("a", "b", "c")), Map.of());
    assertEquals(List.of("stuck"), bad());
  }

  @Test
  void itIsNotReadyWithARunThatIsPastEveryTimeout() {
    var claim = runs.claim(OptionalLong.empty(), "media", "generate_reels", false);
    runs.startRun(((RunClaim.Claimed) claim).runId());
    assertEquals(List.of(), bad());

    execute("update runs set started = now() - interval '1 hour'");

    assertEquals(List.of("runs"), bad());
    assertTrue(found("runs").startsWith("generate_reels runs for 36"), found("runs"));
    worker.usesMode("original", "default");
    assertEquals(List.of(), bad(), "the old worker stops no job");
  }

  @Test
  void itIsNotReadyWithoutTheDatabase() {
    var probe =
        probe(
            () -> {
              throw new IllegalStateException("host and user are nobody's business");
            });

    var check = probe.answer().report().checks().getFirst();

    assertEquals("database", check.name());
    assertEquals("does not answer", check.found());
    assertNull(probe.answer().vitals());
  }

  @Test
  void aDatabaseThatHangsIsAnsweredForInTimeAndAskedOnlyOnce() throws InterruptedException {
    var hanging = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    var probe =
        probe(
            () -> {
              try {
                hanging.await();
                return Vitals.of(DATABASE.get());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                asked.countDown();
              }
            });
    var watch = new Stopwatch();

    assertEquals(List.of("database"), probe.answer().report().bad());

    assertTrue(watch.elapsed().compareTo(Duration.ofSeconds(5)) < 0);
    hanging.countDown();
    assertTrue(asked.await(30, TimeUnit.SECONDS), "the tables are emptied next");
  }

  @Test
  void figuresAreTheDatabasesAndNoneWithoutIt() {
    worker.beat(new WorkerRegistry.Status(false, List.of("a")), Map.of());
    var meters = new Meters();
    Gauges.show(probe(), meters);
    Gauges.showPool(DATABASE.get(), meters);
    var figures = meters.scrape();

    for (var line :
        Map.of(
                "nashra_ready", "1.0",
                "nashra_database_up", "1.0",
                "nashra_workers", "1.0",
                "nashra_stuck_threads", "1.0",
                "nashra_runs{state=\"waiting\"}", "0.0",
                "nashra_publications_open{state=\"held\"}", "0.0")
            .entrySet()) {
      assertTrue(figures.contains("\n" + line.getKey() + " " + line.getValue()), figures);
    }
    assertTrue(figures.contains("\nnashra_last_cycle_age_seconds "), figures);
    assertTrue(figures.contains("\nnashra_pool_connections{state=\"active\"} "), figures);
    assertTrue(figures.contains("\njvm_memory_used_bytes{"), figures);

    var without = new Meters();
    var away =
        probe(
            () -> {
              throw new IllegalStateException("away");
            });
    Gauges.show(away, without);
    assertTrue(without.scrape().contains("\nnashra_database_up 0.0"));
    assertTrue(without.scrape().contains("\nnashra_workers NaN"));
  }

  private static List<String> bad() {
    return probe().answer().report().bad();
  }

  private static String found(String name) {
    var answer = probe().answer();
    assertNotNull(answer.vitals());
    return answer.report().checks().stream()
        .filter(check -> check.name().equals(name))
        .findFirst()
        .orElseThrow()
        .found();
  }

  private static HealthProbe probe() {
    return probe(() -> Vitals.of(DATABASE.get()), Duration.ofSeconds(10));
  }

  private static HealthProbe probe(Supplier<Vitals> source) {
    return probe(source, PATIENCE);
  }

  private static HealthProbe probe(Supplier<Vitals> source, Duration patience) {
    return new HealthProbe(READINESS, source, patience);
  }

  private static void execute(String sql) {
    DATABASE.get().useTransaction(handle -> handle.execute(sql));
  }
}
