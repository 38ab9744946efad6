package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.NewTask;
import dev.nashra.queue.QueueDesk;
import dev.nashra.queue.QueueDesk.TaskRecord;
import dev.nashra.queue.RateLimits;
import dev.nashra.queue.TaskState;
import dev.nashra.store.ChatTable;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.SendTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.ChatFault;
import dev.nashra.telegram.FormattedText;
import dev.nashra.telegram.LocalTelegram;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a message when the server or the network does not do what it should. */
@Timeout(60)
final class SendingTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final long READER = 77;
  private static final long OTHER = 78;
  private static final long CHANNEL = -100_200;
  private static final FormattedText TEXT = FormattedText.plain("Hello there").bold(0, 5);

  private QueueInTest queue;
  private LocalTelegram server;
  private Chats chats;
  private Sends sends;

  @BeforeEach
  void open() throws IOException {
    queue = new QueueInTest(DATABASE.get());
    DATABASE.get().useTransaction(handle -> handle.execute("truncate bot_chats, bot_sends"));
    server = new LocalTelegram();
    chats = new ChatTable(DATABASE.get());
    sends = new SendTable(DATABASE.get());
  }

  private void work() {
    var api = server.client(Duration.ofSeconds(5));
    queue.work(
        QueueInTest.rules(ChatOwner.QUEUE, 4),
        RateLimits.NONE,
        new SendMessageHandler(LocalTelegram.BOT, api, chats, sends, queue.tasks),
        new EditMessageHandler(LocalTelegram.BOT, api, chats, sends));
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
    server.close();
  }

  private long send(NewTask task) {
    return queue.tasks.add(task).id();
  }

  private static NewTask answer(long chat) {
    var asker = new Asker(LocalTelegram.BOT, chat, chat, 5, BotLanguage.ENGLISH);
    return SendMessage.answer(asker, TEXT).task();
  }

  private static NewTask post(long chat) {
    return new SendMessage(
            LocalTelegram.BOT, chat, TEXT.text(), TEXT.entities(), null, null, false, false)
        .task();
  }

  private TaskRecord ended(long task, TaskState state) throws InterruptedException {
    return queue.await(task, state);
  }

  @Test
  void aMessageArrivesAsItShouldLook() throws Exception {
    work();
    ended(send(answer(READER)), TaskState.DONE);

    var message = server.messages().getFirst();
    assertEquals("Hello there", message.text());
    assertEquals(List.of("bold"), message.entities());
    assertEquals(0, message.replyTo());
  }

  @Test
  void inAGroupItAnswersTheMessage() throws Exception {
    work();
    ended(send(answer(CHANNEL)), TaskState.DONE);

    assertEquals(5, server.messages().getFirst().replyTo());
  }

  @Test
  void whatCannotBeParsedGoesAsPlainTextOnce() throws Exception {
    server.will(ChatFault.CANNOT_PARSE);
    work();
    assertEquals(1, ended(send(answer(READER)), TaskState.DONE).attempts());
    assertEquals(List.of(), server.messages().getFirst().entities());

    server.will(ChatFault.CANNOT_PARSE, ChatFault.CANNOT_PARSE);
    ended(send(answer(READER)), TaskState.DEAD);
    assertEquals(1, server.messages().size());
  }

  @Test
  void aChatThatIsGoneGetsNothingUntilItWritesAgain() throws Exception {
    server.will(ChatFault.IS_BLOCKED);
    work();
    var first = ended(send(answer(READER)), TaskState.DONE);
    assertTrue(String.valueOf(first.note()).contains("blocked by the user"), first.note());
    ended(send(answer(READER)), TaskState.DONE);
    ended(send(answer(OTHER)), TaskState.DONE);
    assertEquals(List.of(OTHER), server.messages().stream().map(m -> m.chat()).toList());

    chats.isBack(LocalTelegram.BOT, READER);
    ended(send(answer(READER)), TaskState.DONE);

    assertEquals(1, server.textsOf(READER).size());
  }

  @Test
  void aGroupIsFollowedToItsSupergroup() throws Exception {
    server.move(-5, -100_005);
    chats.choose(LocalTelegram.BOT, -5, BotLanguage.ARABIC);
    work();
    ended(send(answer(-5)), TaskState.DONE);
    ended(send(answer(-5)), TaskState.DONE);

    await("both are there", () -> server.textsOf(-100_005).size() == 2);
    assertEquals(List.of(), server.textsOf(-5));
    assertEquals(-100_005L, chats.standing(LocalTelegram.BOT, -5).movedTo());
    assertEquals(
        BotLanguage.ARABIC, chats.standing(LocalTelegram.BOT, -100_005).language().orElseThrow());
  }

  @Test
  void aFloodedChatIsLeftAloneAsLongAsTheServerSays() throws Exception {
    server.will(ChatFault.IS_FLOODED);
    work();
    var flooded = send(answer(READER));
    await("the server refuses", () -> holds().equals(List.of("bot:123456/chat:77")));
    var other = ended(send(answer(OTHER)), TaskState.DONE);
    var late = ended(flooded, TaskState.DONE);

    assertEquals(2, late.attempts());
    var wait = Duration.between(other.started(), late.started());
    assertTrue(wait.compareTo(Duration.ofSeconds(1)) > 0, () -> "only " + wait);
  }

  @Test
  void threeFloodedChatsAreAFloodedBot() throws Exception {
    server.will(ChatFault.IS_FLOODED, ChatFault.IS_FLOODED, ChatFault.IS_FLOODED);
    work();
    var tasks = List.of(send(answer(1)), send(answer(2)), send(answer(3)));
    await("the bot is held", () -> holds().contains("bot:123456"));
    var other = send(answer(OTHER));
    assertFalse(queue.state(other).isEnd());

    for (var task : tasks) {
      ended(task, TaskState.DONE);
    }
    ended(other, TaskState.DONE);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CUTS_AFTER_SENDING",
        "CUTS_BEFORE_SENDING",
        "ANSWERS_500_AFTER_SENDING",
        "TALKS_RUBBISH_AFTER_SENDING"
      })
  void anAnswerOfUnknownFateIsSentOnceMoreAndNoMore(ChatFault fault) throws Exception {
    server.will(fault);
    work();
    assertEquals(2, ended(send(answer(READER)), TaskState.DONE).attempts());

    server.will(fault, fault);
    var dead = ended(send(answer(OTHER)), TaskState.DEAD);

    assertTrue(String.valueOf(dead.note()).contains("nobody knows"), dead.note());
    assertTrue(server.textsOf(OTHER).size() <= 2, () -> server.messages().toString());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "CUTS_AFTER_SENDING",
        "CUTS_BEFORE_SENDING",
        "ANSWERS_500_AFTER_SENDING",
        "TALKS_RUBBISH_AFTER_SENDING"
      })
  void aPostOfUnknownFateIsNeverRepeated(ChatFault fault) throws Exception {
    server.will(fault);
    work();
    ended(send(post(CHANNEL)), TaskState.DEAD);

    assertTrue(server.messages().size() <= 1);
  }

  @Test
  void aPostWhoseWorkerDiedIsNotRepeatedUnlessAPersonSaysSo() throws Exception {
    var task = send(post(CHANNEL));
    sends.begin(task, 1); // and here it died
    work();
    ended(task, TaskState.DEAD);
    assertEquals(List.of(), server.messages());

    assertEquals(List.of(task), queue.desk.retry(QueueDesk.DeadFilter.task(task)));
    ended(task, TaskState.DONE);

    assertEquals(1, server.messages().size());
  }

  @Test
  void whatWasCertainlyNotSentIsSentAgain() throws Exception {
    server.close(); // connections are refused
    work();
    var task = send(post(CHANNEL));
    var dead = ended(task, TaskState.DEAD);

    assertEquals(3, dead.attempts());
    assertTrue(String.valueOf(dead.note()).contains("ConnectException"), dead.note());
    assertFalse(String.valueOf(dead.note()).contains(LocalTelegram.TOKEN.substring(7)));
  }

  @Test
  void anEditIsRepeatedUntilItIsDone() throws Exception {
    server.will(ChatFault.CUTS_AFTER_SENDING, ChatFault.ANSWERS_500_AFTER_SENDING);
    work();
    var edit = new EditMessage(LocalTelegram.BOT, READER, 9, "50 %", null);
    assertEquals(3, ended(send(edit.task()), TaskState.DONE).attempts());

    assertTrue(server.messages().getLast().isEdit());
  }

  @Test
  void theTaskOfAnotherBotIsADeadLetter() throws Exception {
    work();
    var message = new SendMessage(9, READER, "x", null, null, null, true, false);
    var dead = ended(send(message.task()), TaskState.DEAD);

    assertTrue(String.valueOf(dead.note()).contains("the bot 9's"), dead.note());
  }

  @Test
  void aMessageQueuedByHandNeedsNoMoreThanChatAndText() throws Exception {
    work();
    var task = NewTask.ofJson("send_message", "{\"bot\":123456,\"chat\":77,\"text\":\"hi\"}");
    ended(send(task.on(ChatOwner.QUEUE)), TaskState.DONE);

    assertEquals(List.of("hi"), server.textsOf(READER));
  }

  private List<String> holds() {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select key from holds where until > now() order by key")
                    .mapTo(String.class)
                    .list());
  }

  private static void await(String what, BooleanSupplier condition) {
    Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
  }
}
