package dev.nashra.app;

import dev.nashra.store.Database;
import dev.nashra.store.RunTable;
import dev.nashra.store.WorkerTable;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.CycleState;
import dev.nashra.worker.JobRunner;
import dev.nashra.worker.Mode;
import dev.nashra.worker.RunClaim;
import dev.nashra.worker.RunLog;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import dev.nashra.worker.TimeoutType;
import dev.nashra.worker.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A worker of this process that can be killed: its lock goes, it records nothing any more, and its
 * jobs are left to themselves, as those of a machine that lost its network.
 */
final class TrialWorker implements AutoCloseable {
  private final Database database;
  private final WorkerTable registration;
  private final Worker worker;
  private volatile boolean killed;

  private TrialWorker(
      Database database,
      Mode mode,
      Duration timeout,
      int parallel,
      Function<TrialWorker, List<Stage>> stages) {
    this.database = database;
    registration = WorkerTable.join(database, "trial");
    var log = new Mortal(new RunTable(database, registration.id(), "trial"));
    var timeouts = Map.of(TimeoutType.IMAGES, timeout);
    var runner = new JobRunner(log, InstantSource.system(), timeouts, parallel);
    worker = new Worker(stages.apply(this), () -> mode, log, runner, CycleListener.SILENT);
  }

  /**
   * @param stages for this worker
   */
  static TrialWorker join(
      Database database,
      Mode mode,
      Duration timeout,
      int parallel,
      Function<TrialWorker, List<Stage>> stages) {
    return new TrialWorker(database, mode, timeout, parallel, stages);
  }

  Worker worker() {
    return worker;
  }

  long id() {
    return registration.id();
  }

  boolean isKilled() {
    return killed;
  }

  /** The server ends its connection, as it does when a process is killed. */
  void kill() {
    killed = true;
    database.useTransaction(
        handle ->
            handle.execute(
                """
                select pg_terminate_backend(l.pid) from pg_locks l
                join pg_database d on d.oid = l.database
                where l.locktype = 'advisory' and d.datname = current_database()
                  and l.classid = 28275 and l.objid = %d"""
                    .formatted(id())));
  }

  @Override
  public void close() {
    registration.leave();
  }

  /** The record, until the worker is dead. */
  private final class Mortal implements RunLog {
    private final RunLog log;

    Mortal(RunLog log) {
      this.log = log;
    }

    private RunLog alive() {
      if (killed) {
        throw new IllegalStateException("the worker is dead");
      }
      return log;
    }

    @Override
    public OptionalLong startCycle(Mode mode) {
      return alive().startCycle(mode);
    }

    @Override
    public void endCycle(long cycleId, CycleState state) {
      alive().endCycle(cycleId, state);
    }

    @Override
    public RunClaim claim(OptionalLong cycleId, String stage, String job, boolean starts) {
      return alive().claim(cycleId, stage, job, starts);
    }

    @Override
    public boolean startRun(long runId) {
      return alive().startRun(runId);
    }

    @Override
    public void endRun(long runId, RunOutcome outcome) {
      alive().endRun(runId, outcome);
    }
  }
}
