package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.source.SourceKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFeedTest {
  private static final String FEED =
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>T</title><link>https://a.example/</link>
      <item><title>One</title><link>https://a.example/?p=1&amp;q=2</link><description><![CDATA[<p>x</p>]]></description></item>
      <item><title>Two</title><guid>https://a.example/2</guid><dc:creator>N</dc:creator><pubDate>Sun, 04 Jan 2026 10:00:00 GMT</pubDate></item>
      </channel></rss>
      """;

  @Test
  void everyPrefixOfAFeedIsReadAsFarAsItGoes() {
    int most = 0;
    for (int length = 1; length <= FEED.length(); length++) {
      var cut = FEED.substring(0, length).getBytes(StandardCharsets.UTF_8);
      if (new FeedReader().read(cut, null, null) instanceof ReadResult.Read read) {
        most = Math.max(most, read.feed().entries().size());
      }
    }
    assertEquals(2, most);
    var half = Reading.feed(FEED.substring(0, FEED.indexOf("<guid")));
    assertEquals(List.of("One", "Two"), titles(half));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n  ",
        "\uFEFF",
        "<br />\n<b>Warning</b>: cannot modify header information in x.php on line 3<br />",
        "<!DOCTYPE rss [<!ENTITY nbsp \"&#160;\">]>",
        "<!-- no pages here: <html> -->"
      })
  void whatStandsBeforeAFeedDoesNotHideIt(String before) {
    assertEquals(2, Reading.feed(before + FEED).entries().size());
  }

  @Test
  void ampersandsInAddressesStayWhatTheyAre() {
    var entry = Reading.item("<link>https://a.example/?a=1&copy=2&lt=3&reg_id=4</link>");
    assertEquals("https://a.example/?a=1&copy=2&lt=3&reg_id=4", entry.link());
  }

  @Test
  void aSectionThatNeverEndsTakesOnlyItsElement() {
    var feed =
        Reading.feed(
            """
            <rss><channel><item><description><![CDATA[one]]</description><title>A</title></item>
            <item><title><![CDATA[B]]></title></item></channel></rss>
            """);
    assertEquals(List.of("A", "B"), titles(feed));
  }

  @Test
  void itemsThatWereNeverClosedAreSiblings() {
    var feed = Reading.feed("<rss><channel><item><title>A</title><item><title>B</title></channel>");
    assertEquals(2, feed.entries().size());
  }

  @Test
  void prefixesNeedNoDeclaration() {
    var feed =
        Reading.feed("<rss><channel><item><dc:creator>N</dc:creator></item></channel></rss>");
    assertEquals("N", feed.entries().getFirst().author());
  }

  @Test
  void anArabicFeedWithAWrongCharsetIsStillArabic() {
    var feed = FEED.replace("One", "أعلنت وزارة النقل اليوم افتتاح خط القطار الجديد بين المدينتين");
    var result =
        new FeedReader().read(feed.getBytes(Charset.forName("windows-1256")), "utf-8", null);
    assertTrue(result.toString().contains("أعلنت وزارة النقل"));
  }

  @Test
  void aPageIsRefusedWithTheFeedsItNames() {
    var refusal =
        Reading.refusal(
            new FeedReader(),
            """
            <!DOCTYPE html><html><head>
            <link rel="alternate" type="application/rss+xml" href="/rss">
            <link rel="alternate" type="application/feed+json" href="https://a.example/j">
            <link rel="alternate" hreflang="ar" href="/ar"></head></html>
            """,
            "https://a.example/");
    assertEquals(List.of("https://a.example/rss", "https://a.example/j"), refusal.feeds());
    assertEquals(
        "This is an HTML page; its feeds are: https://a.example/rss, https://a.example/j",
        refusal.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "hello", "<a>b</a>", "<opml/>", "\u0000\u0001", "<"})
  void whatIsNoFeedIsRefused(String document) {
    assertNotNull(Reading.refusal(new FeedReader(), document, null).reason());
  }

  @Test
  void entriesAreBounded() {
    var feed = Reading.feed("<rss><channel>" + "<item><title>x</title></item>".repeat(5_000));
    assertEquals(1_000, feed.entries().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a>", "<item>", "<![CDATA[", "&", "<title", "<item><title>&lt;b&gt;"})
  void repeatedNonsenseTakesBoundedTime(String piece) {
    var document = "<rss><channel><item><title>x</title></item>" + piece.repeat(50_000);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Reading.feed(document));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void anyDamageGivesAFeedOrARefusal(long seed) {
    var random = new Random(seed);
    var reader = SourceReaders.of(SourceKind.AUTO, null);
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int round = 0; round < 300; round++) {
            var body = damaged(FEED.getBytes(StandardCharsets.UTF_8), random);
            assertNotNull(reader.read(body, round % 2 == 0 ? null : "windows-1256", null));
            assertNotNull(new TelegramPreviewReader().read(body, null, null));
            assertNotNull(new SectionPageReader(null).read(body, null, "https://a.example/"));
          }
        });
  }

  private static byte[] damaged(byte[] whole, Random random) {
    var body = whole.clone();
    for (int i = random.nextInt(20); i >= 0; i--) {
      int at = random.nextInt(body.length);
      switch (random.nextInt(4)) {
        case 0 -> body[at] = (byte) random.nextInt(256);
        case 1 -> body[at] = (byte) "<>&\"'/![]:;".charAt(random.nextInt(11));
        case 2 -> {
          int from = random.nextInt(body.length);
          int length = Math.min(random.nextInt(60), body.length - Math.max(at, from));
          System.arraycopy(body, from, body, at, length);
        }
        default -> body = Arrays.copyOf(body, Math.max(1, body.length - random.nextInt(40)));
      }
    }
    return body;
  }

  private static List<String> titles(Feed feed) {
    return feed.entries().stream().map(entry -> String.valueOf(entry.title())).toList();
  }
}
