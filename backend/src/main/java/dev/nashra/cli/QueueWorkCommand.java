package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.config.Catalog;
import dev.nashra.config.LogFormat;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.telemetry.Logs;
import dev.nashra.telemetry.TaskLog;
import dev.nashra.time.Stopwatch;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A process that only works queues. */
@Command(
    name = "work",
    description = {
      "Work queues in this process until SIGTERM, and nothing else.",
      "After --max-jobs, --max-time or --max-memory it takes no more, finishes what runs and exits"
          + " with code 75, so that its supervisor starts it afresh."
    })
final class QueueWorkCommand extends OnQueues {
  private static final Logger LOG = LoggerFactory.getLogger("nashra");
  private static final int RECYCLE = 75; // EX_TEMPFAIL of sysexits.h
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "The queues: downloads, telegram, updates, default. None: all of them.")
  private List<String> names = List.of();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Tasks of each queue at once. Default: as the settings say.")
  private @Nullable Integer workers;

  @Option(names = "--max-jobs", paramLabel = "N", description = "Attempts before it is recycled.")
  private @Nullable Long maxJobs;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long it runs before it is recycled, such as 12h.")
  private @Nullable Duration maxTime;

  @Option(
      names = "--max-memory",
      paramLabel = "MB",
      description = "Heap that may be in use after a collection before it is recycled.")
  private @Nullable Long maxMegabytes;

  @Override
  int run(Queues queues, Settings settings) throws InterruptedException {
    var rules = chosen(settings);
    Logs.configure(
        settings.get(Catalog.LOG_LEVEL),
        json.isSet() ? LogFormat.JSON : settings.get(Catalog.LOG_FORMAT));
    try (var signal = new ShutdownSignal()) {
      var worker = queues.work(rules, new TaskLog());
      LOG.info("Working {}", rules.stream().map(QueueRules::name).toList());
      var why = awaitEnd(signal, worker);
      LOG.info("Stopping: {}", why == null ? "told to" : why);
      worker.stop(why == null ? settings.get(Catalog.SHUTDOWN_GRACE) : longest(rules));
      return why == null ? 0 : RECYCLE;
    }
  }

  private List<QueueRules> chosen(Settings settings) {
    var declared = Queues.declared(settings);
    for (var name : names) {
      if (declared.stream().noneMatch(queue -> queue.name().equals(name))) {
        throw badUsage(
            "No queue is called %s; there are %s."
                .formatted(name, declared.stream().map(QueueRules::name).toList()));
      }
    }
    return declared.stream()
        .filter(queue -> names.isEmpty() || names.contains(queue.name()))
        .map(queue -> workers == null ? queue : queue.withWorkers(workers))
        .toList();
  }

  /** Why the process is to be recycled; null when it was told to stop. */
  private @Nullable String awaitEnd(ShutdownSignal signal, QueueWorker worker)
      throws InterruptedException {
    var age = new Stopwatch();
    while (!Waiter.until(signal::isReceived, LOOK_EVERY, LOOK_EVERY)) {
      if (maxJobs != null && worker.ended() >= maxJobs) {
        return "%d attempts".formatted(worker.ended());
      }
      if (maxTime != null && age.elapsed().compareTo(maxTime) >= 0) {
        return "its time is over";
      }
      if (maxMegabytes != null && HeapInUse.megabytes() > maxMegabytes) {
        return "%d MB of heap are in use".formatted(HeapInUse.megabytes());
      }
    }
    return null;
  }

  private static Duration longest(List<QueueRules> rules) {
    return rules.stream().map(QueueRules::timeout).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
