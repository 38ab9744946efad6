package dev.nashra.cli;

import dev.nashra.app.ReaderBot;
import dev.nashra.bot.BotCommand;
import dev.nashra.bot.BotLanguage;
import dev.nashra.config.BotMode;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.telegram.BotUpdates;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has Telegram call us. */
@Command(
    name = "set-webhook",
    description = {
      "Have Telegram send what readers write to PUBLIC_URL, and put the bot's commands into their"
          + " menu.",
      "Set BOT_MODE=webhook too. The address must be https, on port 443, 80, 88 or 8443."
    })
final class BotSetWebhookCommand extends OnBot {
  /** https://core.telegram.org/bots/api#setwebhook. */
  private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      defaultValue = "40",
      description = "Updates that Telegram sends at once, 1 to 100. Default: ${DEFAULT-VALUE}.")
  private int maxConnections;

  @Option(names = "--drop-pending", description = "Forget what is waiting at Telegram.")
  private boolean dropPending;

  @Override
  int run(ReaderBot bot, Settings settings) {
    var url = bot.webhookUrl();
    if (url.isEmpty()) {
      return fail(
          "Telegram must know where to call: set PUBLIC_URL to this newsroom's https address, or"
              + " use BOT_MODE=polling, which needs none.");
    }
    if (!isCallable(url.get(), settings)) {
      return fail(
          "Telegram calls only https addresses on port 443, 80, 88 or 8443, and PUBLIC_URL is %s."
              .formatted(settings.shown(Catalog.PUBLIC_URL)));
    }
    var updates = new BotUpdates(bot.api());
    var result = updates.setWebhook(url.get(), bot.webhookSecret(), maxConnections, dropPending);
    var code = answer(result, "Telegram sends what readers write to %s".formatted(url.get()));
    if (code == 0) {
      setMenu(updates);
      warnAboutMode(settings.get(Catalog.BOT_MODE));
    }
    return code;
  }

  /** A Bot API server of one's own may call anywhere. */
  private static boolean isCallable(URI url, Settings settings) {
    var isTelegrams = settings.get(Catalog.TELEGRAM_API_URL).getHost().endsWith("api.telegram.org");
    return !isTelegrams || ("https".equals(url.getScheme()) && PORTS.contains(url.getPort()));
  }

  private static void warnAboutMode(BotMode mode) {
    if (mode != BotMode.WEBHOOK) {
      System.err.printf(
          "BOT_MODE is %s, so nobody answers there: set BOT_MODE=webhook and restart.%n",
          mode.name().toLowerCase(Locale.ROOT));
    }
  }

  private static void setMenu(BotUpdates updates) {
    var english = updates.setMyCommands("", BotCommand.menu(BotLanguage.ENGLISH));
    var arabic =
        updates.setMyCommands(BotLanguage.ARABIC.code(), BotCommand.menu(BotLanguage.ARABIC));
    var why = failure(english) + failure(arabic);
    if (!why.isEmpty()) {
      System.err.println("The menu of commands could not be set. " + why);
    }
  }
}
