package dev.nashra.app;

import dev.nashra.app.health.Gauges;
import dev.nashra.app.health.HealthProbe;
import dev.nashra.app.health.QueueGauges;
import dev.nashra.config.BotMode;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.store.Database;
import dev.nashra.store.TaskDesk;
import dev.nashra.telemetry.Meters;
import dev.nashra.web.Probes;
import dev.nashra.web.TelegramWebhook;
import dev.nashra.web.WebServer;
import io.javalin.util.JavalinBindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web server with everything that it answers. */
public final class Web {
  private static final Logger LOG = LoggerFactory.getLogger("nashra");

  private Web() {}

  /**
   * Starts to serve.
   *
   * @param database where editions come from when their files are on another machine; null for
   *     files only
   * @param meters of this process
   * @param webhook of the bot; null: it is not called here
   * @throws JavalinBindException when the port is taken or not allowed
   */
  public static WebServer serve(
      Settings settings,
      @Nullable Database database,
      HealthProbe probe,
      Meters meters,
      @Nullable TelegramWebhook webhook) {
    Gauges.show(probe, meters);
    if (database != null) {
      Gauges.showPool(database, meters);
      QueueGauges.show(TaskDesk.healthOf(database), QueueBounds.of(settings), meters);
    }
    var probes =
        new Probes(
            () -> probe.answer().report(),
            meters::scrape,
            settings.get(Catalog.METRICS_TOKEN),
            settings.get(Catalog.PUBLIC_URL).isPresent());
    return WebServer.start(
        settings.get(Catalog.WEB_HOST),
        settings.get(Catalog.WEB_PORT),
        WebPages.of(settings, database),
        probes,
        webhook);
  }

  /** What answers Telegram's calls here; null when the bot is set up otherwise, or not at all. */
  public static @Nullable TelegramWebhook webhook(Settings settings, Queues queues) {
    return ReaderBot.of(settings)
        .filter(bot -> bot.mode() == BotMode.WEBHOOK)
        .map(bot -> bot.webhook(queues.inbox()))
        .orElse(null);
  }

  /**
   * For the daemon, whose work does not depend on its pages: a port that is taken is no failure.
   */
  public static Optional<WebServer> tryServe(
      Settings settings,
      Database database,
      HealthProbe probe,
      Meters meters,
      @Nullable TelegramWebhook webhook) {
    var host = settings.get(Catalog.WEB_HOST);
    var port = settings.get(Catalog.WEB_PORT);
    if (!WebServer.isFree(host, port)) {
      return none(host, port);
    }
    try {
      var server = serve(settings, database, probe, meters, webhook);
      LOG.info("Pages, health and metrics are at http://{}:{}/", host, server.port());
      return Optional.of(server);
    } catch (JavalinBindException _) {
      return none(host, port);
    }
  }

  private static Optional<WebServer> none(String host, int port) {
    LOG.warn(
        "No pages, health and metrics here: port {} on {} is taken or not allowed; set PORT",
        port,
        host);
    return Optional.empty();
  }
}
