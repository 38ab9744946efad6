package dev.nashra.bot;

import dev.nashra.queue.TaskOutcome;
import dev.nashra.telegram.FormattedText;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.Refused;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all that is sent to chats has in common: whose it is, and what the server's refusals mean.
 */
final class Sender {
  private final long bot;
  private final Chats chats;
  private final Sends sends;

  Sender(long bot, Chats chats, Sends sends) {
    this.bot = bot;
    this.chats = chats;
    this.sends = sends;
  }

  /** Why nothing is to be sent there; empty when it may be. */
  Optional<TaskOutcome> refusal(long ofBot, Chats.Standing standing) {
    if (ofBot != bot) {
      return Optional.of(
          TaskOutcome.dead(
              "it is the bot %d's, and TELEGRAM_BOT_TOKEN is of %d".formatted(ofBot, bot)));
    }
    return standing.gone() == null
        ? Optional.empty()
        : Optional.of(TaskOutcome.done("left out: the chat is gone since " + standing.gone()));
  }

  Chats.Standing standing(long chat) {
    return chats.standing(bot, chat);
  }

  /** Makes a call with the text as it should look; once more without that, when it is refused. */
  static <T> TelegramResult<T> plainIfRefused(
      FormattedText text, Function<FormattedText, TelegramResult<T>> call) {
    var result = call.apply(text);
    return result instanceof Refused<T> refused && isParseError(refused)
        ? call.apply(FormattedText.plain(text.text()))
        : result;
  }

  private static boolean isParseError(Refused<?> refused) {
    var words = refused.description().toLowerCase(Locale.ROOT);
    return refused.code() == 400 && (words.contains("parse entities") || words.contains("entity"));
  }

  /** The server has not done it, and may do it later. */
  TaskOutcome later(long chat, String why, @Nullable Duration wait) {
    if (wait == null) {
      return TaskOutcome.retry(why);
    }
    var whole = sends.flooded(bot, chat, wait) ? "; all chats of the bot wait" : "";
    return TaskOutcome.retryAfter(wait, why + whole);
  }

  /** The server will not do it. A chat that is gone is no fault that anybody could mend. */
  TaskOutcome never(long chat, Refused<?> refused) {
    if (refused.fault() == Fault.CHAT && refused.code() == 403) {
      chats.gone(bot, chat, refused.why());
      return TaskOutcome.done("the chat is gone: " + refused.why());
    }
    return TaskOutcome.dead(refused.why());
  }
}
