package dev.nashra.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.json.JsonMapper;

final class EditionTest {
  private static final Instant ANCHOR = Instant.parse("2031-03-05T06:00:00Z");
  private static final String BASE = "http://127.0.0.1:8790";

  /** One for all tests, because drawing every picture takes seconds; it never changes. */
  private static final Edition EDITION = new Edition(SampleNewsroom.load(), BASE, ANCHOR);

  private final List<SampleOutlet> outlets = SampleNewsroom.load();

  @Test
  void rssHasAnItemForEachArticle() throws Exception {
    for (var outlet : of(OutletKind.RSS)) {
      assertWellFormed(document(outlet.path()));
      var items = xml(outlet.path()).select("rss[version=2.0] > channel > item");
      assertEquals(outlet.articles().size(), items.size());
      assertEquals(titles(outlet), items.select("> title").eachText());
      assertEquals(outlet.fullText() ? items.size() : 0, items.select("content|encoded").size());
    }
  }

  @Test
  void atomListsBothVersionsOfAnUpdatedArticleUnderOneId() throws Exception {
    for (var outlet : of(OutletKind.ATOM)) {
      assertWellFormed(document(outlet.path()));
      var entries = xml(outlet.path()).select("feed > entry");
      var versions = outlet.articles().stream().mapToInt(a -> a.versions().size()).sum();
      assertEquals(versions, entries.size());
      var ids = Set.copyOf(entries.select("> id").eachText());
      assertEquals(outlet.articles().size(), ids.size());
    }
    var entries = xml("/mirsal-courier/atom.xml").select("entry:has(id:contains(tal-yasmin))");
    assertEquals(2, entries.size());
    assertEquals(1, Set.copyOf(entries.select("> published").eachText()).size());
    var updates = entries.select("> updated").eachText();
    assertTrue(updates.getFirst().compareTo(updates.getLast()) > 0);
  }

