package dev.nashra.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Bot API server on this machine that keeps what it posted, and misbehaves as it is told: once
 * for each behaviour that was queued, then it behaves.
 */
public final class BotApiServer implements AutoCloseable {
  public static final String TOKEN = "123456:AAtestTokenThatIsNoSecret_-x";

  /** What stands before the captions of videos in {@link #posted}. */
  public static final String VIDEO = "[video] ";

  private static final long CHAT = -100123;
  private static final Pattern FORM_FIELD =
      Pattern.compile(
          "name=\"(text|caption)\"(?:\r\n[^\r\n]+)*\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);

  /** What the server does with one request. */
  public enum Behaviour {
    ANSWERS(true),
    ANSWERS_500_AFTER_POSTING(true),
    CUTS_AFTER_POSTING(true),
    TALKS_RUBBISH_AFTER_POSTING(true),
    CUTS_HALF_AN_ANSWER_AFTER_POSTING(true),
    POSTS_AND_FALLS_SILENT(true),
    FALLS_SILENT(false),
    ANSWERS_500_WITHOUT_POSTING(false),
    CUTS_BEFORE_POSTING(false),
    TOO_MANY_REQUESTS(false),
    REFUSES_THE_ITEM(false),
    REFUSES_THE_BOT(false);

    private final boolean posts;

    Behaviour(boolean posts) {
      this.posts = posts;
    }
  }

  private final MockWebServer server = new MockWebServer();
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** These are guarded by this. */
  private final Deque<Behaviour> next = new ArrayDeque<>();

  private final List<String> posted = new ArrayList<>();

  private int silences;

  public BotApiServer() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
  }

  public URI address() {
    return server.url("/").uri();
  }

  /** A client of this server that waits at most this long. */
  public TelegramBotApi client(Duration longestCall) {
    return new TelegramBotApi(
        new OkHttpClient(), address(), new BotToken(TOKEN), longestCall, InstantSource.system());
  }

  public synchronized void will(Behaviour behaviour) {
    next.add(behaviour);
  }

  /** The texts and captions that became visible, in order. */
  public synchronized List<String> posted() {
    return List.copyOf(posted);
  }

  /** How many requests it took and never answered. */
  public synchronized int silences() {
    return silences;
  }

  /** From now on the server behaves. */
  public synchronized void behave() {
    next.clear();
  }

  /** How many requests came in, whatever became of them. */
  public int requests() {
    return server.getRequestCount();
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    if (request.getUrl().encodedPath().startsWith("/s/")) {
      return previewPage(request.getUrl().queryParameter("before"));
    }
    var behaviour = next.isEmpty() ? Behaviour.ANSWERS : next.remove();
    if (behaviour.posts) {
      posted.add(text(request));
    }
    return switch (behaviour) {
      case ANSWERS -> json(200, message(posted.size()));
      case ANSWERS_500_AFTER_POSTING, ANSWERS_500_WITHOUT_POSTING ->
          json(500, "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}");
      case CUTS_AFTER_POSTING, CUTS_BEFORE_POSTING ->
          new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      case TALKS_RUBBISH_AFTER_POSTING -> json(200, "<html>welcome to the hotel network</html>");
      case CUTS_HALF_AN_ANSWER_AFTER_POSTING ->
          json(200, message(posted.size()))
              .newBuilder()
              .onResponseBody(new SocketEffect.CloseSocket())
              .build();
      case POSTS_AND_FALLS_SILENT, FALLS_SILENT -> silence();
      case TOO_MANY_REQUESTS ->
          json(
              429,
              """
              {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
               "parameters":{"retry_after":7}}""");
      case REFUSES_THE_ITEM ->
          json(
              400,
              """
              {"ok":false,"error_code":400,"description":"Bad Request: message is too long"}""");
      case REFUSES_THE_BOT ->
          json(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    };
  }

  private synchronized MockResponse silence() {
    silences++;
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }

  /** The channel's public page: twenty messages, the newest or those before a number. */
  private MockResponse previewPage(@Nullable String before) {
    int end = before == null ? posted.size() : Integer.parseInt(before) - 1;
    var page =
        new StringBuilder(
            "<main data-url=\"/s/nashra_news\"><div class=\"tgme_channel_history\"></div>");
    if (end > 20) {
      page.append("<a class=\"tme_messages_more\" data-before=\"%d\"></a>".formatted(end - 19));
    }
    for (int i = Math.max(0, end - 20); i < end; i++) {
      page.append(
          """
          <div class="tgme_widget_message_wrap">
           <div class="tgme_widget_message" data-post="nashra_news/%d">
            <div class="tgme_widget_message_bubble">
             %s
             <div class="tgme_widget_message_text js-message_text">%s</div>
             <a class="tgme_widget_message_date"><time datetime="%s"></time></a>
            </div></div></div>"""
              .formatted(
                  i + 1,
                  posted.get(i).startsWith(VIDEO)
                      ? "<video src=\"https://cdn.example/1.mp4\"></video>"
                      : "",
                  escaped(posted.get(i).replace(VIDEO, "")),
                  InstantSource.system().instant()));
    }
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/html")
        .body(page.toString())
        .build();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br/>");
  }

  private String text(RecordedRequest request) {
    var body = request.getBody();
    if (body == null) {
      return "";
    }
    if (String.valueOf(request.getHeaders().get("Content-Type")).startsWith("application/json")) {
      return mapper.readTree(body.toByteArray()).path("text").asString("");
    }
    var form = FORM_FIELD.matcher(new String(body.toByteArray(), StandardCharsets.UTF_8));
    var video = request.getUrl().encodedPath().endsWith("/sendVideo") ? VIDEO : "";
    return video + (form.find() ? form.group(2) : "");
  }

  private static String message(int id) {
    return """
    {"ok":true,"result":{"message_id":%d,"date":1790000000,
     "chat":{"id":%d,"type":"channel","title":"News","username":"nashra_news"}}}"""
        .formatted(id, CHAT);
  }

  private static MockResponse json(int code, String body) {
    return new MockResponse.Builder()
        .code(code)
        .addHeader("Content-Type", "application/json")
        .body(body)
        .build();
  }

  /** A response that comes too late for a client with little patience. */
  static MockResponse slow() {
    return json(200, message(1)).newBuilder().headersDelay(3, TimeUnit.SECONDS).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
