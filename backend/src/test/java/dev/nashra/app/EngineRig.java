package dev.nashra.app;

import dev.nashra.store.Database;
import dev.nashra.store.RunTable;
import dev.nashra.store.WorkerTable;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Heartbeat;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.JobRunner;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import dev.nashra.worker.TimeoutType;
import dev.nashra.worker.Worker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real engine on a real database, with jobs that a test brings. */
final class EngineRig implements AutoCloseable {
  /** In tests every job has this timeout, or none. */
  private static final TimeoutType TYPE = TimeoutType.IMAGES;

  private static final Duration LONG = Duration.ofHours(1);

  private final WorkerTable registration;
  private final JobRunner runner;
  private final Worker worker;
  private final List<String> wornOut = new CopyOnWriteArrayList<>();
  private final Heartbeat heartbeat;

  private EngineRig(
      Database database, Mode mode, Duration timeout, int parallel, List<Stage> stages) {
    var name = "host/" + System.identityHashCode(this);
    registration = WorkerTable.join(database, name);
    var log = new RunTable(database, registration.id(), name);
    runner = new JobRunner(log, InstantSource.system(), Map.of(TYPE, timeout), parallel);
    worker = new Worker(stages, () -> mode, log, runner, CycleListener.SILENT);
    heartbeat = Heartbeat.start(registration, runner, 2, wornOut::add);
  }

  static EngineRig start(Database database, Duration timeout, Stage... stages) {
    return start(database, Mode.improved(true, true, LONG), timeout, 4, List.of(stages));
  }

  static EngineRig start(
      Database database, Mode mode, Duration timeout, int parallel, List<Stage> stages) {
    return new EngineRig(database, mode, timeout, parallel, stages);
  }

  Worker worker() {
    return worker;
  }

  long workerId() {
    return registration.id();
  }

  List<String> wornOut() {
    return wornOut;
  }

  @Override
  public void close() {
    heartbeat.close();
  }

  static Job job(String name, Body body) {
    return new Job() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public TimeoutType timeoutType() {
        return TYPE;
      }

      @Override
      public JobResult run(JobContext context) throws Exception {
        body.run(context);
        return JobResult.of(1, 1);
      }
    };
  }

  /** What a job does. */
  @FunctionalInterface
  interface Body {
    void run(JobContext context) throws Exception;
  }
}