  @Test
  void jsonFeedCarriesWholeArticles() {
    for (var outlet : of(OutletKind.JSONFEED)) {
      var feed = JsonMapper.builder().build().readTree(document(outlet.path()).body());
      assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asString());
      assertEquals(outlet.articles().size(), feed.get("items").size());
      for (var item : feed.get("items")) {
        assertTrue(Jsoup.parse(item.get("content_html").asString()).select("p").size() >= 4);
      }
    }
  }

  @Test
  void sectionPagesLinkToArticlesAmongOtherLinks() {
    for (var outlet : of(OutletKind.SECTION)) {
      var page = html(outlet, outlet.path());
      var links = page.select("a[href]").eachAttr("abs:href").stream().collect(Collectors.toSet());
      var articles = links.stream().filter(link -> link.contains("/article/")).toList();
      assertEquals(outlet.articles().size(), articles.size());
      assertTrue(links.size() > 2 * articles.size());
    }
  }

  @Test
  void telegramPageHasThePostsInOrderWithTextDateAndPhoto() {
    var outlet = of(OutletKind.TELEGRAM).getFirst();
    var page = html(outlet, outlet.path());
    assertNotNull(page.selectFirst(".tgme_channel_info"));
    assertNotNull(page.selectFirst(".tgme_channel_history"));
    var posts = page.select(".tgme_widget_message_wrap > .tgme_widget_message[data-post]");
    assertEquals(
        List.of("2043", "2046", "2048", "2049", "2051"),
        posts.eachAttr("data-post").stream().map(id -> id.replace("nabd_yasmin/", "")).toList());
    for (var post : posts) {
      var text =
          post.selectFirst(
              ".tgme_widget_message_bubble > .tgme_widget_message_text.js-message_text");
      assertTrue(Objects.requireNonNull(text).text().length() > 500);
      assertNotNull(post.selectFirst("a.tgme_widget_message_date[href] > time[datetime]"));
      assertNotNull(post.selectFirst("a.tgme_widget_message_photo_wrap[style*=background-image]"));
    }
  }

  @Test
  void articlePagesHoldTheWholeTextInTheirOwnCharset() {
    for (var outlet : outlets) {
      if (outlet.kind() != OutletKind.TELEGRAM) {
        outlet.articles().forEach(article -> checkPage(outlet, article));
      }
    }
  }

  private void checkPage(SampleOutlet outlet, SampleArticle article) {
    var page = html(outlet, outlet.pathOf(article));
    assertEquals(outlet.arabic() ? "rtl" : "ltr", root(page).attr("dir"));
    assertEquals(outlet.language(), root(page).attr("lang"));
    assertEquals(article.title(), page.select("article h1").text());
    assertEquals(article.paragraphs(), page.select("article .story p").eachText());
    assertEquals(article.title(), page.select("meta[property=og:title]").attr("content"));
    assertEquals(
        BASE + new Imprint(outlet, BASE, ANCHOR).path(article),
        page.select("meta[property=og:url]").attr("content"));
    var jsonLd = page.select("script[type=application/ld+json]");
    assertEquals(outlet.jsonLd() ? 1 : 0, jsonLd.size());
    jsonLd.forEach(
        script ->
            assertEquals(
                article.title(),
                JsonMapper.builder().build().readTree(script.data()).get("headline").asString()));
  }

  @Test
  void oldSiteDeclaresItsCharsetOnlyInThePage() throws IOException {
    var document = document("/wadq-days/article/1179");
    assertEquals("text/html", document.contentType());
    var head = new String(document.body(), 0, 1024, ISO_8859_1);
    assertTrue(head.contains("charset=windows-1256"));
    var page = Jsoup.parse(new ByteArrayInputStream(document.body()), null, BASE);
    assertTrue(page.title().startsWith("«قافلة الحكايات»"));
  }

  @Test
  void garbledFeedIsNeitherWellFormedNorLeavesAnythingToRead() {
    var outlet = of(OutletKind.BROKEN).getFirst();
    assertThrows(SAXException.class, () -> assertWellFormed(document(outlet.path())));
    assertTrue(xml(outlet.path()).select("rss, feed, rdf|RDF, channel, item, entry").isEmpty());
  }

  @Test
  void picturesAreJpegsOfTheSizeThatThePagesPromise() throws IOException {
    for (var path : EDITION.paths()) {
      if (path.startsWith("/pictures/the-lantern/")) {
        var image = ImageIO.read(new ByteArrayInputStream(document(path).body()));
        assertEquals(Picture.WIDTH, image.getWidth());
        assertEquals(Picture.HEIGHT, image.getHeight());
      }
    }
  }

  @Test
  void everyEventHasItsScene() {
    for (var outlet : outlets) {
      for (var article : outlet.articles()) {
        assertTrue(document(Imprint.picturePath(outlet, article)).body().length > 10_000);
      }
    }
  }

  @Test
  void goldLabelsAreServedNowhere() {
    for (var path : EDITION.paths()) {
      assertFalse(path.contains("gold-"));
      assertFalse(new String(document(path).body(), ISO_8859_1).contains("gold-"), path);
    }
  }

  @Test
  void sameAnchorGivesTheSameBytes() {
    var again = new Edition(SampleNewsroom.load(), BASE, ANCHOR);
    assertEquals(EDITION.paths(), again.paths());
    for (var path : EDITION.paths()) {
      var other = Objects.requireNonNull(again.find(path));
      assertArrayEquals(document(path).body(), other.body(), path);
      assertEquals(document(path).etag(), other.etag());
    }
  }

  @Test
  void idsHoldNoPortAndNoTime() {
    var later = new Edition(outlets, "http://127.0.0.1:9999", ANCHOR.plusSeconds(86_400));
    for (var path : List.of("/harbour-times/rss.xml", "/azure-scene/atom")) {
      var here = xml(path).select("guid, entry > id").eachText();
      var there =
          parse(Objects.requireNonNull(later.find(path))).select("guid, entry > id").eachText();
      assertFalse(here.isEmpty());
      assertEquals(here, there);
    }
  }

  @Test
  void nothingIsNewerThanTheAnchor() {
    for (var path : EDITION.paths()) {
      assertFalse(document(path).lastModified().isAfter(ANCHOR), path);
    }
  }

  private List<SampleOutlet> of(OutletKind kind) {
    return outlets.stream().filter(outlet -> outlet.kind() == kind).toList();
  }

  private SampleDocument document(String path) {
    return Objects.requireNonNull(EDITION.find(path), path);
  }

  private Document xml(String path) {
    return parse(document(path));
  }

  private static Document parse(SampleDocument document) {
    return Jsoup.parse(new String(document.body(), UTF_8), BASE, Parser.xmlParser());
  }

  private Document html(SampleOutlet outlet, String path) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(document(path).body()), outlet.charset(), BASE + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Element root(Document page) {
    return Objects.requireNonNull(page.selectFirst("html"));
  }

  private static List<String> titles(SampleOutlet outlet) {
    return outlet.articles().stream().map(SampleArticle::title).toList();
  }

  private static void assertWellFormed(SampleDocument document) throws Exception {
    var builder = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
    builder.setErrorHandler(new DefaultHandler());
    builder.parse(new ByteArrayInputStream(document.body()));
  }
}
