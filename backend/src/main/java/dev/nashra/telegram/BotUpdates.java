package dev.nashra.telegram;

import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Ok;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a bot hears of what is written to it: by asking (getUpdates), or by being told (a webhook);
 * never both (https://core.telegram.org/bots/api#getting-updates).
 */
public final class BotUpdates {
  /** The server gives no more at once. */
  public static final int MOST_AT_ONCE = 100;

  /** Messages, and whether a chat has thrown the bot out; the bot reads nothing else. */
  public static final List<String> KINDS = List.of("message", "my_chat_member");

  private final TelegramBotApi api;

  public BotUpdates(TelegramBotApi api) {
    this.api = api;
  }

  /**
   * Waits for updates; gives none when none comes in time.
   *
   * @param offset the first to give: everything before it is forgotten by the server; null: the
   *     oldest that it has
   * @param wait at most 50 s, and shorter than the client's longest call
   */
  public TelegramResult<List<JsonNode>> getUpdates(
      @Nullable Long offset, int limit, Duration wait) {
    var fields = new LinkedHashMap<String, Object>();
    if (offset != null) {
      fields.put("offset", offset);
    }
    fields.put("limit", limit);
    fields.put("timeout", wait.toSeconds());
    fields.put("allowed_updates", KINDS);
    return api.call("getUpdates", fields)
        .flatMap(
            updates ->
                updates.isArray()
                    ? new Ok<>(elements(updates))
                    : new Ambiguous<>("the answer is no list of updates"));
  }

  private static List<JsonNode> elements(JsonNode array) {
    var list = new ArrayList<JsonNode>();
    array.forEach(list::add);
    return list;
  }

  /**
   * Has updates sent to an address from now on.
   *
   * @param secret comes with every delivery, as {@code X-Telegram-Bot-Api-Secret-Token}: 1 to 256
   *     of {@code A-Z a-z 0-9 _ -}
   * @param maxConnections deliveries at once, 1 to 100
   * @param dropPending whether what is waiting is forgotten
   */
  public TelegramResult<Boolean> setWebhook(
      URI url, String secret, int maxConnections, boolean dropPending) {
    return api.call(
            "setWebhook",
            Map.of(
                "url",
                url.toString(),
                "secret_token",
                secret,
                "max_connections",
                maxConnections,
                "allowed_updates",
                KINDS,
                "drop_pending_updates",
                dropPending))
        .flatMap(_ -> new Ok<>(true));
  }

  /** Has no updates sent any more; they are kept for whoever asks. */
  public TelegramResult<Boolean> deleteWebhook(boolean dropPending) {
    return api.call("deleteWebhook", Map.of("drop_pending_updates", dropPending))
        .flatMap(_ -> new Ok<>(true));
  }

  public TelegramResult<WebhookInfo> getWebhookInfo() {
    return api.call("getWebhookInfo", Map.of()).flatMap(info -> new Ok<>(read(info)));
  }

  private static WebhookInfo read(JsonNode info) {
    var error = info.path("last_error_message").asString("");
    long at = info.path("last_error_date").asLong(0);
    return new WebhookInfo(
        info.path("url").asString(""),
        info.path("pending_update_count").asInt(0),
        error.isEmpty() ? null : error,
        at == 0 ? null : Instant.ofEpochSecond(at),
        info.path("max_connections").asInt(0));
  }

  /**
   * Puts the bot's commands into the menu of readers whose program speaks a language.
   *
   * @param language ISO 639-1; empty: of all others
   * @param commands what each does, by its name without the slash
   */
  public TelegramResult<Boolean> setMyCommands(String language, Map<String, String> commands) {
    var list =
        commands.entrySet().stream()
            .map(entry -> Map.of("command", entry.getKey(), "description", entry.getValue()))
            .toList();
    return api.call("setMyCommands", Map.of("commands", list, "language_code", language))
        .flatMap(_ -> new Ok<>(true));
  }
}
