package dev.nashra.cli;

import dev.nashra.app.Daemon;
import dev.nashra.app.Storage;
import dev.nashra.config.Catalog;
import dev.nashra.config.LogFormat;
import dev.nashra.config.Settings;
import dev.nashra.telemetry.Logs;
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
        var daemon = Daemon.start(settings, storage.database(), signal::raise)) {
      signal.await();
      LOG.info("Nashra drains: nothing begins, and what runs may finish");
      daemon.stop();
      LOG.info("Nashra stops");
      return daemon.isWornOut() ? START_ME_ANEW : 0;
    }
  }
}
