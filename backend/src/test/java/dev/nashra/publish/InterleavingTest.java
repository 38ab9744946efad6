package dev.nashra.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import dev.nashra.telegram.BotApiServer.Behaviour;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two workers publish the same stories on the same channel at once, step by step in an order drawn
 * from a seed, while processes end and the network misbehaves.
 */
@Timeout(120)
class InterleavingTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final int STORIES = 4;

  /**
   * A silent server costs a time-out each time; one that hangs up leaves the same doubt at once.
   */
  private static final List<Behaviour> BEHAVIOURS =
      List.copyOf(
          EnumSet.complementOf(
              EnumSet.of(Behaviour.POSTS_AND_FALLS_SILENT, Behaviour.FALLS_SILENT)));

  @TempDir Path media;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onAChannelEveryPostIsSeenOnce(int seed) throws Exception {
    try (var newsroom = new PublishingFixture(DATABASE.get(), media)) {
      var random = new Random(seed);
      fill(newsroom, random);
      trouble(newsroom, random, "@nashra_news");
      newsroom.telegram.behave();
      for (int i = 0; i < 4; i++) {
        newsroom.news.letTimePass();
        newsroom.run(newsroom.publisher("@nashra_news"));
      }
      assertSeenOnceAtMost(newsroom);
      for (var publication : newsroom.outbox.list(null, 100)) {
        assertTrue(
            publication.state() == PublicationState.PUBLISHED
                || publication.state() == PublicationState.FAILED,
            publication.toString());
      }
      assertEveryPublishedIsSeen(newsroom);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void inAPrivateChatNoPostIsSeenTwice(int seed) throws Exception {
    try (var newsroom = new PublishingFixture(DATABASE.get(), media)) {
      var random = new Random(seed);
      fill(newsroom, random);
      trouble(newsroom, random, "-100123");
      newsroom.telegram.behave();
      for (int i = 0; i < 4; i++) {
        newsroom.news.letTimePass();
        newsroom.run(newsroom.publisher("-100123"));
      }
      assertSeenOnceAtMost(newsroom);
      for (var publication : newsroom.outbox.list(null, 100)) {
        assertTrue(
            publication.state() == PublicationState.PUBLISHED
                || publication.state() == PublicationState.FAILED
                || publication.state() == PublicationState.HELD,
            publication.toString());
      }
      assertEveryPublishedIsSeen(newsroom);
    }
  }

  private static void fill(PublishingFixture newsroom, Random random) {
    for (int i = 0; i < STORIES; i++) {
      long story = newsroom.postedStory("Story number " + i + " of the day", random.nextInt(5));
      if (random.nextBoolean()) {
        newsroom.reel(story);
      }
    }
    for (int i = random.nextInt(8); i > 0; i--) {
      newsroom.telegram.will(BEHAVIOURS.get(random.nextInt(BEHAVIOURS.size())));
    }
  }

  /** Several rounds of two workers each, some of which end in the middle. */
  private static void trouble(PublishingFixture newsroom, Random random, String chat)
      throws InterruptedException, ExecutionException, TimeoutException {
    for (int round = 0; round < 3; round++) {
      var baton = new Baton(new Random(random.nextLong()), 2);
      var one = worker(newsroom, baton, "one", random.nextInt(40), chat);
      var two = worker(newsroom, baton, "two", random.nextInt(40), chat);
      CompletableFuture.allOf(one, two).get(60, TimeUnit.SECONDS);
      if (random.nextBoolean()) {
        newsroom.news.letTimePass();
      }
    }
  }

  private static CompletableFuture<Void> worker(
      PublishingFixture newsroom, Baton baton, String name, int stepsToLive, String chat) {
    var outbox =
        WatchedOutbox.of(
            newsroom.outbox,
            new WatchedOutbox.Watcher() {
              private int steps;

              @Override
              public void before(String step) {
                baton.step(name);
                if (++steps > stepsToLive) {
                  throw new SimulatedCrash(step);
                }
              }

              @Override
              public void after(String step) {}
            });
    return CompletableFuture.runAsync(
        () -> {
          baton.join(name);
          try {
            newsroom.run(outbox, newsroom.publisher(chat));
          } catch (SimulatedCrash e) {
            // The next round, or the rest of the test, has to cope.
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          } finally {
            baton.leave(name);
          }
        },
        task -> Thread.ofVirtual().name(name).start(task));
  }

  private static void assertSeenOnceAtMost(PublishingFixture newsroom) {
    var posted = newsroom.telegram.posted();
    assertEquals(new HashSet<>(posted).size(), posted.size(), () -> "twice: " + posted);
  }

  private static void assertEveryPublishedIsSeen(PublishingFixture newsroom) {
    long published =
        newsroom.states().stream().filter(state -> state == PublicationState.PUBLISHED).count();
    assertTrue(newsroom.telegram.posted().size() >= published);
  }
}
