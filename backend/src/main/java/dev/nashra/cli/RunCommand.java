package dev.nashra.cli;

import dev.nashra.app.Newsroom;
import dev.nashra.app.Queues;
import dev.nashra.app.Storage;
import dev.nashra.config.Catalog;
import dev.nashra.config.LogFormat;
import dev.nashra.config.Role;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.schedule.CycleSchedule;
import dev.nashra.telemetry.CycleLog;
import dev.nashra.telemetry.Logs;
import dev.nashra.telemetry.TaskLog;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The daemon: a cycle at once and then every few minutes, until it is told to stop. */
@Command(
    name = "run",
    description = "Run the newsroom: a cycle every CYCLE_INTERVAL_SECONDS, until SIGTERM.")
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger("nashra");

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Settings.ofProcess();
    Logs.configure(
        settings.get(Catalog.LOG_LEVEL),
        json.isSet() ? LogFormat.JSON : settings.get(Catalog.LOG_FORMAT));
    LOG.info("Nashra starts");
    settings
        .unknown()
        .forEach(name -> LOG.warn("In .env, but not a setting (misspelt?): {}", name));
    try (var signal = new ShutdownSignal();
        var storage = Storage.forDaemon(settings);
        var newsroom = Newsroom.open(settings, storage.database());
        var queues = new Queues(settings, storage.database())) {
      if (settings.get(Catalog.WORKER_ROLES).contains(Role.QUEUE)) {
        workQueuesUntil(signal, newsroom, queues, settings);
      } else {
        runUntil(signal, newsroom, settings);
      }
      LOG.info("Nashra stops");
    }
    return 0;
  }

  private static void runUntil(ShutdownSignal signal, Newsroom newsroom, Settings settings)
      throws InterruptedException {
    if (!settings.get(Catalog.WORKER_ROLES).contains(Role.CYCLE)) {
      signal.await();
      return;
    }
    var worker = newsroom.worker(new CycleLog());
    var interval = settings.get(Catalog.CYCLE_INTERVAL);
    try (var _ = CycleSchedule.start(interval, worker::runCycle)) {
      LOG.info(
          "A cycle every {} s; {} sources", interval.toSeconds(), newsroom.sources().all().size());
      signal.await();
    }
    worker.stop(settings.get(Catalog.SHUTDOWN_GRACE));
  }

  private static void workQueuesUntil(
      ShutdownSignal signal, Newsroom newsroom, Queues queues, Settings settings)
      throws InterruptedException {
    var rules = Queues.declared(settings);
    var tasks = queues.work(rules, new TaskLog());
    LOG.info("Working the queues {}", rules.stream().map(QueueRules::name).toList());
    signal.onReceived(() -> stop(tasks, settings)); // while the cycle stops
    try {
      runUntil(signal, newsroom, settings);
    } finally {
      tasks.stop(settings.get(Catalog.SHUTDOWN_GRACE));
    }
  }

  private static void stop(QueueWorker tasks, Settings settings) {
    try {
      tasks.stop(settings.get(Catalog.SHUTDOWN_GRACE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
