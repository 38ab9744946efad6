package dev.nashra.collect;

import dev.nashra.http.Traffic;
import dev.nashra.source.Sources;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Parallel;
import dev.nashra.worker.TimeoutType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Reads all sources that are due, several at once, and stores the articles that are new.
 *
 * <p>A source that fails costs nobody else anything: its error is kept with it, and it is asked
 * again later.
 */
public final class ScrapeNewsJob implements Job {
  private final Sources sources;
  private final SourceScraper scraper;
  private final int concurrency;

  /**
   * @param concurrency sources read at once
   */
  public ScrapeNewsJob(Sources sources, SourceScraper scraper, int concurrency) {
    this.sources = sources;
    this.scraper = scraper;
    this.concurrency = concurrency;
  }

  @Override
  public String name() {
    return "scrape_news";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.SCRAPING;
  }

  @Override
  public JobResult run(JobContext context) throws Exception {
    var due = sources.due(context.clock().instant());
    var done = new AtomicInteger();
    var bytes = new LongAdder();
    var tallies =
        Parallel.map(
            concurrency,
            due,
            source -> {
              var tally = Traffic.count(bytes, () -> scraper.scrape(source, context));
              context.progress().at(done.incrementAndGet(), due.size());
              return tally;
            });
    var total = tallies.stream().reduce(ScrapeTally.NOTHING, ScrapeTally::plus);
    return new JobResult(due.size(), total.stored(), total.failedSources(), total.note())
        .withBytes(bytes.sum());
  }
}
