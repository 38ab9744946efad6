package dev.nashra.telegram;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of a call to the Bot API. */
public sealed interface TelegramResult<T> {
  /** The server did it. */
  record Ok<T>(T value) implements TelegramResult<T> {}

  /**
   * The server has certainly not done it: it may be tried again.
   *
   * @param retryAfter how long the server wants to be left alone; null when it does not say
   */
  record NotSent<T>(String why, @Nullable Duration retryAfter) implements TelegramResult<T> {}

  /** The server will not do it, however often it is asked. */
  record Refused<T>(Fault fault, int code, String description) implements TelegramResult<T> {
    /** What is wrong, as a line for the operator. */
    public String why() {
      return "%d %s".formatted(code, description);
    }
  }

  /** The group became a supergroup: it has not been done, and should be asked of this chat. */
  record Migrated<T>(long chatId) implements TelegramResult<T> {}

  /** It may have been done or not. */
  record Ambiguous<T>(String why) implements TelegramResult<T> {}

  /** What a refusal is about. */
  enum Fault {
    /** This message: the next one may be accepted. */
    ITEM,
    /** This chat: gone, or the bot may not write there. */
    CHAT,
    /** The bot itself: a wrong token, or something else set up wrongly. */
    CREDENTIAL
  }

  /** This result with what the server did read as something else. */
  default <R> TelegramResult<R> flatMap(Function<T, TelegramResult<R>> read) {
    return switch (this) {
      case Ok<T>(T value) -> read.apply(value);
      case NotSent<T>(String why, Duration retryAfter) -> new NotSent<>(why, retryAfter);
      case Refused<T>(Fault fault, int code, String text) -> new Refused<>(fault, code, text);
      case Migrated<T>(long chatId) -> new Migrated<>(chatId);
      case Ambiguous<T>(String why) -> new Ambiguous<>(why);
    };
  }
}
