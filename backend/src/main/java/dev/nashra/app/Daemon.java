package dev.nashra.app;

import dev.nashra.bot.Poller;
import dev.nashra.config.BotMode;
import dev.nashra.config.Catalog;
import dev.nashra.config.Role;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueRules;
import dev.nashra.queue.QueueWorker;
import dev.nashra.queue.TaskListener;
import dev.nashra.schedule.Schedule;
import dev.nashra.store.Database;
import dev.nashra.telemetry.CycleLog;
import dev.nashra.telemetry.Meters;
import dev.nashra.telemetry.TaskLog;
import dev.nashra.web.WebServer;
import dev.nashra.worker.CycleListeners;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the daemon does, by the roles in {@code WORKER_ROLES}: cycles, queues, the web server, the
 * bot's ear.
 */
public final class Daemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("nashra");

  private final Settings settings;
  private final Newsroom newsroom;
  private final Queues queues;
  private final Runnable wornOut;
  private final Meters meters = new Meters();
  private @Nullable WebServer web;
  private @Nullable Poller poller;
  private @Nullable Engine engine;
  private @Nullable Schedule schedule;
  private @Nullable QueueWorker tasks;
  private volatile boolean isWornOut;

  private Daemon(Settings settings, Database database, Runnable wornOut) {
    this.settings = settings;
    this.newsroom = Newsroom.open(settings, database);
    this.queues = new Queues(settings, database);
    this.wornOut = wornOut;
  }

  /**
   * Starts everything that the roles name.
   *
   * @param wornOut called once when the process should be started anew
   */
  public static Daemon start(Settings settings, Database database, Runnable wornOut)
      throws InterruptedException {
    var daemon = new Daemon(settings, database, wornOut);
    try {
      daemon.start(settings.get(Catalog.WORKER_ROLES), database);
      return daemon;
    } catch (InterruptedException | RuntimeException e) {
      daemon.close();
      throw e;
    }
  }

  private void start(Set<Role> roles, Database database) throws InterruptedException {
    var webhook = roles.contains(Role.BOT) ? Web.webhook(settings, queues) : null;
    if (roles.contains(Role.WEB) || webhook != null) {
      web = Web.tryServe(settings, database, newsroom.health(), meters, webhook).orElse(null);
    }
    if (roles.contains(Role.BOT)) {
      poller = poller();
    }
    if (roles.contains(Role.QUEUE)) {
      var rules = Queues.declared(settings);
      tasks = queues.work(rules, TaskListener.all(new TaskLog(), meters.tasks()));
      LOG.info("Working the queues {}", rules.stream().map(QueueRules::name).toList());
    }
    if (roles.contains(Role.CYCLE)) {
      var listener = new CycleListeners(List.of(new CycleLog(), meters.cycles()));
      var started = newsroom.engine(listener, _ -> wearOut());
      engine = started;
      schedule = newsroom.schedule(started);
      LOG.info(
          "A cycle every {} s; {} sources",
          settings.get(Catalog.CYCLE_INTERVAL).toSeconds(),
          newsroom.sources().all().size());
    }
  }

  private @Nullable Poller poller() {
    return ReaderBot.of(settings)
        .filter(bot -> bot.mode() == BotMode.POLLING)
        .map(bot -> bot.poller(queues.requests(), queues.inbox()).start())
        .orElse(null);
  }

  private void wearOut() {
    isWornOut = true;
    wornOut.run();
  }

  /** Whether so much is stuck that the process should be started anew. */
  public boolean isWornOut() {
    return isWornOut;
  }

  /** Ends the work in good order: what runs may finish, cycles and tasks in the same time. */
  public void stop() throws InterruptedException {
    if (schedule != null) {
      schedule.close();
    }
    if (poller != null) {
      poller.close();
    }
    var queue = Thread.ofPlatform().daemon().name("stop-queues").start(this::stopTasks);
    if (engine != null) {
      engine.stop();
    }
    queue.join(settings.get(Catalog.SHUTDOWN_GRACE).plus(Duration.ofSeconds(2)));
  }

  private void stopTasks() {
    try {
      if (tasks != null) {
        tasks.stop(settings.get(Catalog.SHUTDOWN_GRACE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (schedule != null) {
      schedule.close();
    }
    if (engine != null) {
      engine.close();
    }
    if (poller != null) {
      poller.close();
    }
    if (web != null) {
      web.close();
    }
    stopTasks(); // for a daemon that was never whole
    queues.close();
    newsroom.close();
  }
}
