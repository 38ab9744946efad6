package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads documents written in tests. */
final class Reading {
  static final String HERE = "https://news.example/world/feed.xml";

  private Reading() {}

  static Feed feed(String document) {
    return feed(document, HERE);
  }

  static Feed feed(String document, @Nullable String url) {
    return read(new FeedReader(), document, url);
  }

  static Feed read(SourceReader reader, String document, @Nullable String url) {
    var result = reader.read(document.getBytes(StandardCharsets.UTF_8), null, url);
    return assertInstanceOf(ReadResult.Read.class, result, result::toString).feed();
  }

  static ReadResult.Unreadable refusal(SourceReader reader, String document, @Nullable String url) {
    var result = reader.read(document.getBytes(StandardCharsets.UTF_8), null, url);
    return assertInstanceOf(ReadResult.Unreadable.class, result);
  }

  /** The only entry of an RSS 2.0 feed with this inside its item. */
  static FeedEntry item(String inside) {
    return feed("""
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:content="http://purl.org/rss/1.0/modules/content/"
                xmlns:media="http://search.yahoo.com/mrss/"
                xmlns:atom="http://www.w3.org/2005/Atom"
                xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
              <channel><link>https://news.example/</link><item>%s</item></channel></rss>
            """
            .formatted(inside))
        .entries()
        .getFirst();
  }

  /** The only entry of an Atom feed with this inside it. */
  static FeedEntry entry(String inside) {
    return feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>" + inside + "</entry></feed>")
        .entries()
        .getFirst();
  }
}
