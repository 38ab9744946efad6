package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.sample.SampleNewsroom;
import dev.nashra.store.SourceTable;
import dev.nashra.store.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Collecting the sample newsroom over real HTTP into a real database. */
final class ScrapeSampleTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @TempDir private Path folder;

  @Test
  void everyReadableOutletIsCollectedOnceAndTheOthersSayWhy() throws Exception {
    try (var sample = new SampleNewsroom(0, SampleCollector.NOW)) {
      var collector = new SampleCollector(DATABASE.get(), folder);
      collector.addSources(sample);
      var job = collector.scraping();

      var first = SampleCollector.run(job);
      var second = SampleCollector.run(job);

      var articles = SampleNewsroom.load().stream().mapToInt(o -> o.articles().size()).sum();
      // A copy read from its outlet's page begins with that outlet's own standfirst: another text.
      var copies =
          SampleNewsroom.load().stream()
              .filter(outlet -> outlet.fullText())
              .flatMap(outlet -> outlet.articles().stream())
              .filter(article -> article.copyOf() != null)
              .count();
      assertEquals(14, first.in());
      assertEquals(2, first.failed());
      assertEquals(articles - copies, count("articles"));
      assertEquals(articles, count("sightings"));
      assertTrue(count("articles where version = 2") >= 1, "the updated article has two versions");
      assertEquals(0, second.out(), "nothing is collected twice");
      assertEquals(
          List.of("error", "broken").size(),
          new SourceTable(DATABASE.get())
              .all().stream().filter(s -> s.health().lastError() != null).count());
    }
  }

  @Test
  void arabicPagesAreArabicArticles() throws Exception {
    try (var sample = new SampleNewsroom(0, SampleCollector.NOW)) {
      var collector = new SampleCollector(DATABASE.get(), folder);
      collector.addSources(sample);
      SampleCollector.run(collector.scraping());

      Map<String, String> languages =
          SampleNewsroom.load().stream()
              .collect(Collectors.toMap(outlet -> outlet.name(), outlet -> outlet.language()));
      DATABASE
          .get()
          .useTransaction(
              handle ->
                  handle
                      .createQuery("select outlet, language, body from articles")
                      .mapToMap()
                      .forEach(
                          row -> {
                            assertEquals(languages.get(row.get("outlet")), row.get("language"));
                            assertTrue(
                                String.valueOf(row.get("body")).length() > 300,
                                () -> "the whole text of " + row.get("outlet"));
                          }));
    }
  }

  private static int count(String rows) {
    return DATABASE
        .get()
        .<Integer>inTransaction(
            h -> h.createQuery("select count(*) from " + rows).mapTo(Integer.class).one());
  }
}
