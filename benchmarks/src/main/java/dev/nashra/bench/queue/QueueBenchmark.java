package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The queue beside others, on one PostgreSQL in one run. */
@Command(
    name = "queue",
    description = {
      "Queues on one PostgreSQL, with the settings that Nashra ships, one after the other: ours,",
      "db-scheduler, JobRunr, and bare SQL that claims and completes in batches and does nothing",
      "else. The tasks do nothing. Medians over the rounds."
    })
public final class QueueBenchmark implements Callable<Integer> {
  @Option(
      names = "--tasks",
      defaultValue = "20000",
      description = "In one drain (default: ${DEFAULT-VALUE}).")
  private int tasks;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Drains per queue (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--workers",
      defaultValue = "8",
      description = "Threads that work (default: ${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--processes",
      defaultValue = "4",
      description = "Processes in the last drain; 0: none (default: ${DEFAULT-VALUE}).")
  private int processes;

  @Option(
      names = "--pickups",
      defaultValue = "200",
      description = "Tasks added to an idle queue one by one (default: ${DEFAULT-VALUE}).")
  private int pickups;

  @Option(
      names = "--churn",
      defaultValue = "0",
      description = {
        "Pass so many tasks through ours first and after, and show what is left of its speed;",
        "0: leave that out (default: ${DEFAULT-VALUE}). 2000000 takes some minutes."
      })
  private int churn;

  @Option(names = "--only", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Entrant> only = List.of(Entrant.values());

  @Option(
      names = "--folder",
      defaultValue = "benchmarks/target/postgres",
      description = "Where the server keeps its data (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    System.err.printf(
        "%d processors; %,d tasks, %d workers, %d rounds%n",
        Runtime.getRuntime().availableProcessors(), tasks, workers, rounds);
    try (var server = EmbeddedPostgres.start(folder, Duration.ofSeconds(10))) {
      var results = measure(server.url());
      print(results);
      if (churn > 0) {
        new Churn(fresh(server.url(), "churn"), workers, tasks).run(churn);
      }
    }
    return 0;
  }

  private Map<Entrant, Result> measure(DatabaseUrl server) throws Exception {
    var urls = new EnumMap<Entrant, DatabaseUrl>(Entrant.class);
    var results = new EnumMap<Entrant, Result>(Entrant.class);
    for (var entrant : only) {
      urls.put(entrant, fresh(server, entrant.name().toLowerCase(Locale.ROOT)));
      results.put(entrant, new Result());
    }
    // Round by round, so that a slow moment of the machine does not hit one alone.
    for (var round = 0; round <= rounds; round++) {
      for (var entrant : only) {
        System.err.printf(
            "%s, %s …%n", entrant.title(), round == 0 ? "warming up" : "round " + round);
        checkpoint(server);
        try (var contender = entrant.open(urls.get(entrant))) {
          var course = new Course(contender, workers);
          var part = new Result();
          course.add(part, tasks);
          course.drain(part, tasks);
          if (entrant != Entrant.FLOOR) {
            // Those of JobRunr take seconds each.
            course.pickUp(part, pickups / rounds / (entrant == Entrant.JOBRUNR ? 10 : 1));
          }
          if (round > 0) {
            results.get(entrant).add(part);
          }
        }
      }
    }
    if (processes > 0) {
      for (var entrant : only) {
        System.err.printf("%s, %d processes …%n", entrant.title(), processes);
        checkpoint(server);
        results.get(entrant).manyProcesses.add(drainByProcesses(entrant, urls.get(entrant)));
      }
    }
    return results;
  }

  private double drainByProcesses(Entrant entrant, DatabaseUrl url) throws InterruptedException {
    var started = new ArrayList<WorkerProcess>();
    try (var contender = entrant.open(url)) {
      for (var i = 0; i < processes; i++) {
        started.add(new WorkerProcess(entrant, url, Math.max(1, workers / processes)));
      }
      Course.addAll(contender, tasks / 4);
      awaitDrained(contender, started); // warms them up
      started.forEach(WorkerProcess::stop);
      started.forEach(process -> process.await("stop"));
      Course.addAll(contender, tasks);
      return tasks / (awaitDrained(contender, started) / 1e9);
    } finally {
      started.forEach(WorkerProcess::close);
    }
  }

