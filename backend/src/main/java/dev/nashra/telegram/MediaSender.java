package dev.nashra.telegram;

import dev.nashra.telegram.MediaMessage.KnownFile;
import dev.nashra.telegram.MediaMessage.NewFile;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers in chats: files by upload or by identifier, and a message that changes its words. */
public final class MediaSender {
  private final TelegramBotApi api;
  private final JsonMapper mapper = JsonMapper.builder().build();

  public MediaSender(TelegramBotApi api) {
    this.api = api;
  }

  /** Sends a file; one by identifier is refused when Telegram does not know it any more. */
  public TelegramResult<SentMedia> send(MediaMessage message) {
    var answer =
        switch (message.content()) {
          case KnownFile(String fileId) -> byIdentifier(message, fileId);
          case NewFile file -> byUpload(message, file);
        };
    return answer.flatMap(result -> new Ok<>(sent(result, message.kind())));
  }

  private TelegramResult<JsonNode> byIdentifier(MediaMessage message, String fileId) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("chat_id", message.chat());
    fields.put("reply_parameters", reply(message.replyTo()));
    fields.put(message.kind().field(), fileId);
    fields.put("caption", message.caption());
    return api.ask(message.kind().method(), fields);
  }

  private TelegramResult<JsonNode> byUpload(MediaMessage message, NewFile content) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("chat_id", Long.toString(message.chat()));
    fields.put("reply_parameters", mapper.writeValueAsString(reply(message.replyTo())));
    fields.put("caption", message.caption());
    var shape = content.shape();
    if (message.kind() == MediaKind.VIDEO) {
      fields.put("supports_streaming", "true");
      if (shape != null) {
        fields.put("width", Integer.toString(shape.width()));
        fields.put("height", Integer.toString(shape.height()));
        fields.put("duration", Long.toString(shape.duration().toSeconds()));
      }
    }
    if (message.kind() == MediaKind.DOCUMENT) {
      // Else the server may show it as what it takes it for.
      fields.put("disable_content_type_detection", "true");
    }
    var kind = message.kind();
    return api.upload(kind.method(), kind.field(), content, fields);
  }

  private static Map<String, Object> reply(long message) {
    return Map.of("message_id", message, "allow_sending_without_reply", true);
  }

  /** A video without sound comes back as an animation, and that as a document besides. */
  private static SentMedia sent(JsonNode message, MediaKind asked) {
    var number = message.path("message_id").asLong(0);
    return Stream.concat(Stream.of(asked), Arrays.stream(MediaKind.values()))
        .flatMap(kind -> fileId(message, kind).map(id -> new SentMedia(number, kind, id)).stream())
        .findFirst()
        .orElse(new SentMedia(number, asked, null));
  }

  private static Optional<String> fileId(JsonNode message, MediaKind kind) {
    var file = message.path(kind.field());
    // A photo comes in several sizes, the largest last.
    var whole = file.isArray() && !file.isEmpty() ? file.path(file.size() - 1) : file;
    return Optional.of(whole.path("file_id").asString("")).filter(id -> !id.isEmpty());
  }

  /**
   * Says something as an answer to a message; gives the new message's number.
   *
   * @param text at most 4096 code points
   */
  public TelegramResult<Long> say(long chat, long replyTo, String text) {
    Map<String, Object> fields =
        Map.of(
            "chat_id",
            chat,
            "reply_parameters",
            reply(replyTo),
            "text",
            text,
            "link_preview_options",
            Map.of("is_disabled", true));
    return api.ask("sendMessage", fields)
        .flatMap(
            message -> {
              var number = message.path("message_id").asLong(0);
              return number > 0 ? new Ok<>(number) : new Ambiguous<>("accepted, without a number");
            });
  }

  /** Changes the words of one of our messages; that they are so already is success. */
  public TelegramResult<Boolean> edit(long chat, long message, String text) {
    Map<String, Object> fields = Map.of("chat_id", chat, "message_id", message, "text", text);
    var result = api.ask("editMessageText", fields);
    return result instanceof Refused<JsonNode> refused
            && refused.description().contains("message is not modified")
        ? new Ok<>(true)
        : result.flatMap(_ -> new Ok<>(true));
  }

  /** Takes back one of our messages of the last two days. */
  public TelegramResult<Boolean> delete(long chat, long message) {
    return api.ask("deleteMessage", Map.of("chat_id", chat, "message_id", message))
        .flatMap(_ -> new Ok<>(true));
  }
}
