package dev.nashra.telegram;

import dev.nashra.http.RetryAfter;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells from the server's answer what became of a call.
 *
 * <p>What is no answer of the Bot API (a proxy's page, half a document) says nothing about whether
 * the call was done. The error's number decides; its words only tell an item's fault from a chat's.
 */
final class AnswerReader {
  private static final int MOST_SHOWN = 300;
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final List<String> CHAT_FAULTS =
      List.of(
          "chat not found",
          "not enough rights",
          "have no rights",
          "need administrator rights",
          "chat_write_forbidden",
          "chat_admin_required",
          "peer_id_invalid",
          "channel_private");

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final RetryAfter retryAfter;
  private final BotToken token;

  AnswerReader(RetryAfter retryAfter, BotToken token) {
    this.retryAfter = retryAfter;
    this.token = token;
  }

  TelegramResult<JsonNode> read(int status, @Nullable String retryHeader, byte[] body) {
    var answer = json(body);
    if (answer == null || !answer.path("ok").isBoolean()) {
      return unreadable(status, retryHeader);
    }
    if (answer.path("ok").booleanValue()) {
      return status == 200
          ? new Ok<>(answer.path("result"))
          : new Ambiguous<>("the server said ok with status %d".formatted(status));
    }
    return failed(status, retryHeader, answer);
  }

  private TelegramResult<JsonNode> unreadable(int status, @Nullable String retryHeader) {
    return switch (status) {
      case 413 -> new Refused<>(Fault.ITEM, status, "too large for the server");
      case 429 -> new NotSent<>("too many requests", retryAfter.read(retryHeader));
      default -> new Ambiguous<>("no readable answer (status %d)".formatted(status));
    };
  }

  private TelegramResult<JsonNode> failed(
      int status, @Nullable String retryHeader, JsonNode answer) {
    int code = answer.path("error_code").asInt(status);
    var description = shown(answer.path("description").asString(""));
    var parameters = answer.path("parameters");
    if (parameters.path("migrate_to_chat_id").isIntegralNumber()) {
      return new Migrated<>(parameters.path("migrate_to_chat_id").longValue());
    }
    return switch (code) {
      case 429 -> new NotSent<>(description, wait(parameters, retryHeader));
      case 401, 404, 409 -> new Refused<>(Fault.CREDENTIAL, code, description);
      case 403 -> new Refused<>(Fault.CHAT, code, description);
      case 408 -> new Ambiguous<>("%d %s".formatted(code, description));
      default ->
          code >= 400 && code < 500
              ? new Refused<>(fault(description), code, description)
              : new Ambiguous<>("%d %s".formatted(code, description));
    };
  }

  private @Nullable Duration wait(JsonNode parameters, @Nullable String retryHeader) {
    var seconds = parameters.path("retry_after");
    if (!seconds.isNumber() || seconds.doubleValue() < 0) {
      return retryAfter.read(retryHeader);
    }
    double bounded = Math.min(seconds.doubleValue(), (double) LONGEST_WAIT.toSeconds());
    return Duration.ofMillis((long) Math.ceil(bounded * 1000));
  }

  private static Fault fault(String description) {
    var words = description.toLowerCase(Locale.ROOT);
    return CHAT_FAULTS.stream().anyMatch(words::contains) ? Fault.CHAT : Fault.ITEM;
  }

  private String shown(String description) {
    var line = token.hiddenIn(description).replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
  }

  private @Nullable JsonNode json(byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (JacksonException e) {
      return null;
    }
  }
}
