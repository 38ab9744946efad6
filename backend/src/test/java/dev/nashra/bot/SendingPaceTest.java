package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.queue.NewTask;
import dev.nashra.queue.RateLimit;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskState;
import dev.nashra.store.ChatTable;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.SendTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.FormattedText;
import dev.nashra.telegram.LocalTelegram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server never has to say that it is too much, in any window. */
@Timeout(120)
final class SendingPaceTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final long GROUP = -900;

  /** Those of Telegram, five times as fast, so that the test is over soon. */
  private static final Map<String, List<RateLimit>> LIMITS =
      Map.of(
          "bot", List.of(new RateLimit(30, Duration.ofMillis(200))),
          "chat", List.of(new RateLimit(1, Duration.ofMillis(200))),
          "channel",
              List.of(
                  new RateLimit(1, Duration.ofMillis(200)),
                  new RateLimit(20, Duration.ofSeconds(12))));

  @Test
  void twoWorkersAtOnceProvokeNoRefusal() throws Exception {
    var queue = new QueueInTest(DATABASE.get());
    try (var server = new LocalTelegram()) {
      server.limit(LIMITS);
      for (var worker = 0; worker < 2; worker++) {
        queue.work(
            QueueInTest.rules(ChatOwner.QUEUE, 4),
            new RateLimits(LIMITS),
            new SendMessageHandler(
                LocalTelegram.BOT,
                server.client(Duration.ofSeconds(5)),
                new ChatTable(DATABASE.get()),
                new SendTable(DATABASE.get()),
                queue.tasks));
      }
      var tasks = messages(25, 1, 2, 3, GROUP);
      for (var added : queue.tasks.addAll(tasks)) {
        assertEquals(1, queue.await(added.id(), TaskState.DONE).attempts());
      }

      assertEquals(0, server.refused());
      for (var chat : List.of(1L, 2L, 3L, GROUP)) {
        var texts = server.textsOf(chat);
        assertEquals(25, texts.size());
        assertEquals(texts.stream().sorted().toList(), texts);
      }
    } finally {
      queue.close();
    }
  }

  private static List<NewTask> messages(int each, long... chats) {
    var tasks = new ArrayList<NewTask>();
    for (var number = 0; number < each; number++) {
      for (var chat : chats) {
        var asker = new Asker(LocalTelegram.BOT, chat, 1, 0, BotLanguage.ENGLISH);
        var text = FormattedText.plain("message %02d".formatted(number));
        tasks.add(SendMessage.answer(asker, text).task());
      }
    }
    return tasks;
  }
}
