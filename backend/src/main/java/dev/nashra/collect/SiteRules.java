package dev.nashra.collect;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.nashra.http.FetchRequest;
import dev.nashra.http.FetchResult.Cause;
import dev.nashra.http.FetchResult.Failed;
import dev.nashra.http.FetchResult.Fetched;
import dev.nashra.http.FetchResult.NotModified;
import dev.nashra.http.HttpFetcher;
import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What sites say in robots.txt about programs that read their pages, as RFC 9309 has it.
 *
 * <p>Each site is asked once a day. It is not asked about feeds and channels: an outlet publishes
 * those for programs.
 */
public final class SiteRules {
  private static final List<String> AGENT = List.of("nashra");

  /** RFC 9309 wants 500 KiB read; what lies beyond is not. */
  private static final int MOST_BYTES = 512 * 1024;

  private static final int MOST_SITES = 256;
  private static final int MOST_RULES = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration KNOWN_FOR = Duration.ofDays(1);
  private static final Duration UNREACHABLE_FOR = Duration.ofMinutes(30);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final HttpFetcher fetcher;
  private final Set<String> ownHosts;
  private final InstantSource clock;

  /** By scheme, host and port, the one asked about last at the end. Guarded by itself. */
  private final SequencedMap<String, Site> sites = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param ownHosts hosts, or hosts with port, whose robots.txt is not asked
   */
  public SiteRules(HttpFetcher fetcher, List<String> ownHosts, InstantSource clock) {
    this.fetcher = fetcher;
    this.ownHosts = Set.copyOf(ownHosts);
    this.clock = clock;
  }

  /** Why a page must not be read, in words for the operator. */
  record Refusal(String reason, Cause cause) {}

  /** Null when the page may be read. */
  @Nullable Refusal refusal(String url, Deadline deadline) throws InterruptedException {
    var page = HttpUrl.parse(url);
    if (page == null
        || ownHosts.contains(page.host())
        || ownHosts.contains(page.host() + ":" + page.port())) {
      return null;
    }
    var site = site(page, deadline);
    if (site.fault != null) {
      return new Refusal(
          "robots.txt of %s could not be read (%s)".formatted(page.host(), site.fault),
          Cause.TRANSIENT);
    }
    return site.rules.isAllowed(page.toString())
        ? null
        : new Refusal(
            "robots.txt of %s does not let programs read %s"
                .formatted(page.host(), page.encodedPath()),
            Cause.PERMANENT);
  }

  /** Waits as long as the site wants between two pages, up to a bound. */
  void awaitTurn(String url, Deadline deadline) throws InterruptedException {
    var page = HttpUrl.parse(url);
    var site = page == null ? null : known(authority(page));
    if (site != null && !site.pause().isZero()) {
      Waiter.pause(shorter(site.reserve(clock.instant()), deadline.left()));
    }
  }

  private Site site(HttpUrl page, Deadline deadline) throws InterruptedException {
    var known = known(authority(page));
    if (known != null) {
      return known;
    }
    var site = ask(page, deadline);
    synchronized (sites) {
      sites.put(authority(page), site);
      while (sites.size() > MOST_SITES || (rules() > MOST_RULES && sites.size() > 1)) {
        sites.pollFirstEntry();
      }
    }
    return site;
  }

  private @Nullable Site known(String authority) {
    synchronized (sites) {
      var site = sites.get(authority);
      return site == null || clock.instant().isAfter(site.until) ? null : site;
    }
  }

  private int rules() {
    return sites.values().stream().mapToInt(site -> site.rules.getRobotRules().size()).sum();
  }

  private Site ask(HttpUrl page, Deadline deadline) throws InterruptedException {
    var address = page.resolve("/robots.txt");
    var url = String.valueOf(address);
    var now = clock.instant();
    var result =
        fetcher.fetch(FetchRequest.cutAt(url, MOST_BYTES, shorter(PATIENCE, deadline.left())));
    return switch (result) {
      case Fetched fetched -> new Site(parse(url, fetched.body()), null, now.plus(KNOWN_FOR));
      case Failed(String reason, Cause cause, _) when cause == Cause.TRANSIENT ->
          new Site(everything(), reason, now.plus(UNREACHABLE_FOR));
      // No such file; or an address that the page's own fetch will refuse with its reason.
      case Failed _, NotModified _ -> new Site(everything(), null, now.plus(KNOWN_FOR));
    };
  }

  private static SimpleRobotRules parse(String url, byte[] file) {
    return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
        .parseContent(url, file, "text/plain", AGENT);
  }

  private static SimpleRobotRules everything() {
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }

  private static String authority(HttpUrl url) {
    return url.scheme() + "://" + url.host() + ":" + url.port();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** A site's rules and when its next page may be asked for. */
  private static final class Site {
    private final SimpleRobotRules rules;
    private final @Nullable String fault;
    private final Instant until;
    private Instant nextPage = Instant.MIN; // guarded by this

    Site(SimpleRobotRules rules, @Nullable String fault, Instant until) {
      this.rules = rules;
      this.fault = fault;
      this.until = until;
    }

    Duration pause() {
      var asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
      return shorter(asked, LONGEST_PAUSE);
    }

    synchronized Duration reserve(Instant now) {
      var turn = nextPage.isAfter(now) ? nextPage : now;
      nextPage = turn.plus(pause());
      return Duration.between(now, turn);
    }
  }
}
