package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionPageReaderTest {
  private static final String URL = "https://www.valley.example/local/";
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Local | Valley Post</title>
      <meta property="og:site_name" content="Valley Post"><meta name="description" content="News of the valley">
      <link rel="alternate" type="application/rss+xml" href="/local/rss"></head><body>
      <nav><a href="/2026/01/04/in-the-menu-is-no-news">In the menu is no news at all</a></nav>
      <main>
        <article>
          <a href="/2026/01/04/bridge-reopens-after-repairs?utm_source=home"><img data-src="/img/bridge.jpg" alt=""></a>
          <header><h2><a href="/2026/01/04/bridge-reopens-after-repairs">Bridge reopens after repairs</a></h2></header>
          <time datetime="2026-01-04T08:30:00+02:00">today</time>
          <p>Drivers crossed the river again on Sunday morning for the first time in months.</p>
          <a href="/2026/01/04/bridge-reopens-after-repairs#comments">12 comments</a>
          <a href="https://www.valley.example/2026/01/04/bridge-reopens-after-repairs">Read more</a>
        </article>
        <div class="card"><a href="/story/school-wins-prize-for-garden-88213.html">
          <span>Education</span><h3>School wins prize for its garden</h3><p>short</p></a></div>
        <a href="/category/local-news-of-the-valley">All the local news of the valley</a>
        <a href="/authors/jane-roe-of-the-valley">Jane Roe of the Valley</a>
        <a href="https://other.example/2026/01/04/not-ours-at-all-here">Not ours at all in any way</a>
        <a href="/files/report-of-the-year-2026.pdf">Report of the year in print</a>
        <a href="?view=list-of-all-the-articles">Show as a list of articles</a>
      </main><footer><a href="/2026/01/01/about-the-valley-post">About the Valley Post team</a></footer>
      </body></html>
      """;

  @Test
  void articlesAreToldFromNavigation() {
    var feed = Reading.read(new SectionPageReader(null), PAGE, URL);
    assertEquals("Valley Post", feed.title());
    assertEquals(URL, feed.link());
    assertEquals("News of the valley", feed.description());
    assertEquals("en", feed.language());
    assertEquals(
        List.of("Bridge reopens after repairs", "School wins prize for its garden"),
        feed.entries().stream().map(entry -> String.valueOf(entry.title())).toList());
  }

  @Test
  void aCardGivesPictureDateAndLead() {
    var entry = Reading.read(new SectionPageReader(null), PAGE, URL).entries().getFirst();
    assertEquals(Instant.parse("2026-01-04T06:30:00Z"), entry.published());
    assertEquals("https://www.valley.example/img/bridge.jpg", entry.image());
    assertEquals(
        "Drivers crossed the river again on Sunday morning for the first time in months.",
        entry.summary());
    assertNull(entry.content());
  }

  @Test
  void aPatternDecidesAlone() {
    var reader = new SectionPageReader(LinkPattern.of("/authors/"));
    var feed = Reading.read(reader, PAGE, URL);
    assertEquals(
        "https://www.valley.example/authors/jane-roe-of-the-valley",
        feed.entries().getFirst().link());
    assertEquals(1, feed.entries().size());
  }

  @Test
  void arabicPagesAreReadAlike() {
    var page =
        """
        <html dir="rtl" lang="ar"><body><div class="list">
        <a href="/article/4411820/افتتاح-المكتبة-العامة-بعد-تجديدها">افتتاح المكتبة العامة بعد تجديدها</a>
        <a href="/article/4411821/%D8%A7%D9%84%D9%82%D8%B7%D8%A7%D8%B1-%D8%A7%D9%84%D8%B3%D8%B1%D9%8A%D8%B9">القطار السريع ينطلق غداً</a>
        <a href="/article/4411820/افتتاح-المكتبة-العامة-بعد-تجديدها">المزيد</a>
        <a href="/القسم/محليات">محليات</a></div></body></html>
        """;
    var feed = Reading.read(new SectionPageReader(null), page, "https://madina.example/news");
    assertEquals(
        List.of("افتتاح المكتبة العامة بعد تجديدها", "القطار السريع ينطلق غداً"),
        feed.entries().stream().map(entry -> String.valueOf(entry.title())).toList());
  }

  @Test
  void aPageWithoutArticlesNamesItsFeeds() {
    var page = PAGE.replaceAll("(?s)<main>.*</main>", "");
    var refusal = Reading.refusal(new SectionPageReader(null), page, URL);
    assertEquals(List.of("https://www.valley.example/local/rss"), refusal.feeds());
    assertTrue(refusal.reason().contains("No links to articles"));
  }
}
