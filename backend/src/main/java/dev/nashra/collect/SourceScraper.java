package dev.nashra.collect;

import dev.nashra.article.ArticleUrl;
import dev.nashra.article.Articles;
import dev.nashra.article.Articles.KnownArticle;
import dev.nashra.collect.Collected.Offered;
import dev.nashra.collect.Collected.Unavailable;
import dev.nashra.collect.Collected.Unchanged;
import dev.nashra.http.FetchResult.Cause;
import dev.nashra.source.RetryPlan;
import dev.nashra.source.Source;
import dev.nashra.source.Sources;
import dev.nashra.time.Deadline;
import dev.nashra.worker.JobContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one source and stores the articles that are new. */
public final class SourceScraper {
  private static final Logger LOG = LoggerFactory.getLogger(SourceScraper.class);
  private static final Comparator<FeedEntry> OLDEST_FIRST =
      Comparator.comparing(entry -> time(entry).orElse(Instant.MIN));

  private final Sources sources;
  private final Articles articles;
  private final SourceCollector collector;
  private final ArticleReader reader;
  private final Duration patience;
  private final int mostNewArticles;

  /**
   * @param patience how long one source may take, its articles included
   * @param mostNewArticles taken from one source at once; the rest follow in the next cycles
   */
  public SourceScraper(
      Sources sources,
      Articles articles,
      SourceCollector collector,
      Duration patience,
      int mostNewArticles) {
    this.sources = sources;
    this.articles = articles;
    this.collector = collector;
    this.reader = new ArticleReader(collector);
    this.patience = patience;
    this.mostNewArticles = mostNewArticles;
  }

  ScrapeTally scrape(Source source, JobContext context) throws InterruptedException {
    try {
      var deadline = Deadline.in(patience);
      return switch (collector.collect(source, deadline)) {
        case Unchanged(var memory) -> {
          sources.succeeded(source.id(), memory, formerNote(source), context.clock().instant());
          yield ScrapeTally.NOTHING;
        }
        case Unavailable unavailable -> fail(source, unavailable, context);
        case Offered offered -> store(source, offered, deadline, context);
      };
    } catch (RuntimeException e) {
      context.cancellation().throwIfCancelled();
      LOG.warn("Source {} could not be read", source.url(), e);
      return fail(
          source, new Unavailable("an error of ours: " + e, Cause.TRANSIENT, null), context);
    }
  }

  private ScrapeTally fail(Source source, Unavailable unavailable, JobContext context) {
    LOG.info("Source {} ({}) failed: {}", source.name(), source.url(), unavailable.reason());
    var now = context.clock().instant();
    var failures = source.health().failures() + 1;
    var wait =
        switch (unavailable.cause()) {
          case TRANSIENT -> RetryPlan.afterTransient(failures, unavailable.retryAfter());
          case PERMANENT -> RetryPlan.afterPermanent(failures);
          case REFUSED -> Duration.ZERO; // It costs nobody anything, and ends with a setting.
          case GONE -> RetryPlan.AFTER_GONE;
        };
    sources.failed(source.id(), unavailable.reason(), now, now.plus(wait));
    return ScrapeTally.FAILED;
  }

  private ScrapeTally store(Source source, Offered offered, Deadline deadline, JobContext context)
      throws InterruptedException {
    var known = articles.known(urls(offered.feed().entries()));
    var changed = offered.feed().entries().stream().filter(e -> mayBeNews(e, known)).toList();
    var chosen = newest(changed);
    var tally = ScrapeTally.NOTHING;
    for (var entry : chosen) {
      if (deadline.isPast()) {
        break;
      }
      tally = tally.plus(store(source, entry, deadline, context));
    }
    // While something is left over, the source's memory stays as it was: it is offered again.
    var complete = chosen.size() == changed.size() && !deadline.isPast();
    sources.succeeded(
        source.id(),
        complete ? offered.memory() : source.memory(),
        chosen.isEmpty() ? formerNote(source) : note(chosen, deadline),
        context.clock().instant());
    return tally;
  }

  /** What is amiss with articles just read although they were; their sites have answered before. */
  private @Nullable String note(List<FeedEntry> read, Deadline deadline)
      throws InterruptedException {
    for (var entry : read) {
      var link = entry.link();
      var refusal =
          link == null || ArticleReader.isWhole(entry) ? null : collector.refusal(link, deadline);
      if (refusal != null) {
        return "read from the source alone: " + refusal.reason();
      }
    }
    return null;
  }

  private static @Nullable String formerNote(Source source) {
    return source.health().failures() == 0 ? source.health().lastError() : null;
  }

  private ScrapeTally store(Source source, FeedEntry entry, Deadline deadline, JobContext context)
      throws InterruptedException {
    return reader
        .read(source, entry, deadline)
        .map(article -> ScrapeTally.of(articles.store(article, context.clock().instant())))
        .orElse(ScrapeTally.NOTHING);
  }

  private static List<String> urls(List<FeedEntry> entries) {
    return entries.stream().flatMap(entry -> url(entry).stream()).distinct().toList();
  }

  /**
   * A known article is read again when the source says that it has changed, or shows another text
   * of it.
   */
  private static boolean mayBeNews(FeedEntry entry, Map<String, KnownArticle> known) {
    var article = url(entry).map(known::get);
    return article.isEmpty()
        || isChanged(entry.title(), article.get().title())
        || isNewer(entry.updated(), article.get().updated())
        || (ArticleReader.isWhole(entry)
            && !ArticleReader.text(entry).equals(article.get().text()));
  }

  private static boolean isChanged(@Nullable String now, String before) {
    return now != null && !now.equals(before);
  }

  private static boolean isNewer(@Nullable Instant now, @Nullable Instant before) {
    return now != null && before != null && now.isAfter(before);
  }

  /** The newest of them, the oldest of these first, so that versions come in their order. */
  private List<FeedEntry> newest(List<FeedEntry> entries) {
    var sorted = entries.stream().sorted(OLDEST_FIRST).toList();
    return sorted.subList(Math.max(0, sorted.size() - mostNewArticles), sorted.size());
  }

  private static Optional<Instant> time(FeedEntry entry) {
    return Optional.ofNullable(entry.updated()).or(() -> Optional.ofNullable(entry.published()));
  }

  private static Optional<String> url(FeedEntry entry) {
    return Optional.ofNullable(entry.link()).map(ArticleUrl::normalize);
  }
}
