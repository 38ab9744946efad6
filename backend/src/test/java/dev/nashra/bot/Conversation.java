package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.queue.RateLimits;
import dev.nashra.store.ChatTable;
import dev.nashra.store.Database;
import dev.nashra.store.NewsstandQuery;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.SendTable;
import dev.nashra.store.UpdateTable;
import dev.nashra.telegram.LocalTelegram;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Readers who write to the bot, and what they read then; with a real database and real queues. */
final class Conversation {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final QueueInTest queue;
  private final LocalTelegram server = new LocalTelegram();
  private final UpdateTable inbox;
  private long lastUpdate;

  Conversation(Database database, MediaRequests media) throws IOException {
    queue = new QueueInTest(database);
    database.useTransaction(handle -> handle.execute("truncate bot_updates, bot_chats, bot_sends"));
    inbox = new UpdateTable(database, queue.tasks);
    var identity =
        new BotHandlers.Identity(
            LocalTelegram.BOT,
            "نشرة",
            BotLanguage.ARABIC,
            Optional.of(URI.create("https://news.example/")),
            ZoneOffset.UTC);
    var handlers =
        new BotHandlers(
            identity,
            server.client(Duration.ofSeconds(5)),
            new NewsstandQuery(database),
            new ChatTable(database),
            new SendTable(database),
            queue.tasks,
            media);
    queue.work(
        List.of(QueueInTest.rules(HandleUpdate.QUEUE, 2), QueueInTest.rules(ChatOwner.QUEUE, 2)),
        RateLimits.NONE,
        handlers.all());
  }

  LocalTelegram server() {
    return server;
  }

  /** Writes, and waits for the answer. */
  String ask(long chat, String language, String text) {
    var before = server.textsOf(chat).size();
    write(chat, language, text);
    Awaitility.await("an answer to " + text)
        .atMost(Duration.ofSeconds(20))
        .failFast("no task fails", () -> assertEquals(List.of(), errors()))
        .until(() -> server.textsOf(chat).size() > before);
    return server.textsOf(chat).getLast();
  }

  void write(long chat, String language, String text) {
    accept(server.update(++lastUpdate, chat, language, text));
  }

  void accept(String update) {
    var json = JSON.readTree(update);
    inbox.accept(
        LocalTelegram.BOT,
        List.of(new UpdateInbox.Update(json.path("update_id").longValue(), json)));
  }

  /** Waits until everything is handled and sent. */
  void awaitQuiet() {
    Awaitility.await("quiet")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                queue
                    .database()
                    .inTransaction(
                        handle ->
                            handle
                                .createQuery("select not exists (select from tasks)")
                                .mapTo(Boolean.class)
                                .one()));
  }

  private List<String> errors() {
    return queue
        .database()
        .inTransaction(
            handle ->
                handle.createQuery("select error from task_errors").mapTo(String.class).list());
  }

  long count(String rows) {
    return queue
        .database()
        .inTransaction(
            handle -> handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one());
  }

  void close() throws InterruptedException {
    queue.close();
    server.close();
  }
}
