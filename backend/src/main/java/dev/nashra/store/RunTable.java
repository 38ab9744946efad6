package dev.nashra.store;

import dev.nashra.worker.CycleState;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunLog;
import dev.nashra.worker.RunOutcome;
import java.time.Instant;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables {@code cycles} and {@code runs}. */
public final class RunTable implements RunLog {
  /** The advisory lock of whoever is in a cycle; the server releases it with the connection. */
  private static final long CYCLE_LOCK = 0x6e61_7368_7261L;

  private static final Logger LOG = LoggerFactory.getLogger(RunTable.class);
  private static final JobResult NOTHING = new JobResult(0, 0, 0, "");

  private final Database database;

  /** Holds the lock while a cycle runs; guarded by this. */
  private @Nullable Handle lockHolder;

  public RunTable(Database database) {
    this.database = database;
  }

  @Override
  public synchronized OptionalLong startCycle(String worker, String mode, Instant now) {
    var handle = database.openHandle();
    var locked =
        handle
            .createQuery("select pg_try_advisory_lock(:lock)")
            .bind("lock", CYCLE_LOCK)
            .mapTo(Boolean.class)
            .one();
    if (!locked) {
      handle.close();
      return OptionalLong.empty();
    }
    lockHolder = handle;
    try {
      return OptionalLong.of(database.inEngineTransaction(h -> insertCycle(h, worker, mode, now)));
    } catch (RuntimeException e) {
      unlock();
      throw e;
    }
  }

  /** The pool keeps the connection, so the lock has to be given back by hand. */
  private void unlock() {
    try (var holder = lockHolder) {
      if (holder != null) {
        holder.execute("select pg_advisory_unlock(?)", CYCLE_LOCK);
      }
    } catch (JdbiException e) {
      LOG.debug("The lock went with its connection", e);
    } finally {
      lockHolder = null;
    }
  }

  private static long insertCycle(Handle handle, String worker, String mode, Instant now) {
    // Nobody else is in a cycle, so whatever still says so has lost its worker.
    handle
        .createUpdate("update runs set state = 'LOST', ended = :now where state = 'RUNNING'")
        .bind("now", now)
        .execute();
    handle
        .createQuery(
            """
            update cycles set state = 'LOST', ended = :now where state = 'RUNNING'
            returning id, worker""")
        .bind("now", now)
        .map((row, _) -> new Lost(row.getLong("id"), row.getString("worker")))
        .forEach(
            lost ->
                LOG.warn(
                    "Cycle {} of worker {} was cut off; this one does what it left",
                    lost.cycleId(),
                    lost.worker()));
    return handle
        .createQuery(
            """
            insert into cycles (worker, mode, started) values (:worker, :mode, :now)
            returning id""")
        .bind("worker", worker)
        .bind("mode", mode)
        .bind("now", now)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public synchronized void endCycle(long cycleId, CycleState state, Instant now) {
    try {
      database.inEngineTransaction(
          handle ->
              handle
                  .createUpdate("update cycles set state = :state, ended = :now where id = :id")
                  .bind("state", state)
                  .bind("now", now)
                  .bind("id", cycleId)
                  .execute());
    } finally {
      unlock();
    }
  }

  @Override
  public long startRun(long cycleId, String stage, String job, Instant queued, Instant started) {
    return database.inEngineTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    insert into runs (cycle_id, stage, job, queued, started)
                    values (:cycle, :stage, :job, :queued, :started) returning id""")
                .bind("cycle", cycleId)
                .bind("stage", stage)
                .bind("job", job)
                .bind("queued", queued)
                .bind("started", started)
                .mapTo(Long.class)
                .one());
  }

  @Override
  public void endRun(long runId, RunOutcome outcome, Instant ended) {
    var result = outcome instanceof RunOutcome.Done(JobResult done) ? done : NOTHING;
    database.inEngineTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update runs set state = :state, ended = :ended, items_in = :in,
                      items_out = :out, items_failed = :failed, note = :note, error = :error
                    where id = :id and state = 'RUNNING'""")
                .bind("state", outcome.state())
                .bind("ended", ended)
                .bind("in", result.in())
                .bind("out", result.out())
                .bind("failed", result.failed())
                .bind("note", result.note())
                .bind("error", error(outcome))
                .bind("id", runId)
                .execute());
  }

  private record Lost(long cycleId, String worker) {}

  private static @Nullable String error(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Done _ -> null;
      case RunOutcome.Failed(String error) -> error;
      case RunOutcome.TimedOut(var timeout, String stack) ->
          "timed out after %d s at\n%s".formatted(timeout.toSeconds(), stack);
      case RunOutcome.Stopped(String reason) -> reason;
      case RunOutcome.Skipped(String reason) -> reason;
    };
  }
}
