package dev.nashra.collect;

import dev.nashra.text.TextDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed of any kind: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed. The kind is told by
 * what is in it; servers name it wrongly too often.
 */
public final class FeedReader implements SourceReader {
  /** Bytes past these are not read. */
  public static final int MOST_BYTES = 10 << 20;

  private static final int HEAD = 4_096;
  private static final int MOST_FEEDS = 20;
  private static final Pattern FEED_ROOT =
      Pattern.compile("(?i)<(?:[a-z0-9]+:)?(?:rss|rdf|feed|channel)[\\s>/]");
  private static final Pattern HTML =
      Pattern.compile("(?i)<!doctype\\s+html|<(?:html|head|body)[\\s>]");

  @Override
  public ReadResult read(byte[] body, @Nullable String charset, @Nullable String url) {
    var bounded = body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body;
    var text = TextDecoder.xml(bounded, charset).text();
    if (text.isBlank()) {
      return ReadResult.unreadable("The document is empty.");
    }
    var start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      return JsonFeedReader.read(start, url);
    }
    var head = text.substring(0, Math.min(HEAD, text.length()));
    if (HTML.matcher(head).find() && !FEED_ROOT.matcher(head).find()) {
      return page(bounded, charset, url);
    }
    var feed = XmlFeedReader.read(text, url);
    return feed == null
        ? ReadResult.unreadable("This is neither RSS nor RDF, Atom or JSON Feed.")
        : new ReadResult.Read(feed);
  }

  private static ReadResult page(byte[] body, @Nullable String charset, @Nullable String url) {
    var feeds = feeds(TextDecoder.html(body, charset).text(), url);
    return new ReadResult.Unreadable(
        feeds.isEmpty()
            ? "This is an HTML page; it names no feeds."
            : "This is an HTML page; its feeds are: " + String.join(", ", feeds),
        feeds);
  }

  /** The addresses of the feeds that an HTML page names (RSS Autodiscovery). */
  public static List<String> feeds(String html, @Nullable String url) {
    var page = Jsoup.parse(html, url == null ? "" : url);
    return page.select("link[rel~=(?i)\\balternate\\b][href]").stream()
        .filter(
            link ->
                link.attr("type")
                    .matches("(?i)application/(?:(?:rss|atom|rdf)\\+xml|feed\\+json|json)"))
        .map(link -> address(link.absUrl("href"), link.attr("href")))
        .filter(address -> !address.isEmpty())
        .distinct()
        .limit(MOST_FEEDS)
        .toList();
  }

  /** Without the page's own address a relative link is still of use to the reader of a message. */
  private static String address(String absolute, String written) {
    return absolute.isEmpty() ? written.strip() : absolute;
  }
}
