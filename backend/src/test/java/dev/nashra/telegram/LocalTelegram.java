package dev.nashra.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nashra.queue.RateLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Bot API server on this machine with chats in it: people write, the bot asks for what they wrote
 * and sends, and the server refuses what the real one would refuse. It misbehaves as it is told:
 * once for each fault that was queued.
 */
public final class LocalTelegram implements AutoCloseable {
  public static final String TOKEN = BotApiServer.TOKEN;
  public static final long BOT = 123456;
  public static final String NAME = "desk_bot";

  /**
   * A message of the bot.
   *
   * @param replyTo 0: it answers none
   */
  public record Message(
      long chat, long id, String text, List<String> entities, long replyTo, boolean isEdit) {}

  private final HttpServer server;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** These are guarded by this. */
  private final Map<Long, String> updates = new TreeMap<>();

  private final List<Message> messages = new ArrayList<>();
  private final Deque<ChatFault> faults = new ArrayDeque<>();
  private final Map<Long, Long> supergroups = new ConcurrentHashMap<>();
  private SlidingWindows windows = new SlidingWindows(Map.of());
  private String webhook = "";
  private long lastUpdate = 1000;
  private long poll;
  private int refused;
  private int conflicts;

  public LocalTelegram() throws IOException {
    this(0);
  }

  /**
   * @param port 0 for any free one
   */
  public LocalTelegram(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:%d".formatted(server.getAddress().getPort()));
  }

  /** A client of this server that waits at most this long. */
  public TelegramBotApi client(Duration longestCall) {
    return new TelegramBotApi(
        new OkHttpClient(), address(), new BotToken(TOKEN), longestCall, InstantSource.system());
  }

  /** As {@link dev.nashra.app} has them: "bot", "chat" for people, "channel" for all others. */
  public synchronized void limit(Map<String, List<RateLimit>> byClass) {
    windows = new SlidingWindows(byClass);
  }

  public synchronized void will(ChatFault... next) {
    faults.addAll(List.of(next));
  }

  /** From now on the group is a supergroup with another number. */
  public void move(long group, long supergroup) {
    supergroups.put(group, supergroup);
  }

  /** Somebody writes to the bot; gives the number of the update. */
  public synchronized long write(long chat, String language, String text) {
    var update = ++lastUpdate;
    updates.put(update, update(update, chat, language, text));
    notifyAll();
    return update;
  }

  /** An update as the server sends it. */
  public String update(long id, long chat, String language, String text) {
    return mapper.writeValueAsString(
        Map.of("update_id", id, "message", Written.message(id, chat, language, text)));
  }

  /** What the bot sent, in order. */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** What the bot sent to one chat, in order. */
  public List<String> textsOf(long chat) {
    return messages().stream().filter(m -> m.chat() == chat).map(Message::text).toList();
  }

  /** How many messages were one too many. */
  public synchronized int refused() {
    return refused;
  }

  /** How often two asked for updates at the same time. */
  public synchronized int conflicts() {
    return conflicts;
  }

  /** Updates that nobody has confirmed. */
  public synchronized int pending() {
    return updates.size();
  }

