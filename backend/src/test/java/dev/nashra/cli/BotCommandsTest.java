package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.LocalTelegram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told about how the bot hears of readers. */
@Timeout(240)
final class BotCommandsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  private NashraProcess nashra(Map<String, String> environment, String... arguments)
      throws Exception {
    var result = NashraProcess.run(folder, environment, arguments);
    assertFalse((result.out() + result.err()).contains(LocalTelegram.TOKEN.substring(7)));
    return result;
  }

  @Test
  void aWebhookIsSetShownAndTakenAway() throws Exception {
    try (var server = new LocalTelegram()) {
      var url = DATABASE.url();
      var settings = new HashMap<String, String>();
      settings.put(
          "DATABASE_URL",
          "%s?user=%s&password=%s".formatted(url.jdbc(), url.user(), url.password()));
      settings.put("TELEGRAM_API_URL", server.address().toString());

      var without = nashra(settings, "bot", "info");
      assertEquals(1, without.code());
      assertTrue(without.err().startsWith("There is no bot:"), without.err());

      settings.put("TELEGRAM_BOT_TOKEN", LocalTelegram.TOKEN);
      var polled = nashra(settings, "bot", "info");
      assertEquals(1, polled.code());
      assertTrue(polled.out().startsWith("Bot        @desk_bot (123456)\nMode       polling\n"));
      assertTrue(polled.err().contains("start \"nashra run\""), polled.err());

      var nowhere = nashra(settings, "bot", "set-webhook");
      assertEquals(1, nowhere.code());
      assertTrue(nowhere.err().contains("PUBLIC_URL"), nowhere.err());

      settings.put("PUBLIC_URL", "https://news.example/desk");
      settings.put("BOT_MODE", "webhook");
      var set = nashra(settings, "bot", "set-webhook");
      assertEquals(0, set.code(), set.err());
      assertEquals("", set.err());
      var info = nashra(settings, "bot", "info", "--json");
      assertEquals(0, info.code(), info.err());
      assertTrue(
          info.out().contains("https://news.example/desk/telegram/webhook/123456"), info.out());

      assertEquals(0, nashra(settings, "bot", "delete-webhook").code());
      assertEquals(1, nashra(settings, "bot", "info").code());
    }
  }
}
