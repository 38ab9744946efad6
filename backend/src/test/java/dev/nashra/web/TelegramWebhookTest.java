package dev.nashra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.bot.GroupedInbox;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.CuttingProxy;
import dev.nashra.store.Database;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.TaskBell;
import dev.nashra.store.TaskTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.UpdateTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Telegram is answered, and what is stored then. */
@Timeout(60)
final class TelegramWebhookTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String SECRET = "the_secret-1";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final Pattern PORT = Pattern.compile(":(\\d+)/");

  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(20)).build();
  @TempDir private Path data;
  private QueueInTest queue;
  private CuttingProxy proxy;
  private Database visitor;
  private Database requests;
  private TaskBell bell;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    queue = new QueueInTest(DATABASE.get());
    DATABASE.get().useTransaction(handle -> handle.execute("truncate bot_updates"));
    proxy = new CuttingProxy(port(DATABASE.url()));
    visitor = Database.open(through(proxy), 3);
    requests = visitor.forRequests(4);
    bell = new TaskBell(DATABASE.get());
    var inbox = new GroupedInbox(new UpdateTable(requests, new TaskTable(requests, bell)));
    var probes = new Probes(() -> new HealthReport(List.of()), () -> "", Optional.empty(), true);
    server =
        WebServer.start(
            "127.0.0.1",
            0,
            new Pages(data, data, data, null),
            probes,
            new TelegramWebhook(7, SECRET, inbox));
  }

  private static int port(DatabaseUrl url) {
    var port = PORT.matcher(url.jdbc());
    assertTrue(port.find());
    return Integer.parseInt(port.group(1));
  }

  private static DatabaseUrl through(CuttingProxy proxy) {
    var url = DATABASE.url();
    return new DatabaseUrl(
        url.jdbc().replaceFirst(":\\d+/", ":%d/".formatted(proxy.port())),
        url.user(),
        url.password());
  }

  @AfterEach
  void stop() throws Exception {
    client.connectionPool().evictAll();
    server.close();
    bell.close();
    requests.close();
    visitor.close();
    proxy.close();
    queue.close();
  }

  private static String update(long id) {
    return """
    {"update_id":%d,"message":{"message_id":1,"chat":{"id":9,"type":"private"},"text":"hi"}}"""
        .formatted(id);
  }

  private int post(String bot, @Nullable String secret, RequestBody body) throws IOException {
    var request =
        new Request.Builder()
            .url("http://127.0.0.1:%d/telegram/webhook/%s".formatted(server.port(), bot))
            .post(body);
    if (secret != null) {
      request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    try (var answer = client.newCall(request.build()).execute()) {
      return answer.code();
    }
  }

  private int post(String body) throws IOException {
    return post("7", SECRET, RequestBody.create(body, JSON));
  }

  private long count(String table) {
    return DATABASE
        .get()
        .inTransaction(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  @Test
  void anUpdateIsStoredWithItsTaskBeforeItIsAcknowledged() throws IOException {
    assertEquals(200, post(update(1)));

    assertEquals(1, count("bot_updates"));
    assertEquals(
        1,
        count(
            "tasks where kind = 'handle_update' and queue = 'updates' and owner ="
                + " 'updates:7/from:9' and payload::jsonb #>> '{update,message,text}' = 'hi'"));
  }

  @Test
  void aRepeatedUpdateIsAcknowledgedAndDoesNothing() throws IOException {
    assertEquals(200, post(update(1)));
    assertEquals(200, post(update(1)));

    assertEquals(1, count("bot_updates"));
    assertEquals(1, count("tasks"));
  }

  @Test
  void theSameUpdateManyTimesAtOnceIsOne() throws Exception {
    for (var id = 1; id <= 10; id++) {
      var body = update(id);
      var line = new CyclicBarrier(8);
      assertEquals(
          List.of(200, 200, 200, 200, 200, 200, 200, 200),
          atOnce(
              8,
              () -> {
                line.await(20, TimeUnit.SECONDS);
                return post(body);
              }));
    }

    assertEquals(10, count("bot_updates"));
    assertEquals(10, count("tasks"));
  }

  private static List<Integer> atOnce(int times, Callable<Integer> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Integer>();
      for (var future : threads.invokeAll(Collections.nCopies(times, call))) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  @Test
  void whoDoesNotKnowTheSecretIsRefused() throws IOException {
    var body = RequestBody.create(update(1), JSON);

    assertEquals(401, post("7", null, body));
    assertEquals(401, post("7", "", body));
    assertEquals(401, post("7", SECRET + "x", body));
    assertEquals(401, post("7", SECRET.substring(1), body));
    assertEquals(0, count("bot_updates"));
  }

  @Test
  void anotherBotIsNotHere() throws IOException {
    var body = RequestBody.create(update(1), JSON);

    assertEquals(404, post("8", SECRET, body));
    assertEquals(404, post("07", SECRET, body));
    assertEquals(404, post("x", SECRET, body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"text\"",
        "{}",
        "{\"update_id\":null}",
        "{\"update_id\":\"1\"}",
        "{\"update_id\":1.5}",
        "{\"update_id\":123456789012345678901234567890}",
        "{\"update_id\":1",
        "update_id=1",
        "\u0000"
      })
  void garbageIsRefused(String body) throws IOException {
    assertEquals(400, post(body));
    assertEquals(0, count("bot_updates"));
  }

  @Test
  void whatNestsTooDeepIsRefused() throws IOException {
    var deep = "[".repeat(50_000) + "]".repeat(50_000);

    assertEquals(400, post("{\"update_id\":1,\"x\":%s}".formatted(deep)));
  }

  @Test
  void whatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws IOException {
    var large = "{\"update_id\":1,\"x\":\"%s\"}".formatted("x".repeat(200_000));

    assertEquals(413, post(large));
    assertEquals(413, post("7", SECRET, chunked(large)));
    assertEquals(0, count("bot_updates"));
    assertEquals(200, post("{\"update_id\":1,\"x\":\"%s\"}".formatted("x".repeat(190_000))));
  }

  private static RequestBody chunked(String text) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return JSON;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.writeUtf8(text);
      }
    };
  }

  @Test
  void anUpdateWithTextThatPostgresHasNotIsStoredAllTheSame() throws IOException {
    assertEquals(200, post("{\"update_id\":1,\"message\":{\"text\":\"a\\u0000b\"}}"));
    assertEquals(200, post("{\"update_id\":2,\"message\":{\"text\":\"a\\ud800b\"}}"));

    assertEquals(2, count("tasks where owner is null"));
  }

  @Test
  void withoutADatabaseTelegramKeepsTheUpdateAndIsToldSoSoon() throws Exception {
    assertEquals(200, post(update(1)));

    proxy.target(1); // nobody listens there
    proxy.cut();
    var begun = System.nanoTime();
    var answers = atOnce(8, () -> post(update(2)));
    var took = Duration.ofNanos(System.nanoTime() - begun);

    assertEquals(List.of(503, 503, 503, 503, 503, 503, 503, 503), answers);
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, () -> "took " + took);
    assertEquals(1, count("bot_updates"));

    proxy.target(port(DATABASE.url()));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> post(update(2)) == 200);
    assertEquals(2, count("bot_updates"));
    assertEquals(2, count("tasks"));
  }
}
