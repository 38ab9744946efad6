package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.collect.ScrapeNewsJob;
import dev.nashra.collect.SourceCollector;
import dev.nashra.collect.SourceScraper;
import dev.nashra.config.Settings;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.sample.OutletKind;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.source.NewSource;
import dev.nashra.source.SourceKind;
import dev.nashra.store.ArticleTable;
import dev.nashra.store.SourceTable;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Collecting the sample newsroom over real HTTP into a real database. */
final class ScrapeSampleTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-03-04T06:00:00Z");

  @TempDir private Path folder;

  private final SourceTable sources = new SourceTable(DATABASE.get());

  @Test
  void everyReadableOutletIsCollectedOnceAndTheOthersSayWhy() throws Exception {
    try (var sample = new SampleNewsroom(0, NOW)) {
      addSources(sample);
      var job = job();

      var first = run(job);
      var second = run(job);

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
          sources.all().stream().filter(s -> s.health().lastError() != null).count());
    }
  }

  @Test
  void arabicPagesAreArabicArticles() throws Exception {
    try (var sample = new SampleNewsroom(0, NOW)) {
      addSources(sample);
      run(job());

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

  private void addSources(SampleNewsroom sample) {
    DATABASE.get().useTransaction(h -> h.execute("truncate sources, articles cascade"));
    for (var outlet : sample.outlets()) {
      var section = outlet.kind() == OutletKind.SECTION;
      sources.add(
          new NewSource(
              sample.addressOf(outlet),
              section ? SourceKind.SECTION : SourceKind.AUTO,
              outlet.name(),
              null, // to be detected
              section ? "*" + outlet.articleFolder() + "*" : null,
              null));
    }
  }

  private ScrapeNewsJob job() {
    var fetcher =
        new HttpFetcher(new AddressGuard(List.of("127.0.0.1")), "Test", InstantSource.fixed(NOW));
    var credentials = Settings.load(Map.of(), folder.resolve(".env")).credentials();
    var scraper =
        new SourceScraper(
            sources,
            new ArticleTable(DATABASE.get()),
            new SourceCollector(fetcher, credentials),
            Duration.ofMinutes(2),
            50);
    return new ScrapeNewsJob(sources, scraper, 4);
  }

  private static JobResult run(ScrapeNewsJob job) throws Exception {
    return job.run(
        new JobContext(
            1, InstantSource.fixed(NOW), new Cancellation(), JobContext.Progress.SILENT));
  }

  private static int count(String rows) {
    return DATABASE
        .get()
        .<Integer>inTransaction(
            h -> h.createQuery("select count(*) from " + rows).mapTo(Integer.class).one());
  }
}
