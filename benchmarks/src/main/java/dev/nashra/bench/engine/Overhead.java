package dev.nashra.bench.engine;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.Database;
import dev.nashra.store.RunTable;
import dev.nashra.store.WorkerTable;
import dev.nashra.time.Clock;
import dev.nashra.time.Stopwatch;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the engine itself takes for a job that does nothing. */
final class Overhead {
  private static final int ROUNDS = 5;
  private static final Duration LONG = Duration.ofHours(1);

  private final DatabaseUrl url;
  private final int jobs;

  Overhead(DatabaseUrl url, int jobs) {
    this.url = url;
    this.jobs = jobs;
  }

  String measured() throws InterruptedException {
    try (var database = Database.open(url, 8)) {
      var registration = WorkerTable.join(database, "bench");
      var runs = new RunTable(database, registration.id(), "bench");
      var timeouts = Map.of(TimeoutType.IMAGES, LONG);
      var runner = new JobRunner(runs, Clock.SYSTEM, timeouts, 4);
      var stage = new Stage("nothing", true, 4, nothings());
      var mode = Mode.improved(true, true, LONG);
      var worker = new Worker(List.of(stage), () -> mode, runs, runner, CycleListener.SILENT);
      try (var _ = Heartbeat.start(registration, runner, 1, _ -> {})) {
        worker.runCycle();
        return "The engine's own overhead: %,d µs a job (median of %d times %,d jobs, one after the other, each claimed, started and ended in the database)"
            .formatted(median(worker), ROUNDS, jobs);
      }
    }
  }

  private long median(Worker worker) throws InterruptedException {
    var rounds = new ArrayList<Long>();
    for (int i = 0; i < ROUNDS; i++) {
      var watch = new Stopwatch();
      worker.runCycle();
      rounds.add(watch.elapsed().toNanos() / 1_000 / jobs);
    }
    return rounds.stream().sorted().toList().get(ROUNDS / 2);
  }

  private List<Job> nothings() {
    return IntStream.range(0, jobs).<Job>mapToObj(i -> new Nothing("nothing_" + i)).toList();
  }

  private record Nothing(String name) implements Job {
    @Override
    public TimeoutType timeoutType() {
      return TimeoutType.IMAGES;
    }

    @Override
    public JobResult run(JobContext context) {
      return JobResult.of(0, 0);
    }
  }
}
