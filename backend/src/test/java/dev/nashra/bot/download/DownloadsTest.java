package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.bot.Asker;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.MediaRequests.Answer;
import dev.nashra.bot.download.Download.State;
import dev.nashra.bot.download.Downloads.Quota;
import dev.nashra.queue.TaskState;
import dev.nashra.store.DownloadTable;
import dev.nashra.store.OldDownloads;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.MediaKind;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is queued and what is refused; nobody works the queues here. */
@Timeout(60)
final class DownloadsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final URI LINK = URI.create("https://example.com/watch?v=1");
  private static final int PER_DAY = 3;

  private QueueInTest queue;
  private DownloadTable store;
  private Instant now = Instant.parse("2026-03-10T20:59:00Z");

  @BeforeEach
  void open() {
    queue = new QueueInTest(DATABASE.get());
    DATABASE.get().useTransaction(handle -> handle.execute("truncate downloads, known_media"));
    store = new DownloadTable(DATABASE.get());
  }

  @AfterEach
  void close() throws InterruptedException {
    queue.close();
  }

  @Test
  void aLinkIsQueuedAndShownAndWatched() {
    assertEquals(Answer.QUEUED, request(asker(1, 1), LINK));

    assertEquals(List.of("download_media", "show_download", "watch_download"), kinds());
    var download = live(1);
    assertEquals(State.WAITING, download.state());
    assertEquals("downloads", queue.desk.find(download.task()).orElseThrow().queue());
  }

  @Test
  void anUpdateThatIsHandledTwiceIsOneDownload() {
    request(asker(1, 1), LINK);
    end(1);

    assertEquals(Answer.SAME, request(asker(1, 1), LINK));
    assertEquals(1, count());
  }

  @Test
  void theSameLinkIsTheSameDownloadWhileItLives() {
    request(asker(1, 1), LINK);

    var again = URI.create("https://EXAMPLE.com/watch?utm_source=x&v=1");
    assertEquals(Answer.SAME, request(asker(1, 2), again));
    end(1);
    assertEquals(Answer.QUEUED, request(asker(1, 3), again));
  }

  @Test
  void oneDownloadAtATime() {
    request(asker(1, 1), LINK);

    assertEquals(Answer.REFUSED, request(asker(1, 2), URI.create("https://example.com/other")));
    assertEquals(Failure.BUSY, failureOf(2));
    assertEquals(Answer.QUEUED, request(asker(2, 3), LINK));
  }

  @Test
  void theDayHasSoMany() {
    askSoMany(PER_DAY);

    assertEquals(Answer.REFUSED, request(asker(1, 90), LINK));
    assertEquals(Failure.QUOTA, failureOf(90));
    assertEquals(Answer.QUEUED, request(asker(2, 91), LINK));
  }

  @Test
  void whatWasRefusedDoesNotCount() {
    askSoMany(PER_DAY - 1);
    for (var message = 50; message < 60; message++) {
      request(asker(1, message), URI.create("mailto:desk@example.com"));
    }

    assertEquals(Answer.QUEUED, request(asker(1, 90), LINK));
  }

  @Test
  void aNewDayBeginsAtMidnightOfTheNewsroom() {
    askSoMany(PER_DAY);

    now = Instant.parse("2026-03-10T21:01:00Z"); // one past midnight in Baghdad

    assertEquals(Answer.QUEUED, request(asker(1, 90), LINK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://example.com/a", "file:///etc/passwd", "javascript:alert(1)", "x"})
  void whatIsNotOnTheWebIsRefused(String link) {
    assertEquals(Answer.REFUSED, request(asker(1, 1), URI.create(link)));
    assertEquals(Failure.NO_LINK, failureOf(1));
  }

  @Test
  void anEndlessLinkIsRefused() {
    var endless = URI.create("https://example.com/" + "a".repeat(3000));

    assertEquals(Answer.REFUSED, request(asker(1, 1), endless));
  }

  @Test
  void whatIsKnownIsSentAtOnce() {
    store.learn(7, "https://example.com/watch?v=1", new KnownMedia("f", MediaKind.VIDEO, "T"));

    assertEquals(Answer.KNOWN, request(asker(1, 1), LINK));
    assertEquals(List.of("send_media", "watch_download"), kinds());
  }

  @Test
  void manyAtOnceAreOne() throws Exception {
    var answers = atOnce(16, i -> request(asker(1, i), URI.create("https://example.com/" + i)));

    assertEquals(1, answers.stream().filter(answer -> answer == Answer.QUEUED).count());
    assertEquals(15, answers.stream().filter(answer -> answer == Answer.REFUSED).count());
  }

  @Test
  void theQuotaHoldsWhenManyAskAtOnce() throws Exception {
    askSoMany(PER_DAY - 1);

    // Each ends at once, so that only the quota stands in the way.
    atOnce(
        16,
        i -> {
          var answer = request(asker(1, 100 + i), URI.create("https://example.com/" + i));
          if (answer == Answer.QUEUED) {
            downloads().cancel(asker(1, 0));
          }
          return answer;
        });

    assertEquals(PER_DAY, store.countSince(asker(1, 0), Instant.parse("2026-03-01T00:00:00Z")));
  }

  @Test
  void aWaitingOneCanBeCancelled() {
    request(asker(1, 1), LINK);
    var task = live(1).task();

    assertTrue(downloads().cancel(asker(1, 0)));

    assertEquals(TaskState.CANCELLED, queue.state(task));
    assertEquals(List.of("show_download", "show_download", "watch_download"), kinds());
    assertFalse(downloads().cancel(asker(1, 0)));
    assertFalse(downloads().cancel(asker(2, 0)));
  }

  @Test
  void aRequestTakesPartInTheTransactionAroundIt() {
    assertThrows(
        IllegalStateException.class,
        () ->
            DATABASE
                .get()
                .useTransaction(
                    _ -> {
                      request(asker(1, 1), LINK);
                      throw new IllegalStateException("the caller has changed its mind");
                    }));

    assertEquals(0, count());
    assertEquals(List.of(), kinds());
  }

  @Test
  void groupsAreUnderTheLimitsOfChannels() {
    assertEquals("bot:7/channel:-5", new Asker(7, -5, 1, 1, BotLanguage.ARABIC).owner());
    assertEquals("bot:7/chat:5", new Asker(7, 5, 1, 1, BotLanguage.ARABIC).owner());
  }

  @Test
  void onlyFoldersOfLiveDownloadsAreInUse() {
    request(asker(1, 1), LINK);
    request(asker(2, 2), LINK);
    var used = UUID.randomUUID();
    var left = UUID.randomUUID();
    store.save(live(1).begun(used));
    store.save(live(2).begun(left).failed(Failure.UNCLEAR));

    assertEquals(Set.of(used), store.inUse(List.of(used, left, UUID.randomUUID())));
  }

  @Test
  void whatIsOldIsForgottenAndWhatIsLiveIsNot() {
    request(asker(1, 1), LINK);
    request(asker(2, 2), LINK);
    end(2);
    store.learn(7, "https://example.com/old", new KnownMedia("f", MediaKind.VIDEO, ""));
    store.learn(7, "https://example.com/used", new KnownMedia("f", MediaKind.VIDEO, ""));
    DATABASE
        .get()
        .useTransaction(
            handle -> {
              handle.execute("update downloads set requested = now() - interval '31 days'");
              handle.execute(
                  "update known_media set used = now() - interval '31 days' where link like '%old'");
            });
    var old = new OldDownloads(DATABASE.get());

    assertEquals(1, old.downloads(30, 10).rows());
    assertEquals(0, old.downloads(30, 10).rows());
    assertEquals(1, old.knownMedia(30, 10).rows());
    assertTrue(store.known(7, "https://example.com/used").isPresent());
    assertEquals(1, count());
  }

  @FunctionalInterface
  private interface Asking {
    Answer ask(int number);
  }

  private static List<Answer> atOnce(int many, Asking asking) throws Exception {
    var start = new CyclicBarrier(many);
    try (var threads = Executors.newFixedThreadPool(many)) {
      var asked =
          IntStream.range(0, many)
              .<Future<Answer>>mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return asking.ask(i);
                          }))
              .toList();
      var answers = new ArrayList<Answer>();
      for (var each : asked) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  private void askSoMany(int many) {
    for (var message = 1; message <= many; message++) {
      assertEquals(Answer.QUEUED, request(asker(1, message), LINK));
      end(1);
    }
  }

  private Answer request(Asker asker, URI link) {
    return downloads().request(asker, link);
  }

  private Downloads downloads() {
    var quota = new Quota(PER_DAY, ZoneId.of("Asia/Baghdad"));
    return new Downloads(store, queue.tasks, quota, () -> now);
  }

  private void end(long user) {
    assertTrue(new Closing(store, queue.tasks).end(live(user).id(), Download::done));
  }

  private Download live(long user) {
    return store.liveOf(asker(user, 0)).orElseThrow();
  }

  private static Asker asker(long user, long message) {
    return new Asker(7, 1000 + user, user, message, BotLanguage.ENGLISH);
  }

  private Failure failureOf(long message) {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select failure from downloads where message = :message")
                    .bind("message", message)
                    .mapTo(Failure.class)
                    .one());
  }

  private int count() {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle.createQuery("select count(*) from downloads").mapTo(Integer.class).one());
  }

  private List<String> kinds() {
    return DATABASE
        .get()
        .inTransaction(
            handle ->
                handle
                    .createQuery("select kind from tasks order by kind, id")
                    .mapTo(String.class)
                    .list());
  }
}
