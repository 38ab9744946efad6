package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.Database;
import dev.nashra.store.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Random schedules of jobs that take long, fail, hang and ignore being stopped, run by workers some
 * of which are killed. Whatever happens: no job runs twice at once, no run stays without an end, no
 * write is committed after the end of its run, and every cycle of a living worker ends.
 */
@Timeout(120)
final class RandomSchedulesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int SCHEDULES = 200;
  private static final int REAL_KILLS = 3;
  private static final int AT_ONCE = 6;
  private static final int CONNECTIONS = 36;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Database database;

  @BeforeAll
  static void open() {
    database = Database.open(DATABASE.url(), CONNECTIONS);
    Schedule.createTables(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void nothingBreaksThePromisesOfTheEngine() throws Exception {
    assertEquals(List.of(), broken(0, SCHEDULES, RandomSchedulesTest::broken));

    assertTrue(rows("select 1 from runs where state = 'LOST'") > 10, "some were killed at work");
    assertTrue(rows("select 1 from runs where state = 'TIMED_OUT'") > 50, "some hung");
    assertTrue(rows("select 1 from runs where state = 'SKIPPED'") > 50, "some met");
    assertTrue(rows("select 1 from writes") > 500, "most worked");
  }

  @Test
  void nothingBreaksThemWhenRealProcessesAreKilled() throws Exception {
    assertEquals(List.of(), broken(SCHEDULES, REAL_KILLS, RandomSchedulesTest::brokenByKills));
  }

  /** What the schedules broke; each has nothing but its seed. */
  private static List<String> broken(long firstSeed, int count, Trial trial) throws Exception {
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      var schedules =
          LongStream.range(firstSeed, firstSeed + count)
              .mapToObj(seed -> (Callable<List<String>>) () -> trial.broken(seed))
              .toList();
      var broken = new ArrayList<String>();
      for (var result : executor.invokeAll(schedules)) {
        broken.addAll(result.get());
      }
      return broken;
    }
  }

  private static List<String> broken(long seed) throws Exception {
    try (var schedule = new Schedule(seed, database)) {
      return schedule.run();
    }
  }

  /** Two processes that run it for ever are killed; then it is run here. */
  private static List<String> brokenByKills(long seed) throws Exception {
    try (var schedule = new Schedule(seed, database);
        var first = ScheduleProcess.start(DATABASE.url(), seed);
        var second = ScheduleProcess.start(DATABASE.url(), seed)) {
      var workers =
          "select distinct worker_id from runs where job like '%s%%'".formatted(schedule.prefix());
      Awaitility.await("both at work").atMost(PATIENCE).until(() -> rows(workers) == 2);
      // Where in their work they are killed is up to the seed, and to chance.
      var more = Duration.ofMillis(new Random(seed).nextInt(300));
      assertFalse(first.exits(more), "it works on");
      first.kill();
      second.kill();
      return schedule.run();
    }
  }

  private interface Trial {
    List<String> broken(long seed) throws Exception;
  }

  private static int rows(String sql) {
    return database.inTransaction(handle -> handle.createQuery(sql).mapToMap().list().size());
  }
}
