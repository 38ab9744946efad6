package dev.nashra.app.doctor;

import dev.nashra.ai.ChatSettings;
import dev.nashra.ai.ModelList;
import dev.nashra.ai.ModelList.Answer;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.telegram.Bot;
import dev.nashra.telegram.BotToken;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.time.Clock;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The services outside that settings name. Nothing is sent there but a question. */
final class Services {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

  private Services() {}

  /** An endpoint that fails is no more than a warning: reports are then made of sentences. */
  static Finding ai(Settings settings) {
    var name = "AI";
    var url = settings.get(Catalog.AI_BASE_URL);
    var model = settings.get(Catalog.AI_MODEL);
    if (url.isEmpty() || model.isEmpty()) {
      return Finding.ok(name, "not set; reports are made of the articles' own sentences");
    }
    var chat =
        ChatSettings.of(
            HttpUrl.get(url.get().toString()),
            settings.get(Catalog.AI_API_KEY).orElse(""),
            model.get());
    var at = " at " + url.get().getHost();
    return switch (new ModelList(chat, new OkHttpClient(), LONGEST_CALL).ask()) {
      case Answer.Listed(int models, boolean hasModel) when hasModel || models == 0 ->
          Finding.ok(name, model.get() + at);
      case Answer.Listed(int models, _) ->
          Finding.warning(
              name,
              "%s is not among the %d models%s".formatted(model.get(), models, at),
              "Check AI_MODEL.");
      case Answer.NoList(int status) ->
          Finding.ok(
              name, "%s answers (HTTP %d), but lists no models".formatted(at.strip(), status));
      case Answer.KeyRefused(int status) ->
          Finding.problem(
              name, "the key is refused%s (HTTP %d)".formatted(at, status), "Check AI_API_KEY.");
      case Answer.Unreachable(String why) ->
          Finding.warning(
              name,
              "no answer%s: %s".formatted(at, why),
              "Check AI_BASE_URL. Until it answers, reports are made of the articles' sentences.");
    };
  }

  static Finding telegram(Settings settings) {
    var name = "Telegram";
    var secret = settings.get(Catalog.TELEGRAM_BOT_TOKEN);
    if (secret.isEmpty()) {
      return Finding.ok(name, "not set; posts go to the newsroom's own pages only");
    }
    try {
      var api =
          new TelegramBotApi(
              new OkHttpClient(),
              settings.get(Catalog.TELEGRAM_API_URL),
              new BotToken(secret.get()),
              LONGEST_CALL,
              Clock.SYSTEM);
      return switch (api.getMe()) {
        case TelegramResult.Ok<Bot>(var bot) ->
            Finding.ok(name, "@%s, %s".formatted(bot.username(), duties(settings)));
        case TelegramResult.Refused<Bot> refused ->
            Finding.problem(
                name,
                "the Bot API refuses the token: " + refused.why(),
                "Take the token from @BotFather anew into TELEGRAM_BOT_TOKEN.");
        case TelegramResult.NotSent<Bot>(var why, _) -> unreachable(why);
        case TelegramResult.Ambiguous<Bot>(var why) -> unreachable(why);
        case TelegramResult.Migrated<Bot> _ -> unreachable("an odd answer");
      };
    } catch (IllegalArgumentException e) {
      return Finding.problem(name, String.valueOf(e.getMessage()), "Correct TELEGRAM_BOT_TOKEN.");
    }
  }

  private static String duties(Settings settings) {
    var posts =
        settings
            .get(Catalog.TELEGRAM_CHAT_ID)
            .map(chat -> "posting to " + chat)
            .orElse("posting nowhere (TELEGRAM_CHAT_ID is not set)");
    return switch (settings.get(Catalog.BOT_MODE)) {
      case WEBHOOK -> posts + ", answering readers by webhook";
      case POLLING -> posts + ", answering readers by polling";
      case OFF -> posts + ", not listening to readers";
    };
  }

  private static Finding unreachable(String why) {
    return Finding.problem(
        "Telegram",
        "the Bot API does not answer: " + why,
        "Check the network and TELEGRAM_API_URL.");
  }
}
