package dev.nashra.cli;

import dev.nashra.app.ReaderBot;
import dev.nashra.app.Storage;
import dev.nashra.config.BotMode;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.store.PollerTable.Holder;
import dev.nashra.telegram.Bot;
import dev.nashra.telegram.BotUpdates;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.WebhookInfo;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Who the bot is and how it hears of readers. */
@Command(
    name = "info",
    description = {
      "Who the bot is, how it hears of readers, what waits at Telegram, and what went wrong last.",
      "Exit code 1 when readers are not heard."
    })
final class BotInfoCommand extends OnBot {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

  @Override
  int run(ReaderBot bot, Settings settings) throws InterruptedException {
    var me = bot.api().getMe();
    if (!(me instanceof Ok<Bot>(var named))) {
      return fail(failure(me));
    }
    var info = new BotUpdates(bot.api()).getWebhookInfo();
    if (!(info instanceof Ok<WebhookInfo>(var webhook))) {
      return fail(failure(info));
    }
    var report =
        new Report(
            named.username(),
            named.id(),
            bot.mode(),
            webhook,
            bot.webhookUrl().map(URI::toString).orElse(null),
            bot.mode() == BotMode.POLLING ? holder(bot, settings).orElse(null) : null);
    if (json.isSet()) {
      json.print(report);
    } else {
      print(report, settings.get(Catalog.TIME_ZONE));
    }
    report.problem().ifPresent(System.err::println);
    return report.problem().isEmpty() ? 0 : 1;
  }

  private static Optional<Holder> holder(ReaderBot bot, Settings settings)
      throws InterruptedException {
    var storage = Storage.ifRunning(settings);
    if (storage.isEmpty()) {
      return Optional.empty();
    }
    try (var running = storage.get()) {
      return bot.holder(running.database());
    }
  }

  private static void print(Report report, ZoneId zone) {
    System.out.printf("Bot        @%s (%d)%n", report.name(), report.id());
    System.out.printf("Mode       %s%n", report.mode().name().toLowerCase(Locale.ROOT));
    var webhook = report.webhook();
    System.out.printf("Webhook    %s%n", webhook.isSet() ? webhook.url() : "none");
    System.out.printf("Waiting    %d updates at Telegram%n", webhook.pending());
    if (webhook.lastError() != null) {
      var at = webhook.lastErrorAt();
      System.out.printf(
          "Last error %s%s%n",
          webhook.lastError(), at == null ? "" : " (%s)".formatted(TIME.format(at.atZone(zone))));
    }
    if (report.mode() == BotMode.POLLING) {
      var holder = report.polledBy();
      System.out.printf(
          "Polled by  %s%n",
          holder == null
              ? "nobody now"
              : "%s, since %s".formatted(holder.name(), TIME.format(holder.since().atZone(zone))));
    }
  }

  /**
   * What is known.
   *
   * @param expectedUrl where Telegram should call; null without a public address
   * @param polledBy null: nobody, or it is not known
   */
  record Report(
      String name,
      long id,
      BotMode mode,
      WebhookInfo webhook,
      @Nullable String expectedUrl,
      @Nullable Holder polledBy) {
    /** Why readers are not heard, and what to do. */
    Optional<String> problem() {
      return switch (mode) {
        case OFF -> Optional.empty();
        case POLLING ->
            webhook.isSet()
                ? Optional.of(
                    "The webhook keeps it from being polled: \"nashra bot delete-webhook\".")
                : polledBy == null
                    ? Optional.of("Nobody asks for updates: start \"nashra run\".")
                    : Optional.empty();
        case WEBHOOK ->
            !webhook.isSet()
                ? Optional.of("No webhook is set: \"nashra bot set-webhook\".")
                : webhook.url().equals(expectedUrl)
                    ? Optional.empty()
                    : Optional.of(
                        "Telegram calls another address than ours (%s): \"nashra bot set-webhook\"."
                            .formatted(expectedUrl));
      };
    }
  }
}
