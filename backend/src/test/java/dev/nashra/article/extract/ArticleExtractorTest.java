package dev.nashra.article.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nashra.text.LanguageDetector;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArticleExtractorTest {
  private static final String LEAD =
      "The harbour authority of Port Amber said on Monday that the new ferry terminal would open in"
          + " March, two years later than planned.";
  private static final String SECOND =
      "Work had stopped twice after divers found the remains of a Roman pier below the building"
          + " site, and a third time when the money ran out.";
  private static final String THIRD =
      "The terminal is to serve nine islands and to replace the quay that a storm destroyed five"
          + " years ago, the authority added.";

  private final ArticleExtractor extractor = new ArticleExtractor(new LanguageDetector());

  @Test
  void theArticleIsReadOutOfAWholePage() {
    var article =
        extract(
            """
            <html lang="en"><head><title>Ferry terminal to open | Amber Courier</title>
            <meta property="og:site_name" content="Amber Courier">
            <meta property="og:title" content="Ferry terminal to open | Amber Courier">
            <meta property="og:image" content="/pictures/terminal.jpg">
            <meta name="author" content="By Ann Lee and Bo Ek">
            <meta property="article:published_time" content="2024-05-06T08:30:00+02:00"></head>
            <body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
            <main><h1>Ferry terminal to open</h1>
            <div class="story-text"><p>%s</p>
            <figure><img src="a.jpg"><figcaption>The terminal on Sunday. Photo: Courier</figcaption></figure>
            <p>%s</p>
            <div class="related"><h3>Related</h3><a href="/1">An older story about the terminal</a></div>
            <h2>Nine islands</h2><p>%s</p>
            <p><a href="/2">Read more: the history of the quay</a></p>
            <p>Sign up for our newsletter</p></div></main>
            <footer>© Amber Courier, all rights reserved</footer></body></html>
            """
                .formatted(LEAD, SECOND, THIRD));
    assertEquals("Ferry terminal to open", article.title());
    assertEquals(List.of("Ann Lee", "Bo Ek"), article.authors());
    assertEquals(Instant.parse("2024-05-06T06:30:00Z"), article.published());
    assertEquals("en", article.language());
    assertEquals("Amber Courier", article.site());
    assertEquals("https://courier.example/pictures/terminal.jpg", article.image());
    assertEquals(String.join("\n\n", LEAD, SECOND, "Nine islands", THIRD), article.text());
  }

  @Test
  void anArabicPageIsReadAsWell() {
    var lead =
        "أعلنت هيئة الميناء في مدينة العنبر، الإثنين، أن محطة العبارات الجديدة ستفتتح في آذار المقبل بعد تأخير دام سنتين.";
    var second =
        "وكانت الأعمال قد توقفت مرتين إثر العثور على بقايا رصيف روماني تحت موقع البناء، ثم مرة ثالثة بعد نفاد المال.";
    var article =
        extract(
            """
            <html lang="ar" dir="rtl"><head><title>افتتاح محطة العبارات في آذار - صحيفة العنبر</title></head>
            <body><h1>افتتاح محطة العبارات في آذار</h1>
            <span class="date">الإثنين، ٦ أيار / مايو ٢٠٢٤ - ٠٩:١٥</span>
            <div class="entry-content"><p><strong>كتب - سامر الحلو</strong></p><p>%s</p>
            <p>اقرأ أيضا: <a href="/1">تاريخ الرصيف القديم</a></p><p>%s</p>
            <p>تابعونا على تلغرام</p></div></body></html>
            """
                .formatted(lead, second));
    assertEquals("افتتاح محطة العبارات في آذار", article.title());
    assertEquals(List.of("سامر الحلو"), article.authors());
    assertEquals(Instant.parse("2024-05-06T09:15:00Z"), article.published());
    assertEquals("ar", article.language());
    assertEquals(lead + "\n\n" + second, article.text());
  }

  @Test
  void theStandfirstComesFirst() {
    var article =
        extract(
            """
            <h1>Ferry terminal to open</h1>
            <p class="article-standfirst">Divers, a pier and an empty purse held it up for two years.</p>
            <p class="byline">By Ann Lee</p>
            <div itemprop="articleBody"><p>%s</p><p>%s</p><p>%s</p></div>
            """
                .formatted(LEAD, SECOND, THIRD));
    assertEquals(
        String.join(
            "\n\n",
            "Divers, a pier and an empty purse held it up for two years.",
            LEAD,
            SECOND,
            THIRD),
        article.text());
    assertEquals(List.of("Ann Lee"), article.authors());
  }

  @Test
  void jsonLdSaysWhatThePageDoesNotShow() {
    var article =
        extract(
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"Person","@id":"#ann","name":"Ann Lee"},
              {"@type":["ReportageNewsArticle"],"headline":"Ferry terminal to open",
               "datePublished":"2024-05-06T08:30:00Z","author":[{"@id":"#ann"}],"inLanguage":"en",
               "image":{"@type":"ImageObject","url":"https://courier.example/t.jpg"},
               "publisher":{"name":"Amber Courier"},
               "articleBody":"%s\\n\\n%s\\n\\n%s"}]}</script>
            <h1>Ferry terminal to open</h1><p>%s</p><p>Subscribe to read on.</p>
            """
                .formatted(LEAD, SECOND, THIRD, LEAD));
    assertEquals(String.join("\n\n", LEAD, SECOND, THIRD), article.text());
    assertEquals(List.of("Ann Lee"), article.authors());
    assertEquals("https://courier.example/t.jpg", article.image());
    assertEquals("Amber Courier", article.site());
  }

  @Test
  void aBodyCutInPiecesIsPutTogether() {
    var article =
        extract(
            """
            <h1>Ferry terminal to open</h1>
            <section class="part"><div class="story-body one"><p>%s</p></div></section>
            <div class="ad-slot">Buy a boat today</div>
            <section class="part"><div class="story-body two"><p>%s</p><p>%s</p></div></section>
            """
                .formatted(LEAD, SECOND, THIRD));
    assertEquals(String.join("\n\n", LEAD, SECOND, THIRD), article.text());
  }

  @Test
  void captionsAreToldByTheirPictures() {
    var article =
        extract(
            """
            <h1>Ferry terminal to open</h1><div class="article-body"><p>%s</p>
            <div><img src="t.jpg" alt="The terminal seen from the lighthouse on Sunday"></div>
            <div>The terminal seen from the lighthouse on Sunday. Courier</div><p>%s</p><p>%s</p></div>
            """
                .formatted(LEAD, SECOND, THIRD));
    assertEquals(String.join("\n\n", LEAD, SECOND, THIRD), article.text());
  }

  @Test
  void paragraphsMayBeBrokenLines() {
    var article =
        extract(
            "<h1>Ferry terminal to open</h1><div class='news-text'>%s<br><br>%s<br>%s</div>"
                .formatted(LEAD, SECOND, THIRD));
    assertEquals(String.join("\n\n", LEAD, SECOND, THIRD), article.text());
  }

  @Test
  void aPageWithoutAnArticleGivesNulls() {
    var article = extractor.extract("", "");
    assertEquals(new ExtractedArticle(null, List.of(), null, null, null, null, null), article);
    assertNull(extractor.extract("<script>1</script><nav><a href=/>x</a></nav>", "").text());
  }

  private ExtractedArticle extract(String html) {
    return extractor.extract(html, "https://courier.example/news/ferry");
  }
}
