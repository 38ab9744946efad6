package dev.nashra.article.extract;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.text.LanguageDetector;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostilePagesTest {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int LARGE = 1 << 19;

  private static final String[] PIECES = {
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<b>",
    "</i>",
    "<table>",
    "<tr><td>",
    "<ul><li>",
    "<br>",
    "<br><br>",
    "<h1>",
    "</h1>",
    "<h2>A heading</h2>",
    "<a href='http://x.example/'>",
    "</a>",
    "<article>",
    "<aside>",
    "<div class='article-body'>",
    "<div class='related'>",
    "<p itemprop=articleBody>",
    "<time datetime=",
    "2024-13-45>",
    "<meta property='og:title' content='",
    "'>",
    "<title>",
    "</title>",
    "<script type='application/ld+json'>",
    "</script>",
    "{\"@type\":\"NewsArticle\",",
    "\"headline\":\"x\",",
    "\"author\":[{\"name\":",
    "[[[",
    "}}",
    "\"",
    "&#x0;",
    "&amp;#38;",
    "Some words that make a sentence of more than twelve words, so that it counts as prose.",
    "By ",
    "©",
    "|",
    " - ",
    "كتب أحمد",
    "اقرأ أيضا",
    "\u0000",
    "\uD800",
    "\u202E",
    "<!--",
    "-->",
    "<![CDATA[",
    "<svg>",
    "<select>",
    "<template>",
  };

  private final ArticleExtractor extractor = new ArticleExtractor(new LanguageDetector());

  @Test
  void garbageNeverThrows() {
    var random = new Random(42);
    for (int page = 0; page < 400; page++) {
      var html = new StringBuilder();
      for (int length = random.nextInt(120); length > 0; length--) {
        html.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertNotNull(
          extractor.extract(
              html.toString(), random.nextBoolean() ? "http://x.example/2024/99/99/" : "::"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<div class=date>x",
        "<b><p>",
        "<table><tr><td>",
        "<ul><li>item ",
        "<a href=x>one two</a> ",
        "<p>some twelve words of prose that go on and on and on, for ever.",
        "word<br>",
        "<",
        "word ",
        "<h1>a b c</h1>",
        "<div class=related><h1>",
        "<i class=author>Ann Lee</i>",
        "<script type=application/ld+json>[[[["
      })
  void hugePagesAreReadInTime(String piece) {
    var html = piece.repeat(LARGE / piece.length());
    assertTimeoutPreemptively(
        BOUND, () -> assertNotNull(extractor.extract(html, "http://x.example/")));
  }

  @Test
  void whatIsTooMuchIsNotRead() {
    var html = "<h1>A headline</h1><p>" + "word ".repeat(3 << 20);
    var text = extractor.extract(html, "http://x.example/").text();
    assertTrue(text != null && text.length() <= ArticleExtractor.MOST_BYTES);
  }
}
