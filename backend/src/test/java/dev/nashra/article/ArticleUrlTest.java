package dev.nashra.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleUrlTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.Example.COM:443/a/b/, https://news.example.com/a/b",
    "http://example.com:80, http://example.com/",
    "http://example.com:8080/x, http://example.com:8080/x",
    "https://example.com/a/../b/./c, https://example.com/b/c",
    "https://example.com/story?b=2&a=1, https://example.com/story?a=1&b=2",
    "https://example.com/story?id=7&utm_source=x&UTM_Medium=y&fbclid=z, https://example.com/story?id=7",
    "https://example.com/story?utm_campaign=x, https://example.com/story",
    "https://example.com/story?from=rss, https://example.com/story",
    "https://example.com/route?from=Cairo, https://example.com/route?from=Cairo",
    "https://example.com/story#comments, https://example.com/story",
    "https://example.com/#!/story/7, https://example.com/#!/story/7",
    "https://example.com/a%7Eb%2fc, https://example.com/a~b%2Fc",
    "'  https://example.com/x  ', https://example.com/x",
    "https://www.example.com/x, https://www.example.com/x",
  })
  void spellingsOfOneAddressBecomeOne(String written, String normal) {
    assertEquals(normal, ArticleUrl.normalize(written));
  }

  @Test
  void arabicPathsAreOneAddressHoweverTheyAreEscaped() {
    var plain = ArticleUrl.normalize("https://example.com/أخبار/قمة-المناخ");
    assertEquals(
        plain,
        ArticleUrl.normalize(
            "https://example.com/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1/%d9%82%d9%85%d8%a9-%D8%A7%D9%84%D9%85%D9%86%D8%A7%D8%AE"));
    assertEquals(plain, ArticleUrl.normalize("https://example.com/ا\u0654خبار/قمة-المناخ"));
  }

  @Test
  void internationalHostsAreOneAddressInBothWritings() {
    assertEquals(
        ArticleUrl.normalize("https://xn--mgbh0fb.xn--kgbechtv/a"),
        ArticleUrl.normalize("https://مثال.إختبار/a"));
  }

  @Test
  void escapesOfAnotherCharsetAreKept() {
    assertEquals(
        "http://example.com/%C7%E1?q=%C7", ArticleUrl.normalize("http://example.com/%c7%e1?q=%c7"));
    assertNotEquals(
        ArticleUrl.normalize("http://example.com/%c7%e1"),
        ArticleUrl.normalize("http://example.com/%c7%e2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:desk@example.com",
        "not an address",
        "",
        "https://",
        "tag:example.com,2024:7"
      })
  void whatIsNoWebAddressStaysAsItIs(String written) {
    assertEquals(written, ArticleUrl.normalize(written));
  }

  @Test
  void normalisingTwiceChangesNothing() {
    var random = new Random(20240601);
    var pieces =
        new String[] {
          "a", "%D8%A3", "%d8", "/", "//", "..", "?", "&", "=", "utm_source=1", "x=%zz", "#", "!",
              "+", "%20", " ",
          "أخبار", "é", "e\u0301", ";", ":", "@", "%2F", "[", "\\", "|", "a=b", "\uD83D\uDE00",
              "%25", "\"", "'", "<"
        };
    for (int i = 0; i < 20_000; i++) {
      var address =
          new StringBuilder(
              random.nextBoolean() ? "https://Example.com/" : "http://example.com:80");
      for (int length = random.nextInt(12); length > 0; length--) {
        address.append(pieces[random.nextInt(pieces.length)]);
      }
      var once = ArticleUrl.normalize(address.toString());
      assertEquals(once, ArticleUrl.normalize(once), address::toString);
    }
  }
}
