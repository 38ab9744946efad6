package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.bot.Asker;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.MediaRequests.Answer;
import dev.nashra.bot.download.Download.State;
import dev.nashra.bot.download.Downloads.Quota;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.queue.TaskState;
import dev.nashra.store.DownloadTable;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.MediaChatServer;
import dev.nashra.telegram.MediaChatServer.Behaviour;
import dev.nashra.telegram.MediaChatServer.Message;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From the link to the file in the chat: real queues, a real site, a real Bot API on this machine.
 */
@Timeout(120)
final class DownloadFlowTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final Limits LIMITS = new Limits(50_000_000, Duration.ofMinutes(10));
  private static final Asker READER =
      new Asker(MediaChatServer.BOT, 1001, 1, 11, BotLanguage.ENGLISH);

  @TempDir private Path data;
  @TempDir private Path bin;
  private final MockWebServer site = new MockWebServer();
  private final Map<String, Queue<MockResponse>> pages = new ConcurrentHashMap<>();
  private MediaChatServer chat;
  private QueueInTest queue;
  private DownloadTable store;
  private DownloadFolders folders;
  private Downloads downloads;
  private FakeYtDlp ytDlp;

  @BeforeEach
  void open() throws IOException {
    chat = new MediaChatServer();
    ytDlp = new FakeYtDlp(bin);
    site.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var answers = pages.get(request.getUrl().encodedPath());
            var answer = answers == null ? null : answers.poll();
            return answer == null ? new MockResponse.Builder().code(404).build() : answer;
          }
        });
    site.start();
    queue = new QueueInTest(DATABASE.get());
    DATABASE.get().useTransaction(handle -> handle.execute("truncate downloads, known_media"));
    store = new DownloadTable(DATABASE.get());
    folders = new DownloadFolders(data, store);
    downloads =
        new Downloads(store, queue.tasks, new Quota(100, ZoneOffset.UTC), InstantSource.system());
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
    chat.close();
    site.close();
  }

  @Test
  void aLinkIsAnsweredAndThenTheMediaComes() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());

    assertEquals(Answer.QUEUED, downloads.request(READER, link("/clip.mp4")));
    await(READER, State.DONE);

    awaitTrue(() -> chat.chat().equals(List.of(new Message("video", "", "file-1"))));
    assertEquals("Downloading…", chat.said().getFirst());
    var sent = chat.calls("sendVideo").getFirst();
    assertEquals("true", sent.field("supports_streaming"));
    assertEquals("640", sent.field("width"));
    assertTrue(sent.field("reply_parameters").contains("\"message_id\":11"));
    assertNothingIsLeft();
  }

  @Test
  void theNextAskerGetsItWithoutADownload() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());
    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.DONE);
    var second = new Asker(MediaChatServer.BOT, 1002, 2, 12, BotLanguage.ARABIC);

    assertEquals(Answer.KNOWN, downloads.request(second, link("/clip.mp4?utm_source=x")));
    await(second, State.DONE);

    assertEquals(1, site.getRequestCount());
    var sent = chat.calls("sendVideo").getLast();
    assertEquals("file-1", sent.field("video"));
    assertEquals("1002", sent.field("chat_id"));
    assertEquals(1, chat.calls("sendMessage").size(), "nobody waits for it");
  }

  @Test
  void aFileThatTelegramHasForgottenIsDownloadedAnew() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip(), clip());
    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.DONE);
    chat.forgetFiles();
    var second = new Asker(MediaChatServer.BOT, 1002, 2, 12, BotLanguage.ENGLISH);

    downloads.request(second, link("/clip.mp4"));
    await(second, State.DONE);

    assertEquals(2, site.getRequestCount());
    assertTrue(chat.calls("sendVideo").getLast().fileBytes() > 0);
    assertNothingIsLeft();
  }

  @Test
  void aPhotoThatTelegramDoesNotTakeGoesAsADocument() throws Exception {
    work(Optional.empty());
    chat.will("sendPhoto", Behaviour.REFUSES_THE_ITEM);
    answers("/a.png", file("image/png", Samples.png(40, 30)));

    downloads.request(READER, link("/a.png"));
    await(READER, State.DONE);

    awaitTrue(() -> chat.chat().equals(List.of(new Message("document", "", "file-1"))));
  }

  @Test
  void anUnknownOutcomeIsSentOnceMoreAndNoOftener() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());
    chat.will("sendVideo", Behaviour.CUTS_AFTER_DOING_IT, Behaviour.CUTS_AFTER_DOING_IT);

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.FAILED);

    assertEquals(Failure.NOT_SURE, find(READER).failure());
    assertEquals(2, chat.calls("sendVideo").size());
    awaitSaid("The file may not have arrived. If you don’t see it, send the link again.");
    assertNothingIsLeft();
  }

  @Test
  void whoHasBlockedTheBotHearsNoMore() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());
    chat.will("sendVideo", Behaviour.BLOCKED_BY_USER);

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.FAILED);

    assertEquals(Failure.CHAT_GONE, find(READER).failure());
    assertEquals(TaskState.DONE, queue.await(find(READER).task(), TaskState.DONE).state());
    assertNothingIsLeft();
  }

  @Test
  void whoCannotBeAnsweredGetsNoDownload() throws Exception {
    chat.will("sendMessage", Behaviour.BLOCKED_BY_USER);
    work(Optional.of(ytDlp.program()));

    downloads.request(READER, link("/hang"));
    await(READER, State.FAILED);

    assertEquals(Failure.CHAT_GONE, find(READER).failure());
    assertNothingIsLeft();
  }

  @Test
  void telegramIsLeftAloneForAsLongAsItSays() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());
    chat.will("sendVideo", Behaviour.TOO_MANY_REQUESTS);

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.DONE);

    var sent = chat.calls("sendVideo");
    assertEquals(2, sent.size());
    var between = Duration.ofNanos(sent.getLast().nanos() - sent.getFirst().nanos());
    assertTrue(between.compareTo(Duration.ofMillis(990)) > 0, between::toString);
  }

  @Test
  void aGroupThatHasMovedIsFollowed() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());
    chat.will("sendVideo", Behaviour.MOVED);
    var member = new Asker(MediaChatServer.BOT, -1001, 1, 11, BotLanguage.ENGLISH);

    downloads.request(member, link("/clip.mp4"));
    awaitTrue(() -> chat.calls("sendVideo").size() == 2);

    assertEquals("-1005", chat.calls("sendVideo").getLast().field("chat_id"));
  }

  @Test
  void aGroupThatHasMovedHearsHowItGoes() throws Exception {
    chat.will("sendMessage", Behaviour.MOVED);
    work(Optional.of(ytDlp.program()));
    var member = new Asker(MediaChatServer.BOT, -1001, 1, 11, BotLanguage.ENGLISH);

    downloads.request(member, link("/hang"));
    awaitTrue(() -> chat.calls("sendMessage").size() == 2);

    assertEquals("-1005", chat.calls("sendMessage").getLast().field("chat_id"));
    awaitTrue(ytDlp::isHanging);
    assertTrue(downloads.cancel(member));
    assertTrue(ytDlp.dies(), "its task is still known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          private|en|This is not open to everyone: the site asks for an account.
          private|ar|هذا المحتوى غير متاح للجميع، فالموقع يطلب تسجيل الدخول.
          too-large|en|This file is too large: I can send up to 50 MB.
          too-large|ar|هذا الملف أكبر مما يمكنني إرساله؛ الحد الأقصى 50 م.ب.
          too-long|en|This is too long: I can get up to 10 min.
          too-long|ar|هذا المقطع أطول مما يمكنني تنزيله؛ الحد الأقصى 10 د.
          live|en|This is a live broadcast. Send the link again once it is over.
          gone|en|There is nothing behind this link any more, or it is not open to everyone.
          broken|en|I can’t read this site at the moment. We have been told.
          busy|en|The site didn’t answer. Please try again later.
          outside|en|I can’t read this site at the moment. We have been told.
          unsupported|en|There is nothing behind this link any more, or it is not open to everyone.
          """)
  void aFailureHasItsSentence(String path, String language, String sentence) throws Exception {
    work(Optional.of(ytDlp.program()));
    var reader =
        new Asker(MediaChatServer.BOT, 1001, 1, 11, BotLanguage.of(language).orElseThrow());

    downloads.request(reader, link("/" + path));
    await(reader, State.FAILED);

    awaitSaid(sentence);
    var failed = find(reader);
    var task = queue.await(failed.task(), TaskState.DEAD);
    assertTrue(String.valueOf(task.note()).startsWith(failed.failure() + ": "), task.note());
    assertNothingIsLeft();
  }

  @Test
  void whatYtDlpDoesNotKnowIsLookedAtByUs() throws Exception {
    work(Optional.of(ytDlp.program()));
    answers("/unsupported", clip());

    downloads.request(READER, link("/unsupported"));
    await(READER, State.DONE);

    assertEquals("file-1", chat.chat().getLast().fileId());
  }

  @Test
  void whatMayPassIsTriedAgain() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", new MockResponse.Builder().code(503).build(), clip());

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.DONE);

    assertEquals(2, site.getRequestCount());
    assertNothingIsLeft();
  }

  @Test
  void aReaderDoesNotWaitForAnHour() throws Exception {
    work(Optional.empty());
    var later = new MockResponse.Builder().code(503).addHeader("Retry-After", "3600").build();
    answers("/clip.mp4", later, clip());

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.FAILED);

    awaitSaid("The site didn’t answer. Please try again later.");
    assertEquals(1, site.getRequestCount());
  }

  @Test
  void afterTheLastAttemptTheReaderIsTold() throws Exception {
    work(Optional.empty());
    var busy = new MockResponse.Builder().code(503).build();
    answers("/clip.mp4", busy, busy, busy, clip());

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.FAILED);

    awaitSaid("The site didn’t answer. Please try again later.");
    assertEquals(3, queue.await(find(READER).task(), TaskState.DEAD).errors().size());
  }

  @Test
  void anAttemptThatTakesTooLongEndsInASentence() throws Exception {
    work(Optional.of(ytDlp.program()), Duration.ofMillis(700));

    downloads.request(READER, link("/hang"));
    await(READER, State.FAILED);

    awaitSaid("The site is too slow: the download did not finish in time.");
    assertTrue(ytDlp.dies());
    assertEquals(3, ytDlp.runs());
    assertNothingIsLeft();
  }

  @Test
  void cancellingKillsWhatRunsAndSaysSo() throws Exception {
    work(Optional.of(ytDlp.program()));
    downloads.request(READER, link("/hang"));
    awaitTrue(ytDlp::isHanging);

    assertTrue(downloads.cancel(READER));

    awaitSaid("Cancelled.");
    assertTrue(ytDlp.dies());
    assertEquals(State.CANCELLED, find(READER).state());
    assertNothingIsLeft();
  }

  @Test
  void anEndThatNobodyCouldTellOfIsTold() throws Exception {
    work(Optional.of(ytDlp.program()));
    downloads.request(READER, link("/hang"));
    awaitTrue(ytDlp::isHanging);

    queue.tasks.cancel(find(READER).task()); // as an operator does
    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute(
                    "update tasks set run_at = clock_timestamp() where kind = 'watch_download'"));
    await(READER, State.FAILED);

    awaitSaid("The download didn’t work. Please try again later.");
    assertTrue(ytDlp.dies());
    assertNothingIsLeft();
  }

  @Test
  void aLiveDownloadIsWatchedOn() throws Exception {
    work(Optional.of(ytDlp.program()));
    downloads.request(READER, link("/hang"));
    awaitTrue(ytDlp::isHanging);
    var watch = watch();

    DATABASE
        .get()
        .useTransaction(
            handle ->
                handle.execute("update tasks set run_at = clock_timestamp() where id = ?", watch));
    queue.await(watch, TaskState.DONE);

    assertEquals(State.RUNNING, find(READER).state());
    assertTrue(watch() > watch, "the next look is queued");
    downloads.cancel(READER);
    awaitSaid("Cancelled.");
  }

  @Test
  void theFolderOfAnAttemptThatDiedIsClearedByTheNextOne() throws Exception {
    answers("/clip.mp4", clip());
    downloads.request(READER, link("/clip.mp4"));
    var left = UUID.randomUUID();
    store.save(find(READER).begun(left));
    Files.write(folders.create(left).resolve("x.part"), new byte[10]);

    work(Optional.empty());
    await(READER, State.DONE);

    assertNothingIsLeft();
  }

  @Test
  void leftOversAreSweptAndNothingElseIs() throws Exception {
    downloads.request(READER, link("/clip.mp4"));
    var used = UUID.randomUUID();
    store.save(find(READER).begun(used));
    Files.write(folders.create(used).resolve("x.part"), new byte[10]);
    var left = folders.create(UUID.randomUUID());
    Files.write(Files.createDirectories(left.resolve("deep")).resolve("y"), new byte[10]);
    Files.createSymbolicLink(left.resolve("link"), bin);
    Files.writeString(data.resolve("README"), "not ours");

    assertEquals(1, folders.sweep());

    assertTrue(Files.exists(folders.path(used).resolve("x.part")));
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(data.resolve("README")));
    assertTrue(Files.exists(ytDlp.program()), "links are not followed");
    assertEquals(0, folders.sweep());
  }

  @Test
  void progressIsShownAtABoundedRate() throws Exception {
    work(Optional.of(ytDlp.program()));

    downloads.request(READER, link("/slow"));
    await(READER, State.DONE);

    var edits =
        chat.calls("editMessageText").stream()
            .filter(call -> call.field("text").contains("so far"))
            .toList();
    assertTrue(edits.size() >= 2, () -> "edits: " + chat.said());
    for (var i = 1; i < edits.size(); i++) {
      var between = Duration.ofNanos(edits.get(i).nanos() - edits.get(i - 1).nanos());
      assertTrue(between.compareTo(Duration.ofMillis(2500)) > 0, between::toString);
    }
  }

  @Test
  void aStatusThatSomebodyRemovedIsSaidAnewWhenItIsTheEnd() throws Exception {
    work(Optional.of(ytDlp.program()), Duration.ofSeconds(2));
    downloads.request(READER, link("/hang"));
    awaitSaid("Downloading…");
    awaitTrue(() -> find(READER).status().message() > 0);
    chat.numbers().forEach(chat::remove);

    await(READER, State.FAILED);

    awaitSaid("The site is too slow: the download did not finish in time.");
  }

  @Test
  void aLinkIntoOurOwnNetworkIsNotFollowed() throws Exception {
    work(Optional.of(ytDlp.program()));

    downloads.request(READER, URI.create("http://169.254.169.254/latest/meta-data/"));
    await(READER, State.FAILED);

    awaitSaid("I can’t open this link. Please send one that works for everyone on the web.");
    assertEquals(0, ytDlp.runs());
  }

  @Test
  void aChatThatTakesNoFilesIsToldInWords() throws Exception {
    work(Optional.empty());
    answers("/clip.mp4", clip());
    chat.will("sendVideo", Behaviour.NO_RIGHTS);

    downloads.request(READER, link("/clip.mp4"));
    await(READER, State.FAILED);

    awaitSaid("I have the file, but Telegram did not take it. Please try again later.");
  }

  @Test
  void aRefusalIsTold() throws Exception {
    work(Optional.empty());

    downloads.request(READER, URI.create("ftp://example.com/a"));

    awaitSaid("I can’t open this link. Please send one that begins with https://");
    assertTrue(chat.calls("sendMessage").getFirst().field("reply_parameters").contains("11"));
  }

  private void work(Optional<Path> program) {
    work(program, Duration.ofSeconds(25));
  }

  private void work(Optional<Path> program, Duration patience) {
    // This very site is public for the test, everything else is as it is.
    var guard = new AddressGuard(List.of("127.0.0.1:" + site.getPort()));
    var fetcher = new HttpFetcher(guard, "Test", InstantSource.system());
    var finder = MediaFinder.of(program, guard, fetcher, LIMITS);
    var sender = Map.of(MediaChatServer.BOT, chat.sender(Duration.ofSeconds(10)));
    var senders = new Senders(sender, sender);
    queue.work(
        List.of(QueueInTest.rules("downloads", 2), QueueInTest.rules("telegram", 4)),
        new DownloadMediaHandler(store, queue.tasks, folders, finder, patience),
        new SendMediaHandler(store, queue.tasks, folders, senders),
        new ShowDownloadHandler(store, queue.tasks, folders, senders, new Sentences(LIMITS, 100)),
        new WatchDownloadHandler(store, queue.tasks));
  }

  private void answers(String path, MockResponse... answers) {
    pages.put(path, new ArrayDeque<>(List.of(answers)));
  }

  private static MockResponse clip() {
    return file("video/mp4", Samples.mp4(5, 640, 360, 50_000));
  }

  private static MockResponse file(String type, byte[] content) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .headersDelay(1, TimeUnit.MILLISECONDS)
        .body(new Buffer().write(content))
        .build();
  }

  private URI link(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(site.getPort(), path));
  }

  private Download find(Asker asker) {
    var id =
        DATABASE
            .get()
            .inTransaction(
                handle ->
                    handle
                        .createQuery("select id from downloads where message = :message")
                        .bind("message", asker.message())
                        .mapTo(Long.class)
                        .one());
    return store.find(id).orElseThrow();
  }

  private long watch() {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select max(id) from tasks where kind = 'watch_download'")
                    .mapTo(Long.class)
                    .one());
  }

  private void await(Asker asker, State state) throws InterruptedException {
    if (!Waiter.until(() -> find(asker).state() == state, PATIENCE, POLL)) {
      var download = find(asker);
      throw new AssertionError(download + " " + queue.desk.find(download.task()));
    }
  }

  private void awaitSaid(String text) throws InterruptedException {
    if (!Waiter.until(() -> chat.said().contains(text), PATIENCE, POLL)) {
      assertEquals(text, String.valueOf(chat.said()));
    }
  }

  private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
    assertTrue(Waiter.until(condition, PATIENCE, POLL));
  }

  private void assertNothingIsLeft() throws InterruptedException {
    awaitTrue(
        () -> {
          try (var left = Files.list(data)) {
            return left.findAny().isEmpty();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
