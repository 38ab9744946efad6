package dev.nashra.collect;

import dev.nashra.text.TextDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the links to articles from a section page of a news site: those that match a pattern, or
 * those that look like articles.
 */
public final class SectionPageReader implements SourceReader {
  /** Bytes past these are not read. */
  public static final int MOST_BYTES = 5 << 20;

  private static final int MOST_ENTRIES = 200;
  private static final int MOST_LINKS = 3_000;
  private static final String NAVIGATION =
      "nav, footer, form, [role=navigation], [role=contentinfo], [role=menu], [role=search],"
          + " [class*=breadcrumb], [class*=footer], [id*=footer], [class*=cookie], [class*=share],"
          + " [class*=social], [class*=pagination], [class*=navbar], [class*=menu], [id*=menu]";
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)[?&](?:utm_[a-z]+|fbclid|gclid|ref|xtor|at_[a-z]+|cmpid|mc_[a-z]+)=[^&#]*");

  private final @Nullable LinkPattern pattern;

  /** A reader of the links that match; without a pattern it judges by itself. */
  public SectionPageReader(@Nullable LinkPattern pattern) {
    this.pattern = pattern;
  }

  @Override
  public ReadResult read(byte[] body, @Nullable String charset, @Nullable String url) {
    var bounded = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
    var html = TextDecoder.html(bounded, charset).text();
    var page = Jsoup.parse(html, url == null ? "" : url);
    var base = page.baseUri().isEmpty() ? url : page.baseUri();
    var entries = entries(page, url, base);
    if (entries.isEmpty()) {
      return new ReadResult.Unreadable(
          pattern == null
              ? "No links to articles were found on this page."
              : "No link on this page matches the pattern.",
          FeedReader.feeds(html, url));
    }
    return new ReadResult.Read(feed(page, url, base, entries));
  }

  /** What is the same for two links to one article. */
  static String key(String url) {
    var bare = TRACKING.matcher(url.replaceFirst("#.*$", "")).replaceAll("");
    return bare.replaceFirst("(?i)^https?://(?:www\\.|m\\.)?", "").replaceFirst("/+$", "");
  }

  private List<FeedEntry> entries(Document page, @Nullable String url, @Nullable String base) {
    var cards = new LinkedHashMap<String, LinkCard>();
    var links = new LinkedHashMap<String, String>();
    for (var link : page.body().select("a[href]").stream().limit(MOST_LINKS).toList()) {
      var address = Links.web(link.attr("href"), base);
      if (address != null && cards.size() < MOST_ENTRIES && isArticle(link, address, url, base)) {
        var key = key(address);
        var card = new LinkCard(link, key, base);
        links.putIfAbsent(key, address.replaceFirst("#.*$", ""));
        cards.merge(key, card, (old, other) -> other.rank() > old.rank() ? other : old);
      }
    }
    return cards.entrySet().stream()
        .filter(card -> card.getValue().rank() > 0)
        .map(card -> entry(Objects.requireNonNull(links.get(card.getKey())), card.getValue()))
        .toList();
  }

  private boolean isArticle(
      Element link, String address, @Nullable String url, @Nullable String base) {
    if (link.closest(NAVIGATION) != null || (url != null && isOfSamePage(address, url))) {
      return false;
    }
    if (pattern != null) {
      return pattern.matches(address);
    }
    var card = new LinkCard(link, key(address), base);
    var title = card.title();
    return isSameSite(Links.host(address), Links.host(url))
        && ArticleLink.isLikely(address, title == null ? "" : title, card.isHeaded());
  }

  /** Such links change the view of the page; articles told by a number only are other pages. */
  private static boolean isOfSamePage(String address, String url) {
    return key(address).equals(key(url))
        || (!ArticleLink.hasNumberInQuery(address)
            && key(address).replaceFirst("\\?.*$", "").equals(key(url).replaceFirst("\\?.*$", "")));
  }

  private static boolean isSameSite(String host, String site) {
    return site.isEmpty()
        || host.equals(site)
        || host.endsWith("." + site)
        || site.endsWith("." + host);
  }

  private static FeedEntry entry(String link, LinkCard card) {
    var lead = card.lead();
    return new FeedEntry(
        link,
        card.title(),
        link,
        card.published(),
        null,
        lead == null ? null : HtmlCleaner.escape(lead),
        null,
        null,
        List.of(),
        List.of(),
        null,
        card.image());
  }

  private static Feed feed(
      Document page, @Nullable String url, @Nullable String base, List<FeedEntry> entries) {
    var site = meta(page, "og:site_name");
    return new Feed(
        site == null ? PlainText.line(page.title()) : site,
        url == null ? Links.web(page.select("link[rel=canonical]").attr("href"), base) : url,
        meta(page, "og:description", "description"),
        PlainText.line(page.select("html").attr("lang")),
        null,
        null,
        null,
        Links.web(meta(page, "og:image"), base),
        null,
        null,
        meta(page, "generator"),
        null,
        entries);
  }

  private static @Nullable String meta(Document page, String... names) {
    for (var name : names) {
      for (var meta : page.select("meta[property=" + name + "], meta[name=" + name + "]")) {
        var content = PlainText.line(meta.attr("content"));
        if (content != null) {
          return content;
        }
      }
    }
    return null;
  }
}
