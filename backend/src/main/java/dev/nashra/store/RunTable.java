package dev.nashra.store;

import dev.nashra.worker.CycleState;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Mode;
import dev.nashra.worker.RunClaim;
import dev.nashra.worker.RunLog;
import dev.nashra.worker.RunOutcome;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables {@code cycles} and {@code runs}, as one worker writes them. */
public final class RunTable implements RunLog {
  private static final Logger LOG = LoggerFactory.getLogger(RunTable.class);
  private static final JobResult NOTHING = new JobResult(0, 0, 0, "");

  /** Held for the moment in which a cycle is begun. */
  private static final long CYCLE_LOCK = 0x6e61_7368_7261L;

  /** Transactions of a run are short; one that keeps its run from ending for longer is cut off. */
  private static final String PATIENCE = "set local lock_timeout = '300ms'";

  private static final String BURY_RUNS =
      """
      update runs set state = 'LOST', ended = clock_timestamp(),
        error = 'its worker ' || w.name || ' died; last seen ' || to_char(w.seen, 'YYYY-MM-DD HH24:MI:SS')
      from workers w
      where w.id = runs.worker_id and runs.state in ('WAITING', 'RUNNING')
        and w.id <> :me and not is_alive(w)""";

  private static final String BURY_CYCLES =
      """
      update cycles set state = 'LOST', ended = clock_timestamp()
      from workers w
      where w.id = cycles.worker_id and cycles.state = 'RUNNING'
        and w.id <> :me and not is_alive(w)
      returning 'Cycle ' || cycles.id || ' of worker ' || w.name || ' was cut off; what it left is done by later ones'""";

  private static final String HOLDER =
      """
      select case when r.state = 'WAITING' then 'still waiting for a slot since '
          else 'still running since ' end
        || to_char(coalesce(r.started, r.queued), 'HH24:MI:SS')
        || case when r.worker_id = :me then '' else ' (worker ' || coalesce(w.name, '?') || ')' end
      from runs r left join workers w on w.id = r.worker_id
      where r.job = :job and r.state in ('WAITING', 'RUNNING')""";

  private final Database database;
  private final long worker;
  private final String workerName;

  /**
   * @param worker its number
   * @param workerName host and process
   */
  public RunTable(Database database, long worker, String workerName) {
    this.database = database;
    this.worker = worker;
    this.workerName = workerName;
  }

  @Override
  public OptionalLong startCycle(Mode mode) {
    bury();
    return database.inEngineTransaction(
        handle -> {
          handle.execute("select pg_advisory_xact_lock(?)", CYCLE_LOCK);
          var isFree =
              mode.overlaps()
                  || handle
                      .createQuery("select 1 from cycles where state = 'RUNNING' limit 1")
                      .mapTo(Integer.class)
                      .findOne()
                      .isEmpty();
          return isFree ? OptionalLong.of(insertCycle(handle, mode)) : OptionalLong.empty();
        });
  }

  /** Records as lost what dead workers left. */
  private void bury() {
    try {
      database.inEngineTransaction(
          handle -> {
            handle.execute(PATIENCE);
            handle.createUpdate(BURY_RUNS).bind("me", worker).execute();
            handle
                .createQuery(BURY_CYCLES)
                .bind("me", worker)
                .mapTo(String.class)
                .forEach(LOG::warn);
            return true;
          });
    } catch (JdbiException e) {
      LOG.info("A dead worker's transaction still holds its run: {}", e.getMessage());
    }
  }

  private long insertCycle(Handle handle, Mode mode) {
    return handle
        .createQuery(
            """
            insert into cycles (worker, worker_id, mode) values (:name, :worker, :mode)
            returning id""")
        .bind("name", workerName)
        .bind("worker", worker)
        .bind("mode", mode.name())
        .mapTo(Long.class)
        .one();
  }

