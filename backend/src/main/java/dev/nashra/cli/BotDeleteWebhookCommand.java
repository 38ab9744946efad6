package dev.nashra.cli;

import dev.nashra.app.ReaderBot;
import dev.nashra.config.Settings;
import dev.nashra.telegram.BotUpdates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has Telegram call nobody any more. */
@Command(
    name = "delete-webhook",
    description = "Have Telegram keep what readers write until somebody asks (BOT_MODE=polling).")
final class BotDeleteWebhookCommand extends OnBot {
  @Option(names = "--drop-pending", description = "Forget what is waiting at Telegram.")
  private boolean dropPending;

  @Override
  int run(ReaderBot bot, Settings settings) {
    var result = new BotUpdates(bot.api()).deleteWebhook(dropPending);
    return answer(result, "Telegram calls nobody now, and waits to be asked (BOT_MODE=polling).");
  }
}
