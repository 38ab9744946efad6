package dev.nashra.cli;

import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import dev.nashra.store.JobStatistics;
import dev.nashra.store.JobStatistics.JobSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows how the jobs did lately: how often, how they ended, how long, how much. */
@Command(
    name = "jobs",
    description = {
      "Show how each job did lately: runs and how they ended, how long they took and waited for a"
          + " free slot (seconds), items and bytes.",
    })
final class JobsCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Option(names = "--days", defaultValue = "7", description = "How many days back. Default: 7.")
  private int days;

  @Override
  public Integer call() throws InterruptedException {
    try (var storage = Storage.forCommand(Settings.ofProcess())) {
      var jobs = new JobStatistics(storage.database()).of(days);
      if (json.isSet()) {
        json.print(jobs);
        return 0;
      }
      if (jobs.isEmpty()) {
        System.err.println("No job has run in this time: nashra cycle, or nashra run.");
        return 0;
      }
      var table =
          new Table(
              "JOB",
              ">RUNS",
              ">DONE",
              ">FAILED",
              ">TIMED OUT",
              ">SKIPPED",
              ">STOPPED",
              ">LOST",
              ">P50",
              ">P95",
              ">MAX",
              ">WAITED P50",
              ">MAX WAIT",
              ">IN",
              ">OUT",
              ">NOT DONE",
              ">SIZE");
      jobs.forEach(job -> add(table, job));
      System.out.print(table);
      return 0;
    }
  }

  private static void add(Table table, JobSummary job) {
    var outcomes = job.outcomes();
    table.row(
        job.job(),
        job.runs(),
        outcomes.done(),
        outcomes.failed(),
        outcomes.timedOut(),
        outcomes.skipped(),
        outcomes.stopped(),
        outcomes.lost(),
        Figures.seconds(job.took().p50()),
        Figures.seconds(job.took().p95()),
        Figures.seconds(job.took().max()),
        Figures.seconds(job.waitedP50()),
        Figures.seconds(job.waitedLongest()),
        job.in(),
        job.out(),
        job.failedItems(),
        Figures.size(job.bytes()));
  }
}
