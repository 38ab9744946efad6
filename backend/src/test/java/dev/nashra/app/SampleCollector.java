package dev.nashra.app;

import dev.nashra.collect.ScrapeNewsJob;
import dev.nashra.collect.SiteRules;
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
import dev.nashra.store.Database;
import dev.nashra.store.SourceTable;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Lets tests collect the sample newsroom over real HTTP into a real database. */
final class SampleCollector {
  static final Instant NOW = Instant.parse("2026-03-04T06:00:00Z");

  private final Database database;
  private final Path folder;

  SampleCollector(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** The outlets as sources, whose languages are to be detected, and nothing else. */
  void addSources(SampleNewsroom sample) {
    database.useTransaction(h -> h.execute("truncate sources, articles cascade"));
    var sources = new SourceTable(database);
    for (var outlet : sample.outlets()) {
      var section = outlet.kind() == OutletKind.SECTION;
      sources.add(
          new NewSource(
              sample.addressOf(outlet),
              section ? SourceKind.SECTION : SourceKind.AUTO,
              outlet.name(),
              null,
              section ? "*" + outlet.articleFolder() + "*" : null,
              null));
    }
  }

  ScrapeNewsJob scraping() {
    var fetcher =
        new HttpFetcher(new AddressGuard(List.of("127.0.0.1")), "Test", InstantSource.fixed(NOW));
    var credentials = Settings.load(Map.of(), folder.resolve(".env")).credentials();
    var sources = new SourceTable(database);
    var scraper =
        new SourceScraper(
            sources,
            new ArticleTable(database),
            new SourceCollector(
                fetcher, new SiteRules(fetcher, List.of(), InstantSource.fixed(NOW)), credentials),
            Duration.ofMinutes(2),
            50);
    return new ScrapeNewsJob(sources, scraper, 4);
  }

  static JobResult run(Job job) throws Exception {
    return job.run(
        new JobContext(
            1, InstantSource.fixed(NOW), new Cancellation(), JobContext.Progress.SILENT));
  }
}
