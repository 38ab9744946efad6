package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.Added;
import dev.nashra.queue.NewTask;
import dev.nashra.queue.RateLimit;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskState;
import dev.nashra.telegram.FloodingServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Limits hold in every window, as a server sees it that refuses like Telegram's. */
@Timeout(60)
final class RateLimitTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  /** Those of Telegram, ten times as fast, so that the test is over soon. */
  private static final RateLimit PER_BOT = new RateLimit(30, Duration.ofMillis(100));

  private static final RateLimit PER_CHAT = new RateLimit(1, Duration.ofMillis(100));
  private static final RateLimit PER_CHANNEL = new RateLimit(20, Duration.ofSeconds(6));
  private static final RateLimits LIMITS =
      new RateLimits(
          Map.of(
              "bot", List.of(PER_BOT),
              "chat", List.of(PER_CHAT),
              "channel", List.of(PER_CHAT, PER_CHANNEL)));

  private QueueInTest queue;

  @BeforeEach
  void open() {
    queue = new QueueInTest(DATABASE.get());
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
  }

  @Test
  void noWindowHasMoreThanItsLimit() throws Exception {
    try (var server =
        new FloodingServer(
            Map.of("chat", List.of(PER_CHAT), "channel", List.of(PER_CHAT, PER_CHANNEL)),
            PER_BOT)) {
      // Two workers share the limits, as two machines would.
      queue.work(QueueInTest.rules("default", 4), LIMITS, sender(server));
      queue.work(QueueInTest.rules("default", 4), LIMITS, sender(server));
      var ids = queue.tasks.addAll(messages(40, 6)).stream().map(Added::id).toList();

      for (var id : ids) {
        assertEquals(1, queue.await(id, TaskState.DONE).attempts());
      }

      assertEquals(0, server.refused());
      server
          .chats()
          .forEach((chat, texts) -> assertEquals(texts.stream().sorted().toList(), texts, chat));
    }
  }

  @Test
  void tokensAreUsedUpBeforeAnybodyWaits() throws Exception {
    try (var server = new FloodingServer(Map.of(), PER_BOT)) {
      var limits = new RateLimits(Map.of("bot", List.of(new RateLimit(5, Duration.ofSeconds(2)))));
      queue.work(QueueInTest.rules("default", 4), limits, sender(server));
      var ids = queue.tasks.addAll(messages(1, 6)).stream().map(Added::id).toList();

      queue.await(ids.get(4), TaskState.DONE);

      assertEquals(TaskState.WAITING, queue.state(ids.get(5)));
      var fifth = queue.desk.find(ids.get(4)).orElseThrow();
      var sixth = queue.await(ids.get(5), TaskState.DONE);
      assertTrue(
          Duration.between(fifth.started(), sixth.started()).compareTo(Duration.ofSeconds(1)) > 0);
    }
  }

  private static List<NewTask> messages(int chats, int each) {
    var tasks = new ArrayList<NewTask>();
    for (var text = 0; text < each; text++) {
      for (var chat = 0; chat < chats; chat++) {
        var key = (chat % 4 == 0 ? "channel:" : "chat:") + chat;
        tasks.add(NewTask.of("send", Map.of("chat", key, "text", text)).ownedBy("bot:7/" + key));
      }
    }
    return tasks;
  }

  private static TaskHandler<Message> sender(FloodingServer server) {
    return new TaskHandler<>() {
      @Override
      public String kind() {
        return "send";
      }

      @Override
      public Class<Message> payloadType() {
        return Message.class;
      }

      @Override
      public TaskOutcome handle(Message message, TaskContext context) throws Exception {
        return server.send(message.chat(), message.text()) == 200
            ? TaskOutcome.done()
            : TaskOutcome.retryAfter(Duration.ofSeconds(1), "429");
      }
    };
  }

  record Message(String chat, int text) {}
}
