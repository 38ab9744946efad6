package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.config.WorkerType;
import dev.nashra.store.Database;
import dev.nashra.store.RunTable;
import dev.nashra.store.WorkerTable;
import dev.nashra.time.Clock;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.CycleListeners;
import dev.nashra.worker.Heartbeat;
import dev.nashra.worker.JobRunner;
import dev.nashra.worker.Mode;
import dev.nashra.worker.Stage;
import dev.nashra.worker.TimeoutType;
import dev.nashra.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The engine as this process runs it: a worker that the others on the same database know of, with
 * its signs of life. Closing it stops the worker and says good-bye.
 */
public final class Engine implements AutoCloseable {
  private final Settings settings;
  private final Worker worker;
  private final Heartbeat heartbeat;
  private final String name;
  private final boolean startedAlone;

  private Engine(
      Settings settings, Worker worker, Heartbeat heartbeat, String name, boolean startedAlone) {
    this.settings = settings;
    this.worker = worker;
    this.heartbeat = heartbeat;
    this.name = name;
    this.startedAlone = startedAlone;
  }

  /**
   * @param wornOut told once when the process should be started anew, and why
   */
  static Engine start(
      Settings settings,
      Database database,
      List<Stage> stages,
      CycleListener listener,
      Consumer<String> wornOut) {
    var name = "%s/%d".formatted(HostName.get(), ProcessHandle.current().pid());
    var registration = WorkerTable.join(database, name);
    var folders = Folders.of(settings);
    var alone = registration.isAlone();
    if (alone) {
      Leftovers.sweep(folders);
    }
    var runs = new RunTable(database, registration.id(), name);
    var runner =
        new JobRunner(
            runs, Clock.SYSTEM, timeouts(settings), settings.get(Catalog.MAX_PARALLEL_JOBS));
    var space = new DiskSpace(folders.data(), DiskSpace.ENOUGH_BYTES);
    var listeners = new CycleListeners(List.of(space, listener));
    var worker = new Worker(stages, () -> mode(settings, registration), runs, runner, listeners);
    var heartbeat =
        Heartbeat.start(registration, runner, settings.get(Catalog.MAX_STUCK_JOBS), wornOut);
    return new Engine(settings, worker, heartbeat, name + "/" + registration.id(), alone);
  }

  public Worker worker() {
    return worker;
  }

  /** Unlike that of any other engine that there ever was on this database. */
  String name() {
    return name;
  }

  /** Whether no other worker was there when this one started. */
  boolean startedAlone() {
    return startedAlone;
  }

  /** What an operator switched to while this worker runs counts more than what it started with. */
  private static Mode mode(Settings settings, WorkerTable registration) {
    var switched = registration.switchedMode();
    var started = settings.get(Catalog.WORKER_TYPE).name().toLowerCase(Locale.ROOT);
    var origin = settings.origin(Catalog.WORKER_TYPE).name().toLowerCase(Locale.ROOT);
    var name = switched.orElse(started);
    // What it started with is what it starts with again.
    registration.usesMode(
        name, switched.isPresent() ? "switched from %s (%s)".formatted(started, origin) : origin);
    return WorkerType.valueOf(name.toUpperCase(Locale.ROOT)) == WorkerType.ORIGINAL
        ? Mode.ORIGINAL
        : Mode.improved(
            settings.get(Catalog.ENABLE_JOB_TIMEOUTS),
            settings.get(Catalog.ENABLE_PARALLEL_EXECUTION),
            settings.get(Catalog.STALL_PATIENCE));
  }

  /** After which a job of each kind is stopped. */
  public static Map<TimeoutType, Duration> timeouts(Settings settings) {
    return Map.ofEntries(
        Map.entry(TimeoutType.SCRAPING, settings.get(Catalog.SCRAPING_TIMEOUT)),
        Map.entry(TimeoutType.CLUSTERING, settings.get(Catalog.CLUSTERING_TIMEOUT)),
        Map.entry(TimeoutType.REPORTS, settings.get(Catalog.REPORTS_TIMEOUT)),
        Map.entry(TimeoutType.SOCIAL_MEDIA, settings.get(Catalog.SOCIAL_MEDIA_TIMEOUT)),
        Map.entry(TimeoutType.IMAGES, settings.get(Catalog.IMAGES_TIMEOUT)),
        Map.entry(TimeoutType.AUDIO, settings.get(Catalog.AUDIO_TIMEOUT)),
        Map.entry(TimeoutType.VIDEO, settings.get(Catalog.VIDEO_TIMEOUT)),
        Map.entry(TimeoutType.PUBLISHING, settings.get(Catalog.PUBLISHING_TIMEOUT)),
        Map.entry(TimeoutType.BROADCAST, settings.get(Catalog.BROADCAST_TIMEOUT)),
        Map.entry(TimeoutType.CLEANUP, settings.get(Catalog.CLEANUP_TIMEOUT)),
        Map.entry(TimeoutType.HEALTH, settings.get(Catalog.HEALTH_TIMEOUT)));
  }

  /** Stops the worker in good order, as long as the settings allow. */
  public void stop() throws InterruptedException {
    worker.stop(settings.get(Catalog.SHUTDOWN_GRACE));
  }

  @Override
  public void close() {
    heartbeat.close();
  }
}
