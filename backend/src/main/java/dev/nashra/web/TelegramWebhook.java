package dev.nashra.web;

import dev.nashra.bot.UpdateInbox;
import dev.nashra.bot.UpdateInbox.Update;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the updates that Telegram sends for one bot. Whatever is not answered with 200 stays with
 * Telegram, which sends it again.
 */
public final class TelegramWebhook {
  /** The path, below the server's address, at which the bot of this number is called. */
  public static final String PATH = "telegram/webhook/";

  private static final Logger LOG = LoggerFactory.getLogger(TelegramWebhook.class);
  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /** With it a task's payload stays below what a queue takes. */
  private static final int MOST_BYTES = 192 << 10;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String bot;
  private final byte[] secret;
  private final UpdateInbox inbox;

  /**
   * @param secret that comes with every update
   */
  public TelegramWebhook(long bot, String secret, UpdateInbox inbox) {
    this.bot = Long.toString(bot);
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.inbox = inbox;
  }

  void receive(Context context) throws IOException {
    context.header("Cache-Control", "no-store");
    context.status(status(context)).result("");
  }

  private int status(Context context) throws IOException {
    if (!context.pathParam("bot").equals(bot)) {
      return 404;
    }
    if (!knowsSecret(context.header(SECRET_HEADER))) {
      return 401;
    }
    if (context.contentLength() > MOST_BYTES) {
      return 413;
    }
    // A chunked body does not say how long it is.
    var body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
    return body.length > MOST_BYTES ? 413 : update(body).map(this::store).orElse(400);
  }

  /** Takes as long for a nearly right one as for any other. */
  private boolean knowsSecret(@Nullable String shown) {
    return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret);
  }

  private static Optional<Update> update(byte[] body) {
    try {
      var json = JSON.readTree(body);
      var id = json.path("update_id");
      return json.isObject() && id.isIntegralNumber() && id.canConvertToLong()
          ? Optional.of(new Update(id.longValue(), json))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private int store(Update update) {
    try {
      inbox.accept(Long.parseLong(bot), List.of(update));
      return 200;
    } catch (RuntimeException e) {
      LOG.warn("An update could not be stored and stays with Telegram: {}", e.toString());
      return 503;
    }
  }
}
