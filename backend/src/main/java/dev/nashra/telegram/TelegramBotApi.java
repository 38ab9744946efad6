package dev.nashra.telegram;

import dev.nashra.http.RetryAfter;
import dev.nashra.telegram.MediaMessage.NewFile;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import dev.nashra.time.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the Bot API for one bot (https://core.telegram.org/bots/api).
 *
 * <p>A chat is a number or {@code @name}. Calls end when the work around them is cancelled.
 */
public final class TelegramBotApi {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  /** A hundred updates can be large; everything else is small. */
  private static final int MOST_ANSWER_BYTES = 4 << 20;

  private final OkHttpClient client;
  private final HttpUrl server;
  private final BotToken token;
  private final AnswerReader answers;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /**
   * @param server the address of the Bot API server, {@code https://api.telegram.org} or one's own
   * @param longestCall after which a call is given up, whatever it is doing
   */
  public TelegramBotApi(
      OkHttpClient client, URI server, BotToken token, Duration longestCall, InstantSource clock) {
    this.client = neverTwice(client, longestCall);
    this.server = Objects.requireNonNull(HttpUrl.get(server), "an http or https address");
    this.token = token;
    this.answers = new AnswerReader(new RetryAfter(clock), token);
  }

  private static OkHttpClient neverTwice(OkHttpClient client, Duration longestCall) {
    return client
        .newBuilder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
        .readTimeout(longestCall)
        .callTimeout(longestCall)
        .eventListenerFactory(call -> Objects.requireNonNull(call.request().tag(Wire.class)))
        .build();
  }

  /** Asks who this bot is. */
  public TelegramResult<Bot> getMe() {
    return call("getMe", Map.of())
        .flatMap(
            bot ->
                bot.path("id").isIntegralNumber()
                    ? new Ok<>(
                        new Bot(bot.path("id").longValue(), bot.path("username").asString("")))
                    : new Ambiguous<>("the answer names no bot"));
  }

  /**
   * Sends a text of at most 4096 code points.
   *
   * @param preview the address to show a large preview of; null: no preview
   */
  public TelegramResult<SentMessage> sendMessage(
      String chat, FormattedText text, @Nullable String preview) {
    return sendMessage(chat, text, preview, null);
  }

  /**
   * As above, as an answer.
   *
   * @param replyTo the message that it answers, if that is still there; null: none
   */
  public TelegramResult<SentMessage> sendMessage(
      String chat, FormattedText text, @Nullable String preview, @Nullable Long replyTo) {
    var fields = text(chat, text, preview);
    if (replyTo != null) {
      fields.put(
          "reply_parameters", Map.of("message_id", replyTo, "allow_sending_without_reply", true));
    }
    return sent(call("sendMessage", fields));
  }

  /** Puts another text in the place of that of a message of the bot's own; may be repeated. */
  public TelegramResult<Boolean> editMessageText(
      String chat, long messageId, FormattedText text, @Nullable String preview) {
    var fields = text(chat, text, preview);
    fields.put("message_id", messageId);
    return switch (call("editMessageText", fields)) {
      case Refused<JsonNode> refused when refused.description().contains("is not modified") ->
          new Ok<>(true);
      case TelegramResult<JsonNode> other -> other.flatMap(_ -> new Ok<>(true));
    };
  }

  private static Map<String, Object> text(
      String chat, FormattedText text, @Nullable String preview) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("chat_id", chat);
    fields.put("text", text.text());
    fields.put("entities", entities(text));
    fields.put(
        "link_preview_options",
        preview == null
            ? Map.of("is_disabled", true)
            : Map.of("url", preview, "prefer_large_media", true));
    return fields;
  }

  /** Sends a picture of at most 10 MB with a caption of at most 1024 code points. */
  public TelegramResult<SentMessage> sendPhoto(
      String chat, Path photo, String mediaType, FormattedText caption) {
    return sent(
        upload("sendPhoto", "photo", NewFile.of(photo, mediaType), captioned(chat, caption)));
  }

  /** Sends an MPEG-4 video of at most 50 MB with a caption of at most 1024 code points. */
  public TelegramResult<SentMessage> sendVideo(
      String chat, Path video, VideoShape shape, FormattedText caption) {
    var fields = captioned(chat, caption);
    fields.put("width", Integer.toString(shape.width()));
    fields.put("height", Integer.toString(shape.height()));
    fields.put("duration", Long.toString(shape.duration().toSeconds()));
    fields.put("supports_streaming", "true");
    return sent(upload("sendVideo", "video", NewFile.of(video, "video/mp4"), fields));
  }

  /** Sends an MP3 or M4A of at most 50 MB with a caption of at most 1024 code points. */
  public TelegramResult<SentMessage> sendAudio(
      String chat, Path audio, String mediaType, String title, FormattedText caption) {
    var fields = captioned(chat, caption);
    fields.put("title", title);
    return sent(upload("sendAudio", "audio", NewFile.of(audio, mediaType), fields));
  }

  private Map<String, String> captioned(String chat, FormattedText caption) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("chat_id", chat);
    fields.put("caption", caption.text());
    fields.put("caption_entities", mapper.writeValueAsString(entities(caption)));
    return fields;
  }

  private static List<Map<String, Object>> entities(FormattedText text) {
    return text.entities().stream().map(FormattedText.Entity::json).toList();
  }

  /** Calls a method with a file among its fields. */
  TelegramResult<JsonNode> upload(
      String method, String part, NewFile file, Map<String, String> fields) {
    var wire = new Wire();
    var body = new MultipartBody.Builder().setType(MultipartBody.FORM);
    fields.forEach(body::addFormDataPart);
    try {
      // The file comes last: until it is through, the request is not whole.
      body.addFormDataPart(
          part, file.name(), new Upload(file.path(), MediaType.get(file.mediaType()), wire));
    } catch (IOException e) {
      return new NotSent<>("the file could not be read: " + e.getMessage(), null);
    }
    return call(method, wire, body.build());
  }

  /** Calls a method with fields alone. */
  TelegramResult<JsonNode> ask(String method, Map<String, Object> fields) {
    return call(method, new Wire(), json(fields));
  }

  private RequestBody json(Map<String, ?> fields) {
    return RequestBody.create(mapper.writeValueAsBytes(fields), JSON);
  }

  private static TelegramResult<SentMessage> sent(TelegramResult<JsonNode> result) {
    return result.flatMap(
        message -> {
          var chat = message.path("chat");
          // 0: queued, and it will get its number when it goes out, if it does.
          return message.path("message_id").asLong(0) > 0 && chat.path("id").isIntegralNumber()
              ? new Ok<>(
                  new SentMessage(
                      message.path("message_id").longValue(),
                      chat.path("id").longValue(),
                      chat.path("username").isString()
                          ? chat.path("username").stringValue()
                          : null))
              : new Ambiguous<>("accepted, but the answer has no message number");
        });
  }

  /** Any method that takes JSON. */
  TelegramResult<JsonNode> call(String method, Map<String, ?> fields) {
    return call(method, new Wire(), json(fields));
  }

  private TelegramResult<JsonNode> call(String method, Wire wire, RequestBody body) {
    var request =
        new Request.Builder()
            .url(address(method))
            .tag(Wire.class, wire)
            .post(new OneShot(body))
            .build();
    var call = client.newCall(request);
    try (var _ = Cancellation.current().onCancel(call::cancel);
        var response = call.execute()) {
      return answers.read(response.code(), response.header("Retry-After"), bounded(response));
    } catch (IOException e) {
      var why = "%s: %s".formatted(e.getClass().getSimpleName(), said(e));
      return wire.mayHaveArrived() ? new Ambiguous<>(why) : new NotSent<>(why, null);
    }
  }

  private HttpUrl address(String method) {
    return server
        .newBuilder()
        .addPathSegment("bot" + token.secret())
        .addPathSegment(method)
        .build();
  }

  private static byte[] bounded(Response response) throws IOException {
    var body = new Buffer();
    var source = response.body().source();
    while (source.read(body, 8192) >= 0) {
      if (body.size() > MOST_ANSWER_BYTES) {
        throw new IOException("an answer of more than %d bytes".formatted(MOST_ANSWER_BYTES));
      }
    }
    return body.readByteArray();
  }

  private String said(IOException e) {
    return token.hiddenIn(String.valueOf(e.getMessage()));
  }

  @Override
  public String toString() {
    return "TelegramBotApi[%s]".formatted(server.host());
  }

  /** How a video is to be shown. */
  public record VideoShape(int width, int height, Duration duration) {}
}
