package dev.nashra.cli;

import dev.nashra.app.Newsroom;
import dev.nashra.app.Storage;
import dev.nashra.app.Web;
import dev.nashra.config.Catalog;
import dev.nashra.config.LogFormat;
import dev.nashra.config.Role;
import dev.nashra.config.Settings;
import dev.nashra.store.Database;
import dev.nashra.telemetry.CycleLog;
import dev.nashra.telemetry.Logs;
import dev.nashra.telemetry.Meters;
import dev.nashra.web.WebServer;
import dev.nashra.worker.CycleListeners;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

  /** EX_TEMPFAIL of sysexits.h: whatever supervises us starts us again. */
  private static final int START_ME_ANEW = 75;

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
        var newsroom = Newsroom.open(settings, storage.database())) {
      var code = runUntil(signal, newsroom, storage.database(), settings);
      LOG.info("Nashra stops");
      return code;
    }
  }

  private static int runUntil(
      ShutdownSignal signal, Newsroom newsroom, Database database, Settings settings)
      throws InterruptedException {
    var wornOut = new AtomicReference<@Nullable String>();
    Consumer<String> anew =
        reason -> {
          wornOut.set(reason);
          signal.raise();
        };
    var meters = new Meters();
    var listener = new CycleListeners(List.of(new CycleLog(), meters.cycles()));
    try (var _ = web(settings, newsroom, database, meters);
        var engine = newsroom.engine(listener, anew)) {
      var interval = settings.get(Catalog.CYCLE_INTERVAL);
      try (var _ = newsroom.schedule(engine)) {
        LOG.info(
            "A cycle every {} s; {} sources",
            interval.toSeconds(),
            newsroom.sources().all().size());
        signal.await();
        LOG.info("Nashra drains: no job begins, and those that run may finish");
      }
      engine.stop();
    }
    return wornOut.get() == null ? 0 : START_ME_ANEW;
  }

  private static @Nullable WebServer web(
      Settings settings, Newsroom newsroom, Database database, Meters meters) {
    return settings.get(Catalog.WORKER_ROLES).contains(Role.WEB)
        ? Web.tryServe(settings, database, newsroom.health(), meters).orElse(null)
        : null;
  }
}
