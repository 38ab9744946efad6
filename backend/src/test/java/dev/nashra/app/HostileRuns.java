package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.Stage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs of jobs that do everything to hold up the newsroom, each with another job behind it, and
 * what the database says of them.
 */
final class HostileRuns {
  private static final Duration TIMEOUT = Duration.ofMillis(500);

  static final Duration AT_MOST_LATER = Duration.ofSeconds(2);

  static final Duration PATIENCE = Duration.ofSeconds(30);

  static final String WRITE = "insert into writes (run_id) values (%d)";

  private final TestDatabase database;

  HostileRuns(TestDatabase database) {
    this.database = database;
  }

  /** What hostile jobs write into. */
  void createWrites() {
    execute("create table writes (run_id bigint not null)");
  }

  void empty() {
    execute("truncate cycles, runs, workers, writes cascade");
  }

  /** Runs the hostile job and one behind it, which must begin in time. */
  PastRun beforeAnother(EngineRig.Body hostile) throws InterruptedException {
    return beforeAnother(hostile, this::write);
  }

  PastRun beforeAnother(EngineRig.Body hostile, EngineRig.Body next) throws InterruptedException {
    return beforeAnother(EngineRig.job("hostile", hostile), next);
  }

  PastRun beforeAnother(Job hostile, EngineRig.Body next) throws InterruptedException {
    var stage = Stage.inOrder("s", hostile, EngineRig.job("next", next));
    try (var rig = EngineRig.start(database.get(), TIMEOUT, stage)) {
      assertTrue(rig.worker().runCycle());
    }
    var run = pastRun("hostile");
    var after = pastRun("next");
    assertEquals("DONE", after.state(), after::error);
    var late = after.startedMillis() - run.startedMillis() - TIMEOUT.toMillis();
    assertTrue(late < AT_MOST_LATER.toMillis(), () -> "the next began %d ms later".formatted(late));
    return run;
  }

  private PastRun pastRun(String job) {
    return database
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

  /** What the database says of a run. */
  record PastRun(long id, String state, String error, long startedMillis) {
    void assertTimedOutIn(String frame) {
      assertEquals("TIMED_OUT", state, error);
      assertTrue(error.contains(frame), error);
    }
  }

  void write(JobContext context) {
    transaction(context, WRITE.formatted(context.runId()));
  }

  void transaction(JobContext context, String... statements) {
    database
        .get()
        .useTransaction(
            handle -> {
              for (var sql : statements) {
                handle.execute(sql);
              }
              context.progress().at(1, 1);
            });
  }

  void execute(String sql) {
    database.get().useTransaction(handle -> handle.execute(sql));
  }

  long count(String rows) {
    return Long.parseLong(texts("select count(*)::text from " + rows).getFirst());
  }

  List<String> texts(String sql) {
    return database
        .get()
        .inTransaction(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  static Throwable thrownBy(Runnable action) {
    try {
      action.run();
      return new AssertionError("nothing thrown");
    } catch (RuntimeException e) {
      return e;
    }
  }

  static void awaitDeaf(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // This job is deaf on purpose.
      }
    }
  }
}
