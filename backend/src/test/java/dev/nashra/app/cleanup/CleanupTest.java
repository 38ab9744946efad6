package dev.nashra.app.cleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.article.Arrival;
import dev.nashra.article.IncomingArticle;
import dev.nashra.config.Settings;
import dev.nashra.media.Brand;
import dev.nashra.media.RenderingKind;
import dev.nashra.publish.local.Masthead;
import dev.nashra.store.ArticleTable;
import dev.nashra.store.RenderingTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.store.WorkerTable;
import dev.nashra.time.Cancellation;
import dev.nashra.time.Clock;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Old things go, and nothing that anybody still needs. */
final class CleanupTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration OLD = Duration.ofDays(100);
  private static final String KEEP_ALL = "0";

  @TempDir private Path data;

  @AfterEach
  void empty() {
    execute(
        "truncate sources, articles, stories, editions, accounts, cycles, runs, workers cascade");
  }

  @Test
  void anOldArticleLosesItsTextAndIsStillKnown() throws Exception {
    var old = article("https://courier.example/1", "The bridge is open");
    var alive = article("https://courier.example/2", "The bridge is closed");
    story(1, old.url(), "100 days");
    story(2, alive.url(), "1 hour");

    var result = clean(Map.of());

    // The living story's article keeps its text; the wordings of both go.
    assertEquals("1 article texts (1 kB); 2 earlier wordings (1 kB)", result.note());
    assertEquals(1, count("articles where body = '' and url like '%/1'"));
    assertEquals(1, count("articles where body <> '' and url like '%/2'"));
    assertEquals(Arrival.KNOWN, store(old, Clock.SYSTEM.instant()));
    assertEquals(2, count("articles"));
    assertEquals(2, count("article_versions"));
    assertEquals("nothing was too old", clean(Map.of()).note());
  }

  @Test
  void anOldArticleWithANewWordingHasATextAgain() throws Exception {
    var old = article("https://courier.example/1", "The bridge is open");
    story(1, old.url(), "100 days");
    clean(Map.of());

    var reworded = article("https://courier.example/1", "The bridge is open, at last");

    assertEquals(1, count("articles where body <> '' and text_removed is null"));
    assertEquals("The bridge is open, at last", reworded.title());
  }

  @Test
  void supersededReportsGoButNotThoseThatSomethingWasMadeOf() throws Exception {
    execute("insert into stories (language, created, updated) values ('en', now(), now())");
    for (var version = 1; version <= 4; version++) {
      report(version);
    }
    execute(
        """
        insert into posts (story_id, report_id, network, language, body, hashtags, link, written)
        select story_id, id, 'LOCAL', 'en', '', '{}', '', now() from reports where version = 1""");
    rendering("REEL", 3, "reel.mp4");

    clean(Map.of("RETENTION_REELS_DAYS", "30"));

    assertEquals(List.of(1L, 3L, 4L), longs("select version from reports order by version"));
    var renderings = new RenderingTable(DATABASE.get());
    assertTrue(
        renderings.neverHad(RenderingKind.REEL, 10, Clock.SYSTEM.instant()).isEmpty(),
        "it would be made again");
  }

  @Test
  void filesOfOldRenderingsGoAndAreNotMadeAgain() throws Exception {
    execute("insert into stories (language, created, updated) values ('en', now(), now())");
    report(1);
    var card = file("media/2026/01/01/1-1-card.jpg", 3000);
    var shown = data.resolve("published/media/2026/01/01/1-1-card.jpg");
    Files.createDirectories(shown.resolveSibling("."));
    Files.createLink(shown, card);
    rendering("CARD", 1, "2026/01/01/1-1-card.jpg");
    rendering("AUDIO", 1, "gone-already.mp3");
    rendering("LINK_IMAGE", 1, "../../outside.jpg");
    var outside = file("outside.jpg", 1);

    var result = clean(Map.of());

    assertFalse(Files.exists(card));
    assertFalse(Files.exists(shown));
    assertTrue(Files.exists(outside));
    assertEquals(3000, result.bytes());
    assertEquals("1 recordings (0 kB); 1 pictures (3 kB); pictures failed", result.note());
    assertEquals(1, result.failed());
    assertEquals(
        List.of("AUDIO", "CARD"),
        texts("select kind from renderings where removed is not null order by kind"));
    assertTrue(
        new RenderingTable(DATABASE.get())
            .lacking(RenderingKind.CARD, 10, Clock.SYSTEM.instant())
            .isEmpty());
  }

  @Test
  void aStoryThatMayStillBePublishedKeepsItsFiles() throws Exception {
    execute("insert into stories (language, created, updated) values ('en', now(), now())");
    report(1);
    var card = file("media/card.jpg", 10);
    rendering("CARD", 1, "card.jpg");
    execute("insert into accounts (network, name) values ('TELEGRAM', 'channel')");
    execute(
        """
        insert into posts (story_id, report_id, network, language, body, hashtags, link, written)
        select story_id, id, 'TELEGRAM', 'en', '', '{}', '', now() from reports""");
    execute(
        """
        insert into publications (post_id, post_version, account_id, format, state)
        select p.id, 1, a.id, 'CARD', 'HELD' from posts p, accounts a""");

    clean(Map.of());
    assertTrue(Files.exists(card));

    execute("update publications set state = 'FAILED'");
    clean(Map.of());
    assertFalse(Files.exists(card));
    assertEquals(1, count("publications"));
    assertEquals(1, count("posts"));
  }

  @Test
  void theRecordOfOldCyclesGoesButNotWhatIsOpenOrTheLastOne() throws Exception {
    var worker = WorkerTable.join(DATABASE.get(), "alive/1");
    execute(
        """
        insert into workers (name, started, lease_until, mode, mode_origin)
        select name, now() - interval '100 days', now() - interval '99 days', '', ''
        from unnest(array['dead/1', 'dead/2']) name""");
    execute(
        """
        insert into cycles (worker, mode, state, started, ended)
        select 'dead/1', 'improved', 'DONE', now() - interval '100 days', now() - interval '100 days'
        from generate_series(1, 1200)""");
    execute(
        """
        insert into runs (cycle_id, stage, job, state, queued, started, ended)
        select id, 'media', 'generate_audio', 'DONE', started, started, started from cycles""");
    execute(
        """
        insert into runs (stage, job, state, queued, started, worker_id)
        select 'media', 'generate_reels', 'RUNNING', started, started, id from workers
        where name = 'dead/2'""");

    clean(Map.of());

    assertEquals(1, count("cycles"));
    assertEquals(List.of("generate_reels"), texts("select job from runs"));
    assertEquals(List.of("alive/1", "dead/2"), texts("select name from workers order by name"));
    worker.leave();
  }

  @Test
  void oldEditionsGoWithTheirFilesButNotTheLastOne() throws Exception {
    for (var day = 1; day <= 3; day++) {
      execute(
          """
          insert into editions (kind, language, period, content_hash, title, content, file,
            audio_file, made, updated)
          values ('DIGEST', 'en', '%1$d', '', '', '{}', 'archive/%1$d.html', 'archive/%1$d.mp3',
            now(), now() - interval '%2$d days')"""
              .formatted(day, 400 - day));
      file("broadcast/archive/%d.html".formatted(day), 5);
      file("broadcast/archive/%d.txt".formatted(day), 5);
      file("broadcast/archive/%d.mp3".formatted(day), 5);
    }

    var result = clean(Map.of());

    assertEquals(List.of("3"), texts("select period from editions"));
    assertEquals(30, result.bytes());
    assertTrue(Files.exists(data.resolve("broadcast/archive/3.mp3")));
    assertFalse(Files.exists(data.resolve("broadcast/archive/2.txt")));
  }

  @Test
  void whatAKilledProcessHadBegunGoesAfterADay() throws Exception {
    var old = file("media/.picture1.part", 5);
    var young = file("media/.picture2.part", 5);
    Files.setLastModifiedTime(old, FileTime.from(Clock.SYSTEM.instant().minus(OLD)));

    assertEquals("1 unfinished files (1 kB)", clean(Map.of()).note());

    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young));
  }

  @Test
  void nothingGoesWhenAllIsKeptForEver() throws Exception {
    var old = article("https://courier.example/1", "The bridge is open");
    story(1, old.url(), "100 days");
    var keep = new HashMap<String, String>();
    for (var kind :
        List.of(
            "ARTICLES", "REPORTS", "PICTURES", "AUDIO", "REELS", "EDITIONS", "RUNS", "WORKERS")) {
      keep.put("RETENTION_%s_DAYS".formatted(kind), KEEP_ALL);
    }

    assertEquals("nothing was too old", clean(keep).note());
  }

  private JobResult clean(Map<String, String> changes) throws InterruptedException {
    var environment = new HashMap<>(changes);
    environment.put("DATA_DIR", data.toString());
    var settings = Settings.load(environment, data.resolve(".env"));
    var masthead = new Masthead(Brand.DEFAULT, "en", ZoneOffset.UTC);
    var context = new JobContext(1, Clock.SYSTEM, new Cancellation(), JobContext.Progress.SILENT);
    try {
      return Cleanup.job(settings, DATABASE.get(), masthead).run(context);
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private IncomingArticle article(String url, String title) {
    execute(
        """
        insert into sources (url, kind, name) values ('https://courier.example/', 'FEED', 'Courier')
        on conflict do nothing""");
    var article =
        new IncomingArticle(
            longs("select id from sources").getFirst(),
            "Courier",
            url,
            null,
            title,
            "All of the text of " + title + " ".repeat(10) + "and more of it.",
            List.of(),
            "en",
            null,
            null,
            null);
    store(article, Clock.SYSTEM.instant().minus(OLD));
    return article;
  }

  private static Arrival store(IncomingArticle article, Instant when) {
    return new ArticleTable(DATABASE.get()).store(article, when);
  }

  private static void story(int number, String url, String age) {
    execute(
        """
        insert into stories (language, created, updated, rank)
        values ('en', now(), now() - interval '%s', %d)"""
            .formatted(age, number));
    execute(
        """
        update articles set story_id = (select id from stories where rank = %d)
        where url = '%s'"""
            .formatted(number, url));
  }

  private static void report(int version) {
    execute(
        """
        insert into reports (story_id, version, input_hash, language, headline, lead, key_points,
          outlets, writer, written)
        select id, %d, '', 'en', '{"text": "", "articleIds": []}', '{"text": "", "articleIds": []}',
          '[]', '{}', '', now() - interval '100 days' from stories"""
            .formatted(version));
  }

  private static void rendering(String kind, int version, String file) {
    execute(
        """
        insert into renderings (story_id, report_id, kind, file, media_type, bytes, made)
        select story_id, id, '%s', '%s', '', 1, now() - interval '100 days' from reports
        where version = %d"""
            .formatted(kind, file, version));
  }

  private Path file(String place, int bytes) throws IOException {
    var file = data.resolve(place);
    Files.createDirectories(file.resolveSibling("."));
    return Files.write(file, new byte[bytes]);
  }

  private static long count(String from) {
    return longs("select count(*) from " + from).getFirst();
  }

  private static List<Long> longs(String sql) {
    return DATABASE.get().inTransaction(handle -> handle.createQuery(sql).mapTo(Long.class).list());
  }

  private static List<String> texts(String sql) {
    return DATABASE
        .get()
        .inTransaction(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static void execute(String sql) {
    DATABASE.get().useTransaction(handle -> handle.execute(sql));
  }
}