  @Override
  public void endCycle(long cycleId, CycleState state) {
    database.inEngineTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    update cycles set state = :state, ended = clock_timestamp()
                    where id = :id and state = 'RUNNING'""")
                .bind("state", state)
                .bind("id", cycleId)
                .execute());
  }

  @Override
  public RunClaim claim(OptionalLong cycleId, String stage, String job, boolean starts) {
    var cycle = cycleId.isPresent() ? cycleId.getAsLong() : null;
    var claimed = insertRun(cycle, stage, job, starts);
    if (claimed.isEmpty()) {
      bury(); // Perhaps it is a dead worker's.
      claimed = insertRun(cycle, stage, job, starts);
    }
    return claimed.isPresent()
        ? new RunClaim.Claimed(claimed.get())
        : new RunClaim.Taken(recordSkipped(cycle, stage, job));
  }

  private Optional<Long> insertRun(@Nullable Long cycle, String stage, String job, boolean starts) {
    return database.inEngineTransaction(
        handle -> {
          var claimed = insertWaiting(handle, cycle, stage, job);
          // Its start is a statement of its own: the insert may have waited for the end of another
          // run, and has read the clock before that.
          claimed.filter(_ -> starts).ifPresent(id -> start(handle, id));
          return claimed;
        });
  }

  private Optional<Long> insertWaiting(
      Handle handle, @Nullable Long cycle, String stage, String job) {
    return handle
        .createQuery(
            """
            insert into runs (cycle_id, worker_id, stage, job, state)
            values (:cycle, :worker, :stage, :job, 'WAITING')
            on conflict (job) where state in ('WAITING', 'RUNNING') do nothing
            returning id""")
        .bind("cycle", cycle)
        .bind("worker", worker)
        .bind("stage", stage)
        .bind("job", job)
        .mapTo(Long.class)
        .findOne();
  }

  private String recordSkipped(@Nullable Long cycle, String stage, String job) {
    return database.inEngineTransaction(
        handle -> {
          var reason =
              handle
                  .createQuery(HOLDER)
                  .bind("me", worker)
                  .bind("job", job)
                  .mapTo(String.class)
                  .findOne()
                  .orElse("another run of it was just ending");
          handle
              .createUpdate(
                  """
                  insert into runs (cycle_id, worker_id, stage, job, state, ended, error)
                  values (:cycle, :worker, :stage, :job, 'SKIPPED', clock_timestamp(), :reason)""")
              .bind("cycle", cycle)
              .bind("worker", worker)
              .bind("stage", stage)
              .bind("job", job)
              .bind("reason", reason)
              .execute();
          return reason;
        });
  }

  @Override
  public boolean startRun(long runId) {
    return database.inEngineTransaction(handle -> start(handle, runId));
  }

  private static boolean start(Handle handle, long runId) {
    return handle
            .createUpdate(
                """
                update runs set state = 'RUNNING', started = clock_timestamp(),
                  progressed = clock_timestamp()
                where id = :id and state = 'WAITING'""")
            .bind("id", runId)
            .execute()
        == 1;
  }

  @Override
  public void endRun(long runId, RunOutcome outcome) {
    try {
      update(runId, outcome, true);
    } catch (JdbiException e) {
      if (!(e.getCause() instanceof java.sql.SQLException cause)
          || !"55P03".equals(cause.getSQLState())) {
        throw e;
      }
      database.cutOff(runId);
      update(runId, outcome, false);
    }
  }

  private void update(long runId, RunOutcome outcome, boolean briefly) {
    var result = outcome instanceof RunOutcome.Done(JobResult done) ? done : NOTHING;
    database.inEngineTransaction(
        handle -> {
          if (briefly) {
            handle.execute(PATIENCE);
          }
          return handle
              .createUpdate(
                  """
                  update runs set state = :state, ended = clock_timestamp(), items_in = :in,
                    items_out = :out, items_failed = :failed, bytes = :bytes, note = :note,
                    error = :error
                  where id = :id and state in ('WAITING', 'RUNNING')""")
              .bind("state", outcome.state())
              .bind("in", result.in())
              .bind("out", result.out())
              .bind("failed", result.failed())
              .bind("bytes", result.bytes())
              .bind("note", storable(result.note()))
              .bind("error", storable(error(outcome)))
              .bind("id", runId)
              .execute();
        });
  }

  /** PostgreSQL stores every character but this one. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }

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
