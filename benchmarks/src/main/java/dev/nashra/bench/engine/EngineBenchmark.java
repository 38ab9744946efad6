package dev.nashra.bench.engine;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.store.EmbeddedPostgres;
import dev.nashra.time.Clock;
import dev.nashra.worker.Mode;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The old engine and the new one under the same troubles, and what the engine itself costs. */
@Command(
    name = "engine",
    description = {
      "Two cycles over the sample newsroom in mode original and in mode improved, side by side, with",
      "parts that are slow or hang on purpose. Articles, stories, reports, posts, cards and",
      "publications are real; sound, video and broadcasts only take their time. Then what the engine",
      "itself costs for a job that does nothing."
    })
public final class EngineBenchmark implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Option(
      names = "--scale",
      defaultValue = "15",
      description = "One second here stands for so many (default: ${DEFAULT-VALUE}).")
  private int scale;

  @Option(names = "--only", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Script> only = List.of(Script.values());

  @Option(
      names = "--jobs",
      defaultValue = "1000",
      description = "Jobs that do nothing; 0: leave that out (default: ${DEFAULT-VALUE}).")
  private int jobs;

  @Option(
      names = "--folder",
      defaultValue = "benchmarks/target/engine",
      description =
          "Where the server and the newsrooms keep their data (default: ${DEFAULT-VALUE}).")
  private Path folder;

  @Override
  public Integer call() throws Exception {
    try (var server = EmbeddedPostgres.start(folder.resolve("postgres"), Duration.ofSeconds(10));
        var sample = new SampleNewsroom(0, Clock.SYSTEM.instant())) {
      System.err.println("Warming up …");
      new Trial(
              Script.QUICK,
              Mode.ORIGINAL,
              fresh(server.url(), "warm"),
              sample,
              newFolder("warm"),
              60)
          .call();
      printHead();
      for (var script : only) {
        print(script, server.url(), sample);
      }
      if (jobs > 0) {
        System.out.println();
        System.out.println(new Overhead(fresh(server.url(), "overhead"), jobs).measured());
      }
    }
    return 0;
  }

  private void printHead() {
    System.out.printf(
        "%d processors. Scale 1:%d; all times at full scale, in seconds from the moment a cycle was%n"
            + "due. A cycle every 600 s, two cycles, watched for 1800 s; the default timeouts and%n"
            + "patience (60 s). Jobs lost: of both cycles, not done in that time.%n%n",
        Runtime.getRuntime().availableProcessors(), scale);
    System.out.printf(
        "%-28s %-9s %8s %11s %11s %10s%n",
        "", "", "cycle", "first post", "next posts", "jobs lost");
  }

  private void print(Script script, DatabaseUrl url, SampleNewsroom sample) throws Exception {
    var improved = Mode.improved(true, true, PATIENCE.dividedBy(scale));
    try (var executor = Executors.newFixedThreadPool(2)) {
      var old = executor.submit(trial(script, Mode.ORIGINAL, url, sample));
      var ours = executor.submit(trial(script, improved, url, sample));
      print(script.title, "original", old.get());
      print("", "improved", ours.get());
    }
    System.out.printf(
        "%-28s %-9s %8d %11d%n",
        "", "floor", script.cycleFloor().toSeconds(), script.postFloor().toSeconds());
  }

  private Trial trial(Script script, Mode mode, DatabaseUrl url, SampleNewsroom sample)
      throws SQLException {
    var name = script.name().toLowerCase(Locale.ROOT) + "_" + mode.name();
    return new Trial(script, mode, fresh(url, name), sample, newFolder(name), scale);
  }

  private Path newFolder(String name) {
    return folder.resolve(name + "-" + Clock.SYSTEM.instant().getEpochSecond());
  }

  private static void print(String title, String mode, Trial.Result result) {
    System.out.printf(
        "%-28s %-9s %8s %11s %11s %10d%n",
        title,
        mode,
        text(result.cycle()),
        text(result.firstPost()),
        text(result.nextPosts()),
        result.lost());
  }

  private static String text(Optional<Double> seconds) {
    return seconds.map(value -> "%.0f".formatted(value)).orElse("never");
  }

  private static DatabaseUrl fresh(DatabaseUrl url, String name) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    }
    return new DatabaseUrl(
        url.jdbc().replaceFirst("/[^/]*$", "/" + name), url.user(), url.password());
  }
}
