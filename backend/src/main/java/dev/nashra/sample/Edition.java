package dev.nashra.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the sample newsroom serves at one anchor, printed when it is first asked for. The
 * same outlets, base URL and anchor give the same bytes.
 */
final class Edition {
  private static final String HTML = "text/html";

  private final List<SampleOutlet> outlets;
  private final String baseUrl;
  private final Instant anchor;
  private final Map<String, Supplier<SampleDocument>> pages = new TreeMap<>();
  private final Map<String, SampleDocument> printed = new ConcurrentHashMap<>();

  Edition(List<SampleOutlet> outlets, String baseUrl, Instant anchor) {
    this.outlets = outlets;
    this.baseUrl = baseUrl;
    this.anchor = anchor.truncatedTo(ChronoUnit.SECONDS);
    pages.put("/", () -> text("text/html; charset=utf-8", KioskPage.print(outlets, baseUrl)));
    pages.put("/style.css", () -> text("text/css", Template.read("/sample/style.css")));
    pages.put("/robots.txt", () -> text("text/plain", "User-agent: *\nAllow: /\n"));
    outlets.forEach(this::add);
  }

  Set<String> paths() {
    return pages.keySet();
  }

  @Nullable SampleDocument find(String path) {
    var page = pages.get(path);
    return page == null ? null : printed.computeIfAbsent(path, _ -> page.get());
  }

  private void add(SampleOutlet outlet) {
    var imprint = new Imprint(outlet, baseUrl, anchor);
    switch (outlet.kind()) {
      case RSS -> feed(imprint, "application/rss+xml", () -> RssFeed.print(imprint));
      case ATOM -> feed(imprint, "application/atom+xml", () -> AtomFeed.print(imprint));
      case JSONFEED -> feed(imprint, "application/feed+json", () -> JsonFeed.print(imprint));
      case SECTION -> pages.put(outlet.path(), () -> front(imprint));
      case TELEGRAM -> feed(imprint, HTML, () -> TelegramPage.print(imprint));
      case BROKEN -> feed(imprint, "application/rss+xml", () -> String.valueOf(outlet.raw()));
      case ERROR -> pages.put(outlet.path(), this::failure);
    }
    if (!outlet.articles().isEmpty()) {
      pages.put(outlet.home(), () -> front(imprint));
    }
    outlet.articles().forEach(article -> add(imprint, article));
  }

  private void add(Imprint imprint, SampleArticle article) {
    pages.put(imprint.outlet().pathOf(article), () -> page(imprint, article));
    pages.put(imprint.imagePath(article), () -> picture(imprint, article));
  }

  private void feed(Imprint imprint, String type, Supplier<String> print) {
    pages.put(
        imprint.outlet().path(),
        () ->
            SampleDocument.ok(
                type + "; charset=utf-8", print.get(), UTF_8, imprint.updated().toInstant()));
  }

  private SampleDocument front(Imprint imprint) {
    return html(imprint, SectionPage.print(imprint, outlets), imprint.updated().toInstant());
  }

  private SampleDocument page(Imprint imprint, SampleArticle article) {
    var text =
        imprint.outlet().kind() == OutletKind.TELEGRAM
            ? TelegramPage.print(imprint, article)
            : ArticlePage.print(imprint, article);
    return html(imprint, text, imprint.updated(article).toInstant());
  }

  private SampleDocument picture(Imprint imprint, SampleArticle article) {
    return new SampleDocument(
        200,
        "image/jpeg",
        Picture.of(article, imprint.outlet().id()),
        imprint.updated(article).toInstant());
  }

  /** An outlet that is not in UTF-8 says so only inside its pages, as old sites do. */
  private SampleDocument html(Imprint imprint, String text, Instant lastModified) {
    var charset = Charset.forName(imprint.outlet().charset());
    var type = charset.equals(UTF_8) ? "text/html; charset=utf-8" : HTML;
    return SampleDocument.ok(type, text, charset, lastModified);
  }

  private SampleDocument failure() {
    var text = "<h1>500 Internal Server Error</h1><p>The archive is being moved. Again.</p>";
    return new SampleDocument(500, "text/html; charset=utf-8", text.getBytes(UTF_8), anchor);
  }

  private SampleDocument text(String type, String text) {
    return SampleDocument.ok(type, text, UTF_8, anchor);
  }
}