  /** Whether somebody waits for updates now. */
  public synchronized boolean isPolled() {
    return poll > 0;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var path = exchange.getRequestURI().getPath();
      if (!path.startsWith("/bot" + TOKEN + "/")) {
        send(exchange, error(401, "Unauthorized"));
        return;
      }
      var fields = body.length == 0 ? mapper.createObjectNode() : mapper.readTree(body);
      var answer = answer(path.substring(path.lastIndexOf('/') + 1), fields);
      if (answer != null) {
        send(exchange, answer);
      } // else the connection is cut
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Answer answer(String method, JsonNode fields) throws InterruptedException {
    return switch (method) {
      case "getMe" -> ok("{\"id\":%d,\"username\":\"%s\"}".formatted(BOT, NAME));
      case "getUpdates" -> getUpdates(fields);
      case "setWebhook", "deleteWebhook" -> setWebhook(fields.path("url").asString(""));
      case "getWebhookInfo" -> webhookInfo();
      case "sendMessage", "editMessageText" -> take(method.startsWith("edit"), fields);
      default -> ok("true");
    };
  }

  private synchronized Answer setWebhook(String url) {
    webhook = url;
    return ok("true");
  }

  private synchronized Answer webhookInfo() {
    return ok(
        "{\"url\":\"%s\",\"pending_update_count\":%d,\"max_connections\":40}"
            .formatted(webhook, updates.size()));
  }

  private synchronized Answer getUpdates(JsonNode fields) throws InterruptedException {
    if (!webhook.isEmpty()) {
      return error(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
              + " delete the webhook first");
    }
    conflicts += poll > 0 ? 1 : 0;
    var mine = System.nanoTime();
    poll = mine;
    notifyAll();
    updates.keySet().removeIf(id -> id < fields.path("offset").asLong(0));
    var end = System.nanoTime() + Duration.ofSeconds(fields.path("timeout").asLong(0)).toNanos();
    while (updates.isEmpty() && poll == mine && System.nanoTime() < end) {
      wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    }
    if (poll != mine) {
      return error(409, "Conflict: terminated by other getUpdates request");
    }
    poll = 0;
    var some = updates.values().stream().limit(fields.path("limit").asInt(100)).toList();
    return ok("[" + String.join(",", some) + "]");
  }

  private synchronized @Nullable Answer take(boolean isEdit, JsonNode fields) {
    long chat = Long.parseLong(fields.path("chat_id").asString());
    if (windows.isOneTooMany(chat)) {
      refused++;
      return flooded();
    }
    if (supergroups.containsKey(chat)) {
      return new Answer(
          400,
          """
          {"ok":false,"error_code":400,
           "description":"Bad Request: group chat was upgraded to a supergroup chat",
           "parameters":{"migrate_to_chat_id":%d}}"""
              .formatted(supergroups.get(chat)));
    }
    var fault = faults.poll();
    if (fault == null || fault.sends()) {
      messages.add(message(chat, isEdit, fields));
    }
    return fault == null ? sent(chat) : answer(fault, chat);
  }

  private Message message(long chat, boolean isEdit, JsonNode fields) {
    var entities = new ArrayList<String>();
    fields.path("entities").forEach(entity -> entities.add(entity.path("type").asString("")));
    return new Message(
        chat,
        messages.size() + 1,
        fields.path("text").asString(""),
        entities,
        fields.path("reply_parameters").path("message_id").asLong(0),
        isEdit);
  }

  private Answer sent(long chat) {
    return ok(
        "{\"message_id\":%d,\"date\":1790000000,\"chat\":{\"id\":%d,\"type\":\"private\"}}"
            .formatted(messages.size(), chat));
  }

  private @Nullable Answer answer(ChatFault fault, long chat) {
    return switch (fault) {
      case CUTS_AFTER_SENDING, CUTS_BEFORE_SENDING -> null;
      case ANSWERS_500_AFTER_SENDING -> error(500, "Internal Server Error");
      case TALKS_RUBBISH_AFTER_SENDING -> new Answer(200, "<html>hotel network</html>");
      case CANNOT_PARSE ->
          error(400, "Bad Request: can't parse entities: unexpected end of entity at " + chat);
      case IS_BLOCKED -> error(403, "Forbidden: bot was blocked by the user");
      case IS_FLOODED -> flooded();
    };
  }

  private static Answer flooded() {
    return new Answer(
        429,
        """
        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 2",
         "parameters":{"retry_after":2}}""");
  }

  private static Answer ok(String result) {
    return new Answer(200, "{\"ok\":true,\"result\":%s}".formatted(result));
  }

  private static Answer error(int code, String description) {
    return new Answer(
        code,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
  }

  private record Answer(int code, String body) {}

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.code(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    synchronized (this) {
      poll = -1; // whoever waits for updates is told that another one came
      notifyAll();
    }
    server.stop(0);
  }
}
