package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.article.Arrival;
import dev.nashra.article.ArticleUrl;
import dev.nashra.article.IncomingArticle;
import dev.nashra.source.NewSource;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ArticleTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final String LONG_TEXT = "The bridge over the river was closed again. ".repeat(20);

  private final ArticleTable table = new ArticleTable(DATABASE.get());
  private long source;
  private long otherSource;

  @BeforeEach
  void sources() {
    DATABASE.get().useTransaction(h -> h.execute("truncate sources, articles cascade"));
    var sources = new SourceTable(DATABASE.get());
    source = sources.add(NewSource.at("http://a.example/feed", "A")).orElseThrow().id();
    otherSource = sources.add(NewSource.at("http://b.example/feed", "B")).orElseThrow().id();
  }

  @Test
  void sameAddressIsTheSameArticle() {
    assertEquals(Arrival.NEW, store("http://a.example/1", null, "Title", "Text"));
    assertEquals(Arrival.KNOWN, store("http://a.example/1#top", null, "Title", "Text"));
    assertEquals(1, count("articles"));
  }

  @Test
  void editedHeadlineIsANewVersion() {
    store("http://a.example/1", "g1", "Title", "Text");

    assertEquals(Arrival.NEW_VERSION, store("http://a.example/1", "g1", "New title", "Text"));
    assertEquals(1, count("articles"));
    assertEquals(2, count("article_versions"));
    var known = table.known(List.of(ArticleUrl.normalize("http://a.example/1"))).values();
    assertEquals("New title", known.iterator().next().title());
  }

  @Test
  void wordingThatWasSeenBeforeIsNoNewVersion() {
    store("http://a.example/1", "g1", "One", "Text");
    store("http://a.example/1", "g1", "Two", "Text");

    assertEquals(Arrival.KNOWN, store("http://a.example/1", "g1", "One", "Text"));
  }

  @Test
  void guidJoinsAddressesOfOneSourceOnly() {
    store("http://a.example/1", "same", "Title", "Text");

    assertEquals(Arrival.KNOWN, store("http://a.example/moved", "same", "Title", "Text"));
    assertEquals(
        Arrival.NEW,
        table.store(article(otherSource, "http://b.example/1", "same", "x", "y"), NOW));
  }

  @Test
  void sameLongTextElsewhereIsASightingOfTheSameArticle() {
    store("http://a.example/1", null, "Title", LONG_TEXT);

    var elsewhere = article(otherSource, "http://b.example/9", null, "Title", LONG_TEXT);
    assertEquals(Arrival.SEEN_ELSEWHERE, table.store(elsewhere, NOW));
    assertEquals(Arrival.KNOWN, table.store(elsewhere, NOW));
    assertEquals(1, count("articles"));
    assertEquals(2, count("sightings"));
  }

  @Test
  void shortTextsProveNothing() {
    store("http://a.example/1", null, "Live updates", "");

    assertEquals(Arrival.NEW, store("http://a.example/2", null, "Live updates", ""));
  }

  @Test
  void olderCopyDoesNotReplaceANewerOne() {
    table.store(updated("New", NOW), NOW);

    assertEquals(Arrival.KNOWN, table.store(updated("Old", NOW.minusSeconds(60)), NOW));
    assertEquals(Arrival.NEW_VERSION, table.store(updated("Newest", NOW.plusSeconds(1)), NOW));
  }

  @Test
  void sameArticlesFromManyThreadsAreStoredOnce() throws Exception {
    for (var seed = 0; seed < 10; seed++) {
      var random = new Random(seed);
      var run = "http://a.example/" + seed + "/";
      var work =
          IntStream.range(0, 60)
              .mapToObj(_ -> run + random.nextInt(5))
              .<Callable<Arrival>>map(url -> () -> store(url, null, "Title " + url, "Text"))
              .toList();
      try (var executor = Executors.newFixedThreadPool(8)) {
        var fresh = 0;
        for (var result : executor.invokeAll(work)) {
          fresh += result.get() == Arrival.NEW ? 1 : 0;
        }
        assertEquals(5, fresh, "seed " + seed);
      }
    }
  }

  private Arrival store(String url, @Nullable String guid, String title, String text) {
    return table.store(article(source, url, guid, title, text), NOW);
  }

  private static IncomingArticle article(
      long source, String url, @Nullable String guid, String title, String text) {
    return new IncomingArticle(
        source, "A", url, guid, title, text, List.of("Amal"), "en", NOW, null, null);
  }

  private IncomingArticle updated(String title, Instant updated) {
    return new IncomingArticle(
        source,
        "A",
        "http://a.example/u",
        null,
        title,
        "Text",
        List.of(),
        "en",
        NOW,
        updated,
        null);
  }

  private static int count(String rows) {
    return DATABASE
        .get()
        .<Integer>inTransaction(
            h -> h.createQuery("select count(*) from " + rows).mapTo(Integer.class).one());
  }
}