  private static long awaitDrained(Contender contender, List<WorkerProcess> processes)
      throws InterruptedException {
    var begun = System.nanoTime();
    processes.forEach(WorkerProcess::start);
    while (!contender.isEmpty()) {
      Thread.sleep(10);
    }
    return System.nanoTime() - begun;
  }

  private static DatabaseUrl fresh(DatabaseUrl server, String name) throws SQLException {
    execute(server, "drop database if exists bench_" + name + " with (force)");
    execute(server, "create database bench_" + name);
    return new DatabaseUrl(
        server.jdbc().replaceFirst("/[^/]*$", "/bench_" + name), server.user(), server.password());
  }

  private static void checkpoint(DatabaseUrl server) throws SQLException {
    execute(server, "checkpoint");
  }

  private static void execute(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void print(Map<Entrant, Result> results) {
    System.out.printf(
        "%n%-32s %10s %10s %10s %10s %12s %8s %8s%n",
        "tasks a second",
        "add, 1",
        "add, 8",
        "add batch",
        "drain",
        processes + " processes",
        "p50 ms",
        "p99 ms");
    results.forEach(
        (entrant, result) ->
            System.out.printf(
                "%-32s %,10.0f %,10.0f %,10.0f %,10.0f %,12.0f %8.1f %8.1f%n",
                entrant.title(),
                result.addOne(),
                result.addEight(),
                result.addBatch(),
                result.drain(),
                result.manyProcesses(),
                result.pickUp(0.5),
                result.pickUp(0.99)));
    compare(results);
  }

  private static void compare(Map<Entrant, Result> results) {
    var ours = results.get(Entrant.NASHRA);
    if (ours == null) {
      return;
    }
    var best =
        results.entrySet().stream()
            .filter(entry -> entry.getKey().name().startsWith("DB_SCHEDULER"))
            .mapToDouble(entry -> entry.getValue().drain())
            .max();
    best.ifPresent(
        rate ->
            System.out.printf(
                "%nOurs drains %.1f times as fast as the best of db-scheduler (aim: 3).%n",
                ours.drain() / rate));
    if (results.containsKey(Entrant.FLOOR)) {
      System.out.printf(
          "The floor is %.2f times as fast as ours (aim: at most 1.5).%n",
          results.get(Entrant.FLOOR).drain() / ours.drain());
    }
    System.out.println(
        "p50 and p99: from the start of adding one task to an idle queue until its handler runs.");
  }

  /** What was measured of one queue, over the rounds. */
  static final class Result {
    final List<Double> addOne = new ArrayList<>();
    final List<Double> addEight = new ArrayList<>();
    final List<Double> addBatch = new ArrayList<>();
    final List<Double> drain = new ArrayList<>();
    final List<Double> manyProcesses = new ArrayList<>();
    final List<Double> pickUp = new ArrayList<>();

    void add(Result other) {
      addOne.addAll(other.addOne);
      addEight.addAll(other.addEight);
      addBatch.addAll(other.addBatch);
      drain.addAll(other.drain);
      pickUp.addAll(other.pickUp);
    }

    double addOne() {
      return quantile(addOne, 0.5);
    }

    double addEight() {
      return quantile(addEight, 0.5);
    }

    double addBatch() {
      return quantile(addBatch, 0.5);
    }

    double drain() {
      return quantile(drain, 0.5);
    }

    double manyProcesses() {
      return quantile(manyProcesses, 0.5);
    }

    double pickUp(double share) {
      return quantile(pickUp, share);
    }

    private static double quantile(List<Double> values, double share) {
      if (values.isEmpty()) {
        return Double.NaN;
      }
      var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    @Override
    public String toString() {
      return Arrays.toString(drain.toArray());
    }
  }
}
