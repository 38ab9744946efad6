package dev.nashra.bot.download;

import dev.nashra.http.FetchResult.Fetched;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * The media that a page names for those who show it elsewhere: OpenGraph (https://ogp.me) and
 * Twitter's cards.
 *
 * @param addresses the best first
 */
record PageMedia(String title, List<String> addresses) {
  /** A page that names more wants to keep us busy. */
  private static final int MOST = 6;

  private static final List<String> NAMES =
      List.of(
          "og:video:secure_url",
          "og:video:url",
          "og:video",
          "twitter:player:stream",
          "og:audio:secure_url",
          "og:audio:url",
          "og:audio",
          "og:image:secure_url",
          "og:image:url",
          "og:image",
          "twitter:image",
          "twitter:image:src");

  static PageMedia of(Fetched page) {
    var document = parse(page);
    var base = HttpUrl.get(page.url());
    var addresses =
        NAMES.stream()
            .flatMap(name -> contents(document, name))
            .flatMap(address -> Optional.ofNullable(base.resolve(address)).stream())
            .map(HttpUrl::toString)
            .distinct()
            .limit(MOST)
            .toList();
    var title = contents(document, "og:title").findFirst().orElse(document.title());
    return new PageMedia(title, addresses);
  }

  private static Document parse(Fetched page) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(page.body()), charset(page.charset()), page.url());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // not from memory
    }
  }

  /** Null: as the page itself says. */
  private static @Nullable String charset(@Nullable String named) {
    try {
      return named != null && Charset.isSupported(named) ? named : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Stream<String> contents(Document document, String name) {
    return document.select("meta[property=%1$s], meta[name=%1$s]".formatted(quoted(name))).stream()
        .map(meta -> meta.attr("content").strip())
        .filter(content -> !content.isEmpty());
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
