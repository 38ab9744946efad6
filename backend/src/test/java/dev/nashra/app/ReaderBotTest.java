package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.Settings;
import dev.nashra.store.NewsRows;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.LocalTelegram;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Daemons as processes of their own, and readers who write to their bot. */
@Timeout(240)
final class ReaderBotTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int MESSAGES = 12;

  @TempDir private Path folder;

  @BeforeEach
  void empty() {
    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute(
                    "truncate tasks, finished_tasks, bot_updates, bot_pollers, bot_sends"));
    var news = new NewsRows(DATABASE.get());
    news.clear();
    news.story("ar", 5, "افتتاح جسر المرفأ", "افتُتح الجسر.", "كلّف مليونًا.");
  }

  private Map<String, String> settings(LocalTelegram server, String name) throws IOException {
    var url = DATABASE.url();
    var own = Files.createDirectories(folder.resolve(name));
    return new HashMap<>(
        Map.of(
            "DATA_DIR",
            own.toString(),
            "DATABASE_URL",
            "%s?user=%s&password=%s".formatted(url.jdbc(), url.user(), url.password()),
            "TELEGRAM_BOT_TOKEN",
            LocalTelegram.TOKEN,
            "TELEGRAM_API_URL",
            server.address().toString(),
            "WORKER_ROLES",
            "queue,bot"));
  }

  private DaemonProcess start(String name, Map<String, String> settings) throws IOException {
    return DaemonProcess.start(folder.resolve(name), settings);
  }

  private static long count(String rows) {
    return DATABASE
        .get()
        .inTransaction(
            handle -> handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one());
  }

  private static void await(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(condition::getAsBoolean);
  }

  @Test
  void anotherProcessTakesOverFromOneThatIsKilled() throws Exception {
    try (var server = new LocalTelegram();
        var first = start("first", settings(server, "first"))) {
      await("the first asks", server::isPolled);
      try (var second = start("second", settings(server, "second"))) {
        await("both work", () -> count("queue_workers where lease_until > now()") == 2);
        for (var reader = 1; reader <= MESSAGES; reader++) {
          server.write(reader, "ar", "/latest");
        }
        await("some are stored", () -> count("bot_updates") > 0);
        first.kill();
        for (var reader = 1; reader <= MESSAGES; reader++) {
          server.write(100 + reader, "ar", "/latest");
        }

        await("all are handled", () -> handled() == 2 * MESSAGES);
        await("all are answered", () -> count("tasks") == 0);
        assertEquals(2 * MESSAGES, count("bot_updates"));
        assertEquals(2 * MESSAGES, count("finished_tasks where kind = 'send_message'"));
        for (var reader = 1; reader <= MESSAGES; reader++) {
          assertTrue(server.textsOf(reader).getFirst().contains("افتتاح جسر المرفأ"));
          assertEquals(1, server.textsOf(100 + reader).size());
        }
        second.stop();
        assertEquals(0, count("bot_pollers"));
        assertSecretIsKept(first, second);
      }
    }
  }

  private static long handled() {
    return count("finished_tasks where kind = 'handle_update' and state = 'DONE'");
  }

  private static void assertSecretIsKept(DaemonProcess... daemons) {
    for (var daemon : daemons) {
      assertFalse(daemon.log().contains(LocalTelegram.TOKEN.substring(7)), daemon::log);
    }
  }

  @Test
  void aWebhookIsAnsweredAndSoIsTheReader() throws Exception {
    try (var server = new LocalTelegram()) {
      var settings = settings(server, "hooked");
      var port = freePort();
      settings.put("BOT_MODE", "webhook");
      settings.put("PORT", Integer.toString(port));
      settings.put("PUBLIC_URL", "http://127.0.0.1:%d".formatted(port));
      var bot = ReaderBot.of(Settings.load(settings, folder.resolve(".env"))).orElseThrow();
      var url = bot.webhookUrl().orElseThrow().toString();
      try (var daemon = start("hooked", settings)) {
        await(
            "the webhook is there",
            () -> post(url, "wrong", server.update(1, 5, "en", "/help")) == 401);
        assertEquals(200, post(url, bot.webhookSecret(), server.update(1, 5, "en", "/help")));
        assertEquals(200, post(url, bot.webhookSecret(), server.update(1, 5, "en", "/help")));
        await("the answer", () -> server.textsOf(5).size() == 1 && count("tasks") == 0);

        assertEquals(1, server.textsOf(5).size());
        assertFalse(server.isPolled());
        daemon.stop();
        assertSecretIsKept(daemon);
        assertFalse(daemon.log().contains(bot.webhookSecret()));
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static int post(String url, String secret, String body) {
    var client = new OkHttpClient();
    var request =
        new Request.Builder()
            .url(url)
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .post(RequestBody.create(body, MediaType.get("application/json")))
            .build();
    try (var answer = client.newCall(request).execute()) {
      return answer.code();
    } catch (IOException e) {
      return 0; // not yet
    } finally {
      client.connectionPool().evictAll();
    }
  }
}
