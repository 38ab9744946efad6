package dev.nashra.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the bot hears of its readers. */
@Command(
    name = "bot",
    description = "The Telegram bot that answers readers: how it hears of them.",
    subcommands = {
      BotSetWebhookCommand.class,
      BotDeleteWebhookCommand.class,
      BotInfoCommand.class,
    })
final class BotCommands implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: set-webhook, delete-webhook or info.");
  }
}
