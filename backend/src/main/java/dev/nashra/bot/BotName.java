package dev.nashra.bot;

import dev.nashra.telegram.Bot;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.telegram.TelegramResult.Ok;
import org.jspecify.annotations.Nullable;

/** The bot's public name, asked for once, and only when a command names somebody. */
public final class BotName {
  private final TelegramBotApi api;
  private volatile @Nullable String known;

  public BotName(TelegramBotApi api) {
    this.api = api;
  }

  /** Whether a command is for us. Unless we know better, it is. */
  boolean isMeant(String addressee) {
    if (addressee.isEmpty()) {
      return true;
    }
    var name = name();
    return name == null || name.equalsIgnoreCase(addressee);
  }

  private @Nullable String name() {
    if (known == null && api.getMe() instanceof Ok<Bot>(var bot)) {
      known = bot.username();
    }
    return known;
  }
}
