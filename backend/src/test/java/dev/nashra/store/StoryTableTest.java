package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.story.ClusterNewsJob;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stories in the database, and the job that makes them. */
final class StoryTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2031-05-04T12:00:00Z");
  private static final String FERRY = "Ferry runs aground off Port Amber with 212 aboard";
  private static final String FERRY_TOO = "212 aboard as ferry runs aground near Port Amber";
  private static final String FERRY_LATER = "Port Amber ferry aground: all 212 passengers safe";
  private static final String BANK = "Central bank of Lumeria raises rates to 7 percent";

  private final Database database = DATABASE.get();
  private final StoryTable stories = new StoryTable(database);

  @BeforeEach
  void empty() {
    new StoryRows(database).clear();
  }

  @Test
  void articlesOnOneEventShareAStoryOverManyRuns() {
    article("The Quay", FERRY, 0);
    article("Amber Post", FERRY_TOO, 1);
    assertEquals(new JobResult(2, 2, 0, "1 new stories, 1 articles joined one"), run(NOW));
    assertEquals(new JobResult(0, 0, 0, ""), run(NOW));

    article("The Ledger", FERRY_LATER, 2);
    article("The Ledger", BANK, 3);
    run(NOW.plusSeconds(600));

    assertEquals(storyOf(FERRY), storyOf(FERRY_TOO));
    assertEquals(storyOf(FERRY), storyOf(FERRY_LATER));
    assertNotEquals(storyOf(FERRY), storyOf(BANK));
    var ferry = stories.find(storyOf(FERRY)).orElseThrow();
    assertEquals(3, ferry.articles());
    assertEquals(3, ferry.outlets());
    assertEquals(NOW, ferry.created());
    assertEquals(NOW.plusSeconds(600), ferry.updated());
    assertEquals(
        List.of(ferry.id(), storyOf(BANK)), stories.top(10).stream().map(it -> it.id()).toList());
  }

  @Test
  void theOrderOfCollectingDoesNotMatter() {
    var titles = new ArrayList<String>();
    for (int event = 0; event < 12; event++) {
      for (int article = 0; article < 3; article++) {
        titles.add(
            "word%d%d word%d meets word%d in town%d"
                .formatted(event, article, event, event + 1, event));
      }
    }
    var expected = partition(titles, titles);
    for (int seed = 0; seed < 3; seed++) {
      var shuffled = new ArrayList<>(titles);
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(expected, partition(shuffled, titles));
    }
  }

  /** For each title the first title of its story. */
  private List<String> partition(List<String> collected, List<String> published) {
    empty();
    for (var title : collected) {
      article("The Quay", title, published.indexOf(title));
    }
    run(NOW);
    return published.stream()
        .map(
            title ->
                published.stream()
                    .filter(other -> storyOf(other) == storyOf(title))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  @Test
  void aRewordedArticleStaysAndItsStoryIsMarked() {
    article("The Quay", FERRY, 0);
    run(NOW);
    long story = storyOf(FERRY);
    database.useTransaction(
        handle -> handle.execute("update articles set title = ?, version = 2", BANK));
    var later = NOW.plusSeconds(600);
    assertEquals(new JobResult(1, 1, 0, ""), run(later));
    assertEquals(story, storyOf(BANK));
    assertEquals(later, stories.find(story).orElseThrow().updated());
    assertEquals(new JobResult(0, 0, 0, ""), run(later.plusSeconds(600)));
  }

  @Test
  void theReasonIsKeptWithTheArticle() {
    article("The Quay", FERRY, 0);
    article("Amber Post", FERRY_TOO, 1);
    run(NOW);
    var terms =
        database.<String[]>inTransaction(
            handle ->
                handle
                    .createQuery("select cluster_terms from articles where title = :title")
                    .bind("title", FERRY_TOO)
                    .mapTo(String[].class)
                    .one());
    assertTrue(
        List.of(terms).containsAll(List.of("ferry", "Amber")), () -> String.join(" ", terms));
  }

  @Test
  void anAgencyTextInThreeOutletsCountsForAllOfThem() {
    article("The Quay", FERRY, 0);
    article("The Quay", BANK, 1);
    run(NOW);
    database.useTransaction(
        handle -> {
          for (var name : List.of("a", "b", "c")) {
            handle.execute(
                "insert into sources (url, kind, name) values (?, 'FEED', ?)", name, name);
          }
          handle.execute(
              "insert into sightings (article_id, source_id, url, seen) select a.id, s.id, s.url,"
                  + " now() from articles a, sources s where a.title = ?",
              BANK);
        });
    run(NOW);
    assertEquals(3, stories.find(storyOf(BANK)).orElseThrow().outlets());
    assertEquals(storyOf(BANK), stories.top(1).getFirst().id());
  }

  @Test
  void aMergedStoryIsFoundUnderItsOldNumber() {
    article("The Quay", FERRY, 0);
    run(NOW);
    long redirect = new StoryRows(database).story("en", 1, NOW);
    new StoryRows(database).merge(redirect, storyOf(FERRY));
    assertEquals(storyOf(FERRY), stories.find(redirect).orElseThrow().id());
  }

  @Test
  void aStoppedRunIsFinishedByTheNext() {
    article("The Quay", FERRY, 0);
    article("Amber Post", FERRY_TOO, 1);
    var cancellation = new Cancellation();
    var context =
        new JobContext(
            1,
            InstantSource.fixed(NOW),
            cancellation,
            (done, total) -> cancellation.cancel("test"));
    assertThrows(CancellationException.class, () -> new ClusterNewsJob(stories).run(context));
    assertEquals(new JobResult(1, 1, 0, "0 new stories, 1 articles joined one"), run(NOW));
    assertEquals(storyOf(FERRY), storyOf(FERRY_TOO));
  }

  private JobResult run(Instant now) {
    return new ClusterNewsJob(stories)
        .run(
            new JobContext(
                1, InstantSource.fixed(now), new Cancellation(), JobContext.Progress.SILENT));
  }

  private void article(String outlet, String title, int minute) {
    database.useTransaction(
        handle ->
            handle.execute(
                "insert into articles (outlet, url, title, body, language, published, first_seen)"
                    + " values (?, 'https://a.example/' || md5(?), ?, '', 'en', ?, ?)",
                outlet,
                title,
                title,
                NOW.plusSeconds(60L * minute - 7200),
                NOW));
  }

  private long storyOf(String title) {
    return database.<Long>inTransaction(
        handle ->
            handle
                .createQuery("select story_id from articles where title = :title")
                .bind("title", title)
                .mapTo(Long.class)
                .one());
  }
}
