package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.app.Queues;
import dev.nashra.app.Storage;
import dev.nashra.app.Web;
import dev.nashra.app.health.DatabaseOnCall;
import dev.nashra.app.health.HealthProbe;
import dev.nashra.config.Catalog;
import dev.nashra.config.LogFormat;
import dev.nashra.config.Settings;
import dev.nashra.store.Database;
import dev.nashra.store.Vitals;
import dev.nashra.telemetry.Logs;
import dev.nashra.telemetry.Meters;
import dev.nashra.web.TelegramWebhook;
import io.javalin.util.JavalinBindException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the newsroom's pages on the web until it is told to stop. */
@Command(
    name = "web",
    description = {
      "Serve the published pages at /, bulletins and digests at /broadcast/, media at /media/, on"
          + " WEB_HOST and PORT, until SIGTERM; health at /health/live and /health/ready, metrics at"
          + " /metrics.",
      "With DATABASE_URL set, editions whose files are on another machine come from the database,"
          + " and with BOT_MODE=webhook Telegram's updates are taken at /telegram/webhook/."
    })
final class WebCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger("nashra");

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Settings.ofProcess();
    Logs.configure(
        settings.get(Catalog.LOG_LEVEL),
        json.isSet() ? LogFormat.JSON : settings.get(Catalog.LOG_FORMAT));
    // Without DATABASE_URL the worker is on this machine, and so are its files.
    if (settings.get(Catalog.DATABASE_URL).isEmpty()) {
      try (var embedded = new DatabaseOnCall(Folders.of(settings).postgres())) {
        return serve(settings, null, embedded, null);
      }
    }
    try (var storage = Storage.forCommand(settings);
        var queues = new Queues(settings, storage.database())) {
      var database = storage.database();
      var webhook = Web.webhook(settings, queues);
      return serve(settings, database, () -> Vitals.of(database), webhook);
    }
  }

  private static int serve(
      Settings settings,
      @Nullable Database database,
      Supplier<Vitals> vitals,
      @Nullable TelegramWebhook webhook)
      throws InterruptedException {
    var host = settings.get(Catalog.WEB_HOST);
    try (var signal = new ShutdownSignal();
        var server =
            Web.serve(
                settings, database, new HealthProbe(settings, vitals), new Meters(), webhook)) {
      LOG.info("The pages are at http://{}:{}/", host, server.port());
      signal.await();
      LOG.info("The web server stops");
      return 0;
    } catch (JavalinBindException _) {
      System.err.printf(
          "Port %d on %s is taken or not allowed. Set PORT or WEB_HOST to another one.%n",
          settings.get(Catalog.WEB_PORT), host);
      return 1;
    }
  }
}
