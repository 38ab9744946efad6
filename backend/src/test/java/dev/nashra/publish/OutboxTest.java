package dev.nashra.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.RunTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.WorkerTable;
import dev.nashra.telegram.BotApiServer;
import dev.nashra.telegram.BotApiServer.Behaviour;
import dev.nashra.worker.RunClaim;
import dev.nashra.worker.RunOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Timeout(120)
class OutboxTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final String CHANNEL = "@nashra_news";
  private static final String PRIVATE = "-100123";

  @TempDir Path media;
  private PublishingFixture newsroom;

  @BeforeEach
  void open() throws IOException {
    newsroom = new PublishingFixture(DATABASE.get(), media);
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void aPostGoesOutOnceWithItsCard() throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    newsroom.run(newsroom.publisher(CHANNEL));
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(1, newsroom.telegram.posted().size());
    assertTrue(newsroom.telegram.posted().getFirst().startsWith("The bridge is open"));
    var publication = newsroom.only();
    assertEquals(PublicationState.PUBLISHED, publication.state());
    assertEquals("https://t.me/nashra_news/1", publication.remoteUrl());
  }

  @Test
  void theMostImportantStoriesGoFirst() throws Exception {
    newsroom.postedStory("Minor", 1);
    newsroom.postedStory("Major", 9);
    newsroom.postedStory("Middling", 5);
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(
        List.of("Major", "Middling", "Minor"),
        newsroom.telegram.posted().stream().map(text -> text.lines().findFirst().get()).toList());
  }

  @Test
  void aPostWaitsForItsCardButNotForEver() throws Exception {
    newsroom.news.reportedStory("Without a card", 1);
    newsroom.writePosts();
    newsroom.run(newsroom.publisher(CHANNEL));
    assertTrue(newsroom.states().isEmpty());
    newsroom.news.change("update posts set written = written - interval '31 minutes'");
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(1, newsroom.telegram.posted().size());
  }

  @Test
  void oldPostsStayUnpublished() throws Exception {
    newsroom.postedStory("Last week's news", 1);
    newsroom.news.change("update posts set written = written - interval '25 hours'");
    newsroom.run(newsroom.publisher(CHANNEL));
    assertTrue(newsroom.states().isEmpty());
  }

  @Test
  void aReelFollowsItsPostOnce() throws Exception {
    long story = newsroom.postedStory("The bridge is open", 1);
    newsroom.run(newsroom.publisher(CHANNEL));
    newsroom.reel(story);
    newsroom.run(newsroom.publisher(CHANNEL));
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(2, newsroom.telegram.posted().size());
    assertTrue(
        newsroom
            .telegram
            .posted()
            .getLast()
            .startsWith(BotApiServer.VIDEO + "🎬 The bridge is open"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = ".*_AFTER_POSTING")
  void whatWasPostedWithoutAnAnswerIsFoundOnTheChannel(Behaviour behaviour) throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    newsroom.telegram.will(behaviour);
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(PublicationState.UNKNOWN, newsroom.only().state());
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(PublicationState.PUBLISHED, newsroom.only().state());
    assertEquals("https://t.me/nashra_news/1", newsroom.only().remoteUrl());
    assertEquals(1, newsroom.telegram.posted().size());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ANY, names = ".*_(WITHOUT|BEFORE)_POSTING|CUTS_BEFORE_POSTING")
  void whatIsNotOnTheChannelIsSentAgain(Behaviour behaviour) throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    newsroom.telegram.will(behaviour);
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(PublicationState.UNKNOWN, newsroom.only().state());
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(PublicationState.PUBLISHED, newsroom.only().state());
    assertEquals(1, newsroom.telegram.posted().size());
  }

  @Test
  void inAPrivateChatAPersonDecides() throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    newsroom.telegram.will(Behaviour.CUTS_BEFORE_POSTING);
    newsroom.run(newsroom.publisher(PRIVATE));
    newsroom.run(newsroom.publisher(PRIVATE));
    newsroom.run(newsroom.publisher(PRIVATE));
    assertEquals(PublicationState.HELD, newsroom.only().state());
    assertEquals(0, newsroom.telegram.posted().size());

    assertTrue(newsroom.outbox.release(newsroom.only().id()));
    newsroom.run(newsroom.publisher(PRIVATE));
    assertEquals(PublicationState.PUBLISHED, newsroom.only().state());
    assertEquals(1, newsroom.telegram.posted().size());
  }

  @Test
  void whatAPersonDropsIsNeverSent() throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    newsroom.telegram.will(Behaviour.CUTS_AFTER_POSTING);
    newsroom.run(newsroom.publisher(PRIVATE));
    newsroom.run(newsroom.publisher(PRIVATE));
    assertTrue(newsroom.outbox.drop(newsroom.only().id()));
    newsroom.run(newsroom.publisher(PRIVATE));
    assertEquals(PublicationState.FAILED, newsroom.only().state());
    assertEquals(1, newsroom.telegram.posted().size());
    assertFalse(newsroom.outbox.release(newsroom.only().id()));
  }

  @Test
  void aRefusedItemFailsAndTheNextOneGoesOut() throws Exception {
    newsroom.postedStory("Refused", 9);
    newsroom.postedStory("Accepted", 1);
    newsroom.telegram.will(Behaviour.REFUSES_THE_ITEM);
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(List.of(PublicationState.PUBLISHED, PublicationState.FAILED), newsroom.states());
  }

  @Test
  void aRefusedBotLosesNothing() throws Exception {
    newsroom.postedStory("One", 9);
    newsroom.postedStory("Two", 1);
    newsroom.telegram.will(Behaviour.REFUSES_THE_BOT);
    var result = newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(List.of(PublicationState.PLANNED, PublicationState.PLANNED), newsroom.states());
    assertTrue(result.note().contains("401"), result.note());
    assertEquals(1, newsroom.telegram.requests());
    newsroom.news.letTimePass();
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(2, newsroom.telegram.posted().size());
  }

  @Test
  void tooManyRequestsMakeTheWholeAccountWait() throws Exception {
    newsroom.postedStory("One", 9);
    newsroom.postedStory("Two", 1);
    newsroom.telegram.will(Behaviour.TOO_MANY_REQUESTS);
    newsroom.run(newsroom.publisher(CHANNEL));
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(1, newsroom.telegram.requests());
    newsroom.news.letTimePass();
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(2, newsroom.telegram.posted().size());
  }

  @Test
  void anAccountThatBreaksDoesNotStopTheNext() throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    var result = newsroom.run(new BrokenPublisher(), newsroom.publisher(CHANNEL));
    assertEquals(1, newsroom.telegram.posted().size());
    assertTrue(result.note().contains("broken"), result.note());
  }

  @Test
  void anOwnerWhoComesBackLateChangesNothingButSuccess() {
    newsroom.postedStory("The bridge is open", 1);
    var account = newsroom.publisher(CHANNEL).account();
    newsroom.outbox.open(account);
    newsroom.outbox.plan(account, Format.CARD, PublishingRules.USUAL);
    var late = newsroom.outbox.claim(account, "late", Duration.ofMinutes(5)).orElseThrow();
    newsroom.outbox.arm(late, "x", Duration.ofMinutes(5));
    newsroom.news.letTimePass();
    newsroom.outbox.rescue(account);
    assertEquals(PublicationState.UNKNOWN, newsroom.only().state());
    assertTrue(newsroom.outbox.published(late, new Remote("7", null)));
    assertFalse(newsroom.outbox.planAgain(late, "x", Duration.ZERO));
    assertEquals(PublicationState.PUBLISHED, newsroom.only().state());
  }

  @Test
  void anOwnerWhoLostItsClaimCannotArm() {
    newsroom.postedStory("The bridge is open", 1);
    var account = newsroom.publisher(CHANNEL).account();
    newsroom.outbox.open(account);
    newsroom.outbox.plan(account, Format.CARD, PublishingRules.USUAL);
    var late = newsroom.outbox.claim(account, "late", Duration.ofMinutes(5)).orElseThrow();
    newsroom.news.letTimePass();
    newsroom.outbox.rescue(account);
    var next = newsroom.outbox.claim(account, "next", Duration.ofMinutes(5)).orElseThrow();
    assertEquals(late.attempt() + 1, next.attempt());
    assertFalse(newsroom.outbox.arm(late, "x", Duration.ofMinutes(5)));
    assertTrue(newsroom.outbox.arm(next, "x", Duration.ofMinutes(5)));
  }

  @Test
  void whatARunClaimedIsTakenUpWhenTheRunIsLostAndNotBefore() {
    newsroom.postedStory("The bridge is open", 1);
    var account = newsroom.publisher(CHANNEL).account();
    newsroom.outbox.open(account);
    newsroom.outbox.plan(account, Format.CARD, PublishingRules.USUAL);
    var worker = WorkerTable.join(DATABASE.get(), "host/1");
    var runs = new RunTable(DATABASE.get(), worker.id(), "host/1");
    var claim = runs.claim(OptionalLong.empty(), "publishing", "publish_to_social_media", false);
    long run = assertInstanceOf(RunClaim.Claimed.class, claim).runId();
    assertTrue(runs.startRun(run));
    assertTrue(newsroom.outbox.claim(account, "run " + run, Duration.ofMinutes(5)).isPresent());

    assertEquals(0, newsroom.outbox.rescue(account));

    runs.endRun(run, new RunOutcome.Stopped("lost"));
    worker.leave();
    assertEquals(1, newsroom.outbox.rescue(account));
    assertEquals(PublicationState.PLANNED, newsroom.only().state());
  }

  @Test
  void aClaimBringsAllThatWasMade() {
    newsroom.postedStory("The bridge is open", 3);
    var account = newsroom.publisher(CHANNEL).account();
    newsroom.outbox.open(account);
    newsroom.outbox.plan(account, Format.CARD, PublishingRules.USUAL);
    var bundle = newsroom.outbox.claim(account, "w", Duration.ofMinutes(1)).orElseThrow().bundle();
    assertEquals("The bridge is open", bundle.report().headline().text());
    assertEquals("Coast Courier", bundle.sources().getFirst().outlet());
    assertEquals(3.0, bundle.rank());
    assertEquals(1, bundle.renderings().size());
    assertNotNull(bundle.renderings().getFirst().duration());
  }

  @ParameterizedTest
  @EnumSource(CrashPoint.class)
  void aCrashAnywhereIsNoSecondPostAndNoLostOne(CrashPoint point) throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    var crashing = WatchedOutbox.of(newsroom.outbox, point);
    assertThrows(SimulatedCrash.class, () -> newsroom.run(crashing, newsroom.publisher(CHANNEL)));
    newsroom.run(newsroom.publisher(CHANNEL)); // while the claim still holds
    newsroom.news.letTimePass();
    newsroom.run(newsroom.publisher(CHANNEL));
    assertEquals(PublicationState.PUBLISHED, newsroom.only().state());
    assertEquals(1, newsroom.telegram.posted().size());
  }

  @ParameterizedTest
  @EnumSource(CrashPoint.class)
  void aCrashInAPrivateChatIsNeverASecondPost(CrashPoint point) throws Exception {
    newsroom.postedStory("The bridge is open", 1);
    var crashing = WatchedOutbox.of(newsroom.outbox, point);
    assertThrows(SimulatedCrash.class, () -> newsroom.run(crashing, newsroom.publisher(PRIVATE)));
    for (int i = 0; i < 3; i++) {
      newsroom.news.letTimePass();
      newsroom.run(newsroom.publisher(PRIVATE));
    }
    boolean uncertain = point == CrashPoint.AFTER_ARM || point == CrashPoint.BEFORE_PUBLISHED;
    assertEquals(
        uncertain ? PublicationState.HELD : PublicationState.PUBLISHED, newsroom.only().state());
    assertEquals(point == CrashPoint.AFTER_ARM ? 0 : 1, newsroom.telegram.posted().size());
  }

  /** Where a process can end on the way of a publication. */
  enum CrashPoint implements WatchedOutbox.Watcher {
    AFTER_PLAN("plan", true),
    BEFORE_CLAIM("claim", false),
    AFTER_CLAIM("claim", true),
    BEFORE_ARM("arm", false),
    AFTER_ARM("arm", true),
    BEFORE_PUBLISHED("published", false),
    AFTER_PUBLISHED("published", true);

    private final String step;
    private final boolean after;

    CrashPoint(String step, boolean after) {
      this.step = step;
      this.after = after;
    }

    @Override
    public void before(String name) {
      if (!after && name.equals(step)) {
        throw new SimulatedCrash(toString());
      }
    }

    @Override
    public void after(String name) {
      if (after && name.equals(step)) {
        throw new SimulatedCrash(toString());
      }
    }
  }
}
