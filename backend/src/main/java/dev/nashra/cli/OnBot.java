package dev.nashra.cli;

import dev.nashra.app.ReaderBot;
import dev.nashra.config.Settings;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks something of Telegram for the bot. */
abstract class OnBot implements Callable<Integer> {
  @Mixin JsonOption json;

  abstract int run(ReaderBot bot, Settings settings) throws InterruptedException;

  @Override
  public Integer call() throws InterruptedException {
    var settings = Settings.ofProcess();
    var bot = ReaderBot.of(settings);
    if (bot.isEmpty()) {
      System.err.println(
          "There is no bot: put the token that @BotFather gives into TELEGRAM_BOT_TOKEN.");
      return 1;
    }
    return run(bot.get(), settings);
  }

  /** Says that it is done, or why Telegram did not do it. */
  int answer(TelegramResult<Boolean> result, String done) {
    var why = failure(result);
    if (json.isSet()) {
      json.print(why.isEmpty() ? Map.of("done", true) : Map.of("done", false, "why", why));
    } else if (why.isEmpty()) {
      System.out.println(done);
    }
    return why.isEmpty() ? 0 : fail(why);
  }

  int fail(String why) {
    System.err.println(why);
    return 1;
  }

  /** Why Telegram did not do it, and what to do; empty when it did. */
  static String failure(TelegramResult<?> result) {
    return switch (result) {
      case Ok<?> _ -> "";
      case Refused<?> refused when refused.code() == 401 || refused.code() == 404 ->
          "Telegram does not know this token (%s): take it from @BotFather anew."
              .formatted(refused.why());
      case Refused<?> refused -> "Telegram refuses: " + refused.why();
      case NotSent<?>(var why, _) -> "Telegram cannot be reached: " + why;
      case Ambiguous<?>(var why) -> "Telegram gave no clear answer, so try again: " + why;
      case Migrated<?> _ -> "Telegram gave an odd answer, so try again.";
    };
  }
}
