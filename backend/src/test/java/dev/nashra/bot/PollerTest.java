package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.PollerTable;
import dev.nashra.store.QueueInTest;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.UpdateTable;
import dev.nashra.telegram.BotUpdates;
import dev.nashra.telegram.LocalTelegram;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One at a time asks, nothing is lost, nothing is stored twice. */
@Timeout(60)
final class PollerTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Poller.Pace PACE =
      new Poller.Pace(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofMillis(50));

  private final List<Poller> pollers = new ArrayList<>();
  private QueueInTest queue;
  private LocalTelegram server;
  private UpdateInbox inbox;

  @BeforeEach
  void open() throws IOException {
    queue = new QueueInTest(DATABASE.get());
    DATABASE.get().useTransaction(handle -> handle.execute("truncate bot_updates, bot_pollers"));
    server = new LocalTelegram();
    inbox = new UpdateTable(DATABASE.get(), queue.tasks);
  }

  @AfterEach
  void close() throws InterruptedException {
    pollers.forEach(Poller::close);
    queue.close();
    server.close();
  }

  private Poller poller(UpdateInbox into) {
    var lease = new PollerTable(DATABASE.get(), LocalTelegram.BOT, "test/" + pollers.size());
    return poller(into, lease);
  }

  private Poller poller(UpdateInbox into, PollingLease lease) {
    var updates = new BotUpdates(server.client(Duration.ofSeconds(30)));
    var poller = new Poller(LocalTelegram.BOT, updates, into, lease, PACE).start();
    pollers.add(poller);
    return poller;
  }

  private long count(String rows) {
    return DATABASE
        .get()
        .inTransaction(
            handle -> handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one());
  }

  private static void await(String what, BooleanSupplier condition) {
    Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
  }

  @Test
  void whatIsWrittenIsStoredThenConfirmed() {
    server.write(1, "en", "before it began");
    poller(inbox);
    await("the first", () -> count("tasks") == 1);
    server.write(1, "en", "while it waits");
    await("the second", () -> count("tasks") == 2);

    await("both are confirmed", () -> server.pending() == 0);
    assertEquals(2, count("bot_updates"));
  }

  @Test
  void aCrashBetweenStoringAndConfirmingLosesAndDoublesNothing() {
    server.write(1, "en", "hello");
    var isStored = new CountDownLatch(1);
    UpdateInbox crashing =
        (bot, updates) -> {
          inbox.accept(bot, updates);
          isStored.countDown();
          throw new IllegalStateException("the process dies here");
        };
    var first = poller(crashing);
    assertTrue(awaitLatch(isStored));
    first.close();
    assertEquals(1, server.pending());

    poller(inbox);
    server.write(1, "en", "again");
    await("the second", () -> count("tasks") == 2);

    await("both are confirmed", () -> server.pending() == 0);
    assertEquals(2, count("bot_updates"));
  }

  private static boolean awaitLatch(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatCannotBeStoredIsNotConfirmed() {
    server.write(1, "en", "hello");
    var failures = new AtomicInteger();
    poller(
        (bot, updates) -> {
          if (failures.incrementAndGet() <= 3) {
            throw new IllegalStateException("the database is away");
          }
          inbox.accept(bot, updates);
        });

    await("it is stored in the end", () -> count("tasks") == 1);
    await("it is confirmed", () -> server.pending() == 0);
    assertEquals(4, failures.get());
  }

  @Test
  void ofManyOnlyOneAsksAndAnotherTakesOver() {
    var first = poller(inbox);
    await("the first asks", server::isPolled);
    poller(inbox);
    poller(inbox);
    for (var i = 0; i < 5; i++) {
      var expected = i + 1;
      server.write(1, "en", "hello");
      await("message " + i, () -> count("tasks") == expected);
    }
    first.close();
    server.write(1, "en", "hello");
    await("somebody took over", () -> count("tasks") == 6);

    assertEquals(0, server.conflicts());
    assertEquals(1, count("bot_pollers"));
  }

  @Test
  void theLeaseOfADeadProcessPasses() {
    var dead = new PollerTable(DATABASE.get(), LocalTelegram.BOT, "dead/1");
    assertTrue(dead.take(Duration.ofSeconds(1)));
    server.write(1, "en", "hello");
    poller(inbox);

    assertFalse(server.isPolled());
    await("the lease has passed", () -> count("tasks") == 1);
    assertFalse(dead.renew(Duration.ofSeconds(1)));
  }

  @Test
  void whoLosesTheLeaseStopsAsking() {
    poller(inbox);
    await("it asks", server::isPolled);
    DATABASE
        .get()
        .useTransaction(handle -> handle.execute("update bot_pollers set token = 'thief'"));

    // Its connection is closed, but the server notices that only when it answers.
    server.write(1, "en", "hello");
    await(
        "it has noticed",
        () ->
            count("bot_pollers where holder = 'test/0'") == 0
                || count("bot_pollers where token = 'thief'") == 1);
    DATABASE.get().useTransaction(handle -> handle.execute("delete from bot_pollers"));
    await("it asks again", () -> count("tasks") == 1);
    assertEquals(1, count("bot_updates"));
  }

  @Test
  void whoCannotRenewGivesUpBeforeTheLeasePasses() {
    var table = new PollerTable(DATABASE.get(), LocalTelegram.BOT, "test/0");
    var releases = new CountDownLatch(1);
    poller(
        inbox,
        new PollingLease() {
          @Override
          public boolean take(Duration lease) {
            return releases.getCount() > 0 && table.take(lease);
          }

          @Override
          public boolean renew(Duration lease) {
            throw new IllegalStateException("the database is away");
          }

          @Override
          public void release() {
            releases.countDown();
          }
        });

    assertTrue(awaitLatch(releases));
    assertEquals(1, count("bot_pollers where lease_until > clock_timestamp()"));
  }

  @Test
  void itStopsWhileItWaits() {
    var poller = poller(inbox);
    await("it asks", server::isPolled);
    var begun = System.nanoTime();
    poller.close();

    assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(3)) < 0);
    assertEquals(0, count("bot_pollers"));
  }

  @Test
  void aWebhookIsNotTakenAwayAndWaitedOut() {
    new BotUpdates(server.client(Duration.ofSeconds(5)))
        .setWebhook(URI.create("https://news.example/x"), "secret", 40, false);
    server.write(1, "en", "hello");
    poller(inbox);
    await("the lease is held", () -> count("bot_pollers") == 1);
    assertEquals(0, count("tasks"));

    new BotUpdates(server.client(Duration.ofSeconds(5))).deleteWebhook(false);

    await("it is polled then", () -> count("tasks") == 1);
  }
}
