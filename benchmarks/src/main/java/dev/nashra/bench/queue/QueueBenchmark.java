package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
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
      "db-scheduler, JobRunr, and bare SQL that changes the same rows as ours in batches and does",
      "nothing else. The tasks do nothing. Medians over the rounds."
    })
public final class QueueBenchmark implements Callable<Integer> {
  private static final int FULL = 2_000_000;

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
      defaultValue = "150",
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

  @Option(names = "--full", description = "The same as --churn 2000000: some minutes more.")
  private boolean full;

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
      new Report(results, processes).print();
      var passing = full ? FULL : churn;
      if (passing > 0) {
        new Churn(fresh(server.url(), "churn"), workers, tasks).run(passing);
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
        if (round <= entrant.rounds(rounds)) {
          System.err.printf(
              "%s, %s …%n", entrant.title(), round == 0 ? "warming up" : "round " + round);
          checkpoint(server);
          var result = round == 0 ? new Result() : results.get(entrant);
          measure(entrant, urls.get(entrant), result, round == 0);
        }
      }
    }
    if (processes > 0) {
      drainByProcesses(server, urls, results);
    }
    return results;
  }

  private void measure(Entrant entrant, DatabaseUrl url, Result result, boolean warmingUp)
      throws InterruptedException {
    try (var contender = entrant.open(url)) {
      var course = new Course(contender, workers);
      if (warmingUp) {
        var count = entrant.warmUp(tasks);
        Course.addAll(contender, count);
        course.drain(result, count);
        return;
      }
      course.add(result, tasks);
      course.drain(result, tasks);
      if (entrant != Entrant.FLOOR) {
        // Those of JobRunr take seconds each.
        course.pickUp(result, entrant == Entrant.JOBRUNR ? 4 : Math.ceilDiv(pickups, rounds));
      }
    }
  }

  private void drainByProcesses(
      DatabaseUrl server, Map<Entrant, DatabaseUrl> urls, Map<Entrant, Result> results)
      throws Exception {
    for (var entrant : only) {
      System.err.printf("%s, %d processes …%n", entrant.title(), processes);
      checkpoint(server);
      var drains = new ProcessDrain(entrant, urls.get(entrant), workers, processes);
      results.get(entrant).manyProcesses.addAll(drains.run(tasks, entrant.processRounds(rounds)));
    }
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
}
