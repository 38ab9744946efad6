package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.process.ChildProcess;
import dev.nashra.process.Command;
import dev.nashra.process.Command.Signal;
import dev.nashra.time.Waiter;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Worker processes are killed, connections are cut, the server is restarted, one machine's clock
 * stands still and another's is five minutes ahead: every task ends exactly once all the same.
 */
@Timeout(600)
final class QueueChaosTest {
  private static final int TASKS = Integer.getInteger("chaos.tasks", 10_000);
  private static final int PROCESSES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60 + TASKS / 50);

  /**
   * By so much a lease may have passed before its tasks are back in their queues: a worker that
   * lives looks at every heartbeat, but it may have been started only now, by a busy machine.
   */
  private static final Duration MOST_OVERDUE = Duration.ofSeconds(5);

  private static final Duration LONGEST_CALM = Duration.ofSeconds(10);

  private static final String OVERDUE =
      """
      select coalesce(max(extract(epoch from clock_timestamp() - w.lease_until) * 1000), 0)::int
      from tasks t join queue_workers w on w.id = t.worker""";

  /** Not a temporary one: PostgreSQL's user must be able to enter it. */
  private final Path folder = Path.of("target", "chaos-postgres");

  private final Random random = new Random(Long.getLong("chaos.seed", 42));
  private final List<ChildProcess> workers = new ArrayList<>();
  private final List<List<String>> clocks =
      List.of(
          List.of(),
          List.of(WrongClock.stopped(folder.resolve("clocks"))),
          List.of(WrongClock.ahead(folder.resolve("clocks"))));
  private int started;
  private int mostOverdue;

  @Test
  void everyTaskEndsExactlyOnce() throws Exception {
    var server = EmbeddedPostgres.start(folder, Duration.ofSeconds(10));
    try (var proxy = new CuttingProxy(port(server.url()))) {
      empty(server.url());
      var direct = Database.open(server.url(), 4);
      addTasks(direct);
      for (var i = 0; i < PROCESSES; i++) {
        startWorker(server.url(), proxy);
      }
      var kills = disturb(proxy, direct, server.url(), TASKS / 2);
      direct.close();
      server.close();
      server = EmbeddedPostgres.start(folder, Duration.ofSeconds(10));
      proxy.target(port(server.url()));
      direct = Database.open(server.url(), 4);
      kills += disturb(proxy, direct, server.url(), TASKS * 9 / 10);
      replaceDead(server.url(), proxy);
      awaitEnded(direct, TASKS, PATIENCE);
      verify(direct);
      assertTrue(kills >= 3, "hardly anything was disturbed: " + kills);
      assertTrue(
          mostOverdue <= MOST_OVERDUE.toMillis(),
          () -> "a task was held for %d ms after its lease".formatted(mostOverdue));
      direct.close();
    } finally {
      workers.forEach(ChildProcess::close);
      server.close();
    }
  }

  private static void empty(DatabaseUrl url) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute("drop schema public cascade; create schema public");
    }
  }

  private static void addTasks(Database database) {
    database.useTransaction(
        handle ->
            handle.execute(
                """
                create table ledger (number int not null, clock timestamptz not null,
                  written timestamptz not null default clock_timestamp())"""));
    var bell = new TaskBell(database);
    new TaskTable(database, bell)
        .addAll(IntStream.range(0, TASKS).mapToObj(ChaosWorker::task).toList());
    bell.close();
  }

  /** Again and again, when some tasks have ended; gives how often something was killed or cut. */
  private int disturb(CuttingProxy proxy, Database direct, DatabaseUrl url, int until)
      throws InterruptedException {
    var disturbances = 0;
    while (true) {
      var next = Math.min(until, ended(direct) + 600 + random.nextInt(1200));
      Waiter.until(() -> ended(direct) >= next, LONGEST_CALM, Duration.ofMillis(50));
      if (ended(direct) >= until) {
        return disturbances;
      }
      disturbances++;
      replaceDead(url, proxy);
      if (random.nextInt(3) == 0) {
        proxy.cut();
      } else {
        workers.remove(random.nextInt(workers.size())).stop(Signal.KILL, Duration.ofSeconds(10));
        startWorker(url, proxy);
      }
    }
  }

  /** A worker that cannot reach the database when it starts ends by itself. */
  private void replaceDead(DatabaseUrl url, CuttingProxy proxy) {
    var dead = workers.stream().filter(worker -> !worker.isAlive()).toList();
    workers.removeAll(dead);
    dead.forEach(_ -> startWorker(url, proxy));
  }

  private void startWorker(DatabaseUrl url, CuttingProxy proxy) {
    var address = url.jdbc().replaceFirst(":[0-9]+/", ":" + proxy.port() + "/");
    workers.add(
        Command.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"))
            .and(clocks.get(started++ % clocks.size()).toArray(String[]::new))
            .and(
                ChaosWorker.class.getName(),
                address,
                String.valueOf(url.user()),
                String.valueOf(url.password()))
            .loggingTo(folder.resolve("workers.log"))
            .start());
  }

  private static int port(DatabaseUrl url) {
    return Integer.parseInt(url.jdbc().replaceFirst(".*:([0-9]+)/.*", "$1"));
  }

  private void awaitEnded(Database database, int tasks, Duration patience) throws Exception {
    assertTrue(
        Waiter.until(() -> ended(database) >= tasks, patience, Duration.ofMillis(50)),
        () -> "only " + ended(database) + " of " + tasks + " ended");
  }

  private int ended(Database database) {
    mostOverdue = Math.max(mostOverdue, count(database, OVERDUE));
    return count(database, "select count(*) from finished_tasks");
  }

  private static void verify(Database database) {
    var dead = (int) IntStream.range(0, TASKS).filter(ChaosWorker::dies).count();
    assertEquals(0, count(database, "select count(*) from tasks"));
    assertEquals(TASKS, count(database, "select count(*) from finished_tasks"));
    assertEquals(dead, count(database, "select count(*) from finished_tasks where state = 'DEAD'"));
    assertEquals(TASKS - dead, count(database, "select count(*) from ledger"));
    assertEquals(TASKS - dead, count(database, "select count(distinct number) from ledger"));
    assertTrue(count(database, "select sum(rescues)::int from finished_tasks") > 0);
    assertTrue(
        count(database, "select count(*) from ledger where clock = '2001-09-09 01:46:40Z'") > 0);
    assertTrue(
        count(database, "select count(*) from ledger where clock > written + interval '4 minutes'")
            > 0);
    assertEquals(0, count(database, "select count(*) from turns where ended is null"));
  }

  private static int count(Database database, String sql) {
    return database.inTransaction(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
