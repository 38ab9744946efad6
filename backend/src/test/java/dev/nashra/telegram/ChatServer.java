package dev.nashra.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Bot API server on this machine with one chat: it takes messages, files by upload and by
 * identifier, edits and deletions, keeps what stands in the chat, and misbehaves as it is told.
 */
public final class ChatServer implements AutoCloseable {
  public static final String TOKEN = "77:AAchatTokenThatIsNoSecret_-x";
  public static final long BOT = 77;

  private static final Pattern PART =
      Pattern.compile(
          "name=\"([a-z_]+)\"(?:; filename=\"([^\"]*)\")?(?:\r\n[^\r\n]+)*\r\n\r\n(.*?)\r\n--",
          Pattern.DOTALL);

  private final MockWebServer server = new MockWebServer();
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** These are guarded by this. */
  private final List<Call> calls = new ArrayList<>();

  private final Map<Integer, Message> chat = new TreeMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, Deque<Behaviour>> next = new LinkedHashMap<>();
  private int messages = 100;

  /** What the server does with one call in place of the usual. */
  public enum Behaviour {
    TOO_MANY_REQUESTS,
    BLOCKED_BY_USER,
    REFUSES_THE_ITEM,
    NO_RIGHTS,
    MOVED,
    CUTS_AFTER_DOING_IT,
    STALLS
  }

  /**
   * A call that came in.
   *
   * @param fields of JSON or form; a file is there with its first 16 bytes
   * @param fileName of an upload; empty when there was none
   */
  public record Call(
      String method, Map<String, String> fields, String fileName, int fileBytes, long nanos) {
    public String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /**
   * A message that stands in the chat.
   *
   * @param kind {@code text}, or as what its file is shown
   * @param text or caption
   */
  public record Message(String kind, String text, String fileId) {}

  public ChatServer() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(read(request));
          }
        });
    server.start();
  }

  public URI address() {
    return server.url("/").uri();
  }

  public MediaSender sender(Duration longestCall) {
    return new MediaSender(
        new TelegramBotApi(
            new OkHttpClient(),
            address(),
            new BotToken(TOKEN),
            longestCall,
            InstantSource.system()));
  }

  public synchronized void will(String method, Behaviour... behaviours) {
    next.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(List.of(behaviours));
  }

  /** Telegram does not know this file any more. */
  public synchronized void forgetFiles() {
    files.clear();
  }

  /** A person removes a message. */
  public synchronized void remove(int message) {
    chat.remove(message);
  }

  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  public List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** What stands in the chat, the oldest first. */
  public synchronized List<Message> chat() {
    return List.copyOf(chat.values());
  }

  public synchronized List<Integer> numbers() {
    return List.copyOf(chat.keySet());
  }

  /** Texts that were ever said or edited, in order. */
  public List<String> said() {
    return calls().stream()
        .filter(call -> call.method().matches("sendMessage|editMessageText"))
        .map(call -> call.field("text"))
        .toList();
  }

  private Call read(RecordedRequest request) {
    var path = request.getUrl().encodedPath();
    var method = path.substring(path.lastIndexOf('/') + 1);
    var body = request.getBody();
    var bytes = body == null ? new byte[0] : body.toByteArray();
    var type = String.valueOf(request.getHeaders().get("Content-Type"));
    var fields = new LinkedHashMap<String, String>();
    if (type.startsWith("application/json")) {
      mapper
          .readTree(bytes)
          .properties()
          .forEach(
              field ->
                  fields.put(
                      field.getKey(),
                      field.getValue().isString()
                          ? field.getValue().stringValue()
                          : field.getValue().toString()));
      return new Call(method, fields, "", 0, System.nanoTime());
    }
    return readForm(method, bytes, fields);
  }

  private static Call readForm(String method, byte[] bytes, Map<String, String> fields) {
    var name = "";
    var size = 0;
    var parts = PART.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (parts.find()) {
      var content = parts.group(3);
      if (parts.group(2) == null) {
        fields.put(parts.group(1), utf8(content));
      } else {
        name = utf8(parts.group(2));
        size = content.length();
        fields.put(parts.group(1), content.substring(0, Math.min(16, size)));
      }
    }
    return new Call(method, fields, name, size, System.nanoTime());
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private synchronized MockResponse answer(Call call) {
    calls.add(call);
    var behaviours = next.getOrDefault(call.method(), new ArrayDeque<>());
    if (behaviours.isEmpty()) {
      return usual(call);
    }
    return switch (behaviours.remove()) {
      case TOO_MANY_REQUESTS ->
          refusal(429, "Too Many Requests: retry after 1", ",\"parameters\":{\"retry_after\":1}");
      case BLOCKED_BY_USER -> refusal(403, "Forbidden: bot was blocked by the user", "");
      case REFUSES_THE_ITEM -> refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS", "");
      case NO_RIGHTS ->
          refusal(400, "Bad Request: not enough rights to send videos to the chat", "");
      case MOVED ->
          refusal(
              400,
              "Bad Request: group chat was upgraded to a supergroup chat",
              ",\"parameters\":{\"migrate_to_chat_id\":-1005}");
      case CUTS_AFTER_DOING_IT -> {
        usual(call);
        yield new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
      }
      case STALLS ->
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    };
  }

  private MockResponse usual(Call call) {
    return switch (call.method()) {
      case "sendMessage" -> posted(new Message("text", call.field("text"), ""), "");
      case "editMessageText" -> edit(Integer.parseInt(call.field("message_id")), call);
      case "deleteMessage" ->
          chat.remove(Integer.parseInt(call.field("message_id"))) == null
              ? refusal(400, "Bad Request: message to delete not found", "")
              : ok("true");
      default ->
          media(call, call.method().substring("send".length()).toLowerCase(java.util.Locale.ROOT));
    };
  }

  private MockResponse edit(int number, Call call) {
    var old = chat.get(number);
    if (old == null) {
      return refusal(400, "Bad Request: message to edit not found", "");
    }
    if (old.text().equals(call.field("text"))) {
      return refusal(400, "Bad Request: message is not modified: specified new content", "");
    }
    chat.put(number, new Message("text", call.field("text"), ""));
    return ok("{\"message_id\":%d,\"chat\":{\"id\":1}}".formatted(number));
  }

  private MockResponse media(Call call, String kind) {
    var id = call.field(kind);
    if (call.fileBytes() == 0 && !files.containsKey(id)) {
      return refusal(400, "Bad Request: wrong file identifier/HTTP URL specified", "");
    }
    if (call.fileBytes() > 0) {
      id = "file-%d".formatted(files.size() + 1);
      files.put(id, kind);
    }
    var size = "{\"file_id\":\"%s\",\"width\":90}".formatted(id);
    var shown =
        kind.equals("photo")
            ? "[{\"file_id\":\"thumbnail\",\"width\":9},%s]".formatted(size)
            : size;
    return posted(
        new Message(kind, call.field("caption"), id), ",\"%s\":%s".formatted(kind, shown));
  }

  private MockResponse posted(Message message, String more) {
    chat.put(++messages, message);
    return ok("{\"message_id\":%d,\"chat\":{\"id\":1}%s}".formatted(messages, more));
  }

  private static MockResponse ok(String result) {
    return new MockResponse.Builder().body("{\"ok\":true,\"result\":%s}".formatted(result)).build();
  }

  private static MockResponse refusal(int code, String description, String more) {
    return new MockResponse.Builder()
        .code(code)
        .body(
            "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
                .formatted(code, description, more))
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
