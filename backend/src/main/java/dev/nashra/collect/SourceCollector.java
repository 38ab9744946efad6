package dev.nashra.collect;

import dev.nashra.article.ContentHash;
import dev.nashra.collect.Collected.Unavailable;
import dev.nashra.config.Credentials;
import dev.nashra.http.FetchRequest;
import dev.nashra.http.FetchResult;
import dev.nashra.http.FetchResult.Cause;
import dev.nashra.http.FetchResult.Failed;
import dev.nashra.http.FetchResult.Fetched;
import dev.nashra.http.FetchResult.NotModified;
import dev.nashra.http.HttpFetcher;
import dev.nashra.source.Source;
import dev.nashra.source.Source.Memory;
import dev.nashra.source.SourceKind;
import dev.nashra.time.Deadline;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Fetches a source's document and reads what it offers. */
public final class SourceCollector {
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(30);

  private final HttpFetcher fetcher;
  private final SiteRules rules;
  private final Credentials credentials;

  public SourceCollector(HttpFetcher fetcher, SiteRules rules, Credentials credentials) {
    this.fetcher = fetcher;
    this.rules = rules;
    this.credentials = credentials;
  }

  /** What the source offers now, unless that is what it offered last time. */
  public Collected collect(Source source, Deadline deadline) throws InterruptedException {
    var credential = source.credential();
    if (credential != null && credentials.header(credential).isEmpty()) {
      return new Unavailable(
          "the setting CREDENTIAL_%s is missing".formatted(credential), Cause.PERMANENT, null);
    }
    var refusal = source.kind() == SourceKind.SECTION ? refusal(source.url(), deadline) : null;
    return refusal != null ? refusal : fetch(source, deadline);
  }

  /** Why the site does not let a page be read; null when it does. */
  @Nullable Unavailable refusal(String url, Deadline deadline) throws InterruptedException {
    var refusal = rules.refusal(url, deadline);
    return refusal == null ? null : new Unavailable(refusal.reason(), refusal.cause(), null);
  }

  private Collected fetch(Source source, Deadline deadline) throws InterruptedException {
    return switch (fetcher.fetch(request(source, source.url(), deadline))) {
      case NotModified _ -> new Collected.Unchanged(source.memory());
      case Failed(String reason, Cause cause, Duration retryAfter) ->
          new Unavailable(reason, cause, retryAfter);
      case Fetched fetched -> read(source, fetched, deadline);
    };
  }

  private FetchRequest request(Source source, String url, Deadline deadline) {
    var memory = source.memory();
    var known = url.equals(source.url());
    var credential = source.credential();
    return new FetchRequest(
        url,
        known ? memory.etag() : null,
        known ? memory.lastModified() : null,
        credential == null ? null : credentials.header(credential).orElse(null),
        FeedReader.MOST_BYTES,
        false,
        shorter(FETCH_TIMEOUT, deadline.left()));
  }

  private Collected read(Source source, Fetched fetched, Deadline deadline)
      throws InterruptedException {
    var memory = new Memory(fetched.etag(), fetched.lastModified(), ContentHash.of(fetched.body()));
    if (ContentHash.of(fetched.body()).equals(source.memory().bodyHash())) {
      return new Collected.Unchanged(memory);
    }
    var named = source.kind() == SourceKind.AUTO ? namedFeed(fetched) : null;
    if (named != null) {
      return readNamedFeed(source, named, deadline);
    }
    // Until it was there, nobody knew that it is a page and not a feed.
    var refusal = isPage(source, fetched) ? refusal(fetched.url(), deadline) : null;
    return refusal != null ? refusal : read(source, fetched, memory);
  }

  private static boolean isPage(Source source, Fetched fetched) {
    return source.kind() == SourceKind.AUTO
        && SourceReaders.kind(fetched.body(), fetched.url()) == SourceKind.SECTION;
  }

  private static Collected read(Source source, Fetched fetched, Memory memory) {
    var result =
        SourceReaders.of(source.kind(), source.linkPattern())
            .read(fetched.body(), fetched.charset(), fetched.url());
    return switch (result) {
      case ReadResult.Read(Feed feed) -> new Collected.Offered(feed, memory);
      case ReadResult.Unreadable(String reason, _) ->
          new Unavailable(reason, Cause.PERMANENT, null);
    };
  }

  /** A page's address was added as a source, and the page names its feed: that is what is meant. */
  private static @Nullable String namedFeed(Fetched page) {
    return SourceReaders.kind(page.body(), page.url()) == SourceKind.SECTION
            && new FeedReader().read(page.body(), page.charset(), page.url())
                instanceof ReadResult.Unreadable(_, var feeds)
            && !feeds.isEmpty()
        ? feeds.getFirst()
        : null;
  }

  private Collected readNamedFeed(Source source, String feedUrl, Deadline deadline)
      throws InterruptedException {
    return switch (fetcher.fetch(request(source, feedUrl, deadline))) {
      case Fetched found ->
          switch (new FeedReader().read(found.body(), found.charset(), found.url())) {
            case ReadResult.Read(Feed feed) -> new Collected.Offered(feed, Memory.NONE);
            case ReadResult.Unreadable(String reason, _) ->
                new Unavailable(feedUrl + ": " + reason, Cause.PERMANENT, null);
          };
      case Failed(String reason, Cause cause, Duration retryAfter) ->
          new Unavailable(feedUrl + ": " + reason, cause, retryAfter);
      case NotModified _ -> new Collected.Unchanged(Memory.NONE);
    };
  }

  /** The page of an article; null when it cannot be had, or its site does not want it read. */
  @Nullable Fetched page(Source source, String url, Deadline deadline) throws InterruptedException {
    if (refusal(url, deadline) != null) {
      return null;
    }
    rules.awaitTurn(url, deadline);
    var sameSite = sameHost(source.url(), url);
    var credential = source.credential();
    var request =
        new FetchRequest(
            url,
            null,
            null,
            sameSite && credential != null ? credentials.header(credential).orElse(null) : null,
            SectionPageReader.MOST_BYTES,
            false,
            shorter(FETCH_TIMEOUT, deadline.left()));
    FetchResult result = fetcher.fetch(request);
    return result instanceof Fetched fetched ? fetched : null;
  }

  private static boolean sameHost(String one, String other) {
    var first = HttpUrl.parse(one);
    var second = HttpUrl.parse(other);
    return first != null
        && second != null
        && first.host().equals(second.host())
        && first.port() == second.port();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
