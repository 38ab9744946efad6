package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RssTest {
  @Test
  void aWholeChannelIsRead() {
    var feed =
        Reading.feed(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
            <channel>
              <title>صحيفة الميناء &amp; البحر</title>
              <link>https://port.example/</link>
              <atom:link rel="self" href="https://port.example/rss"/>
              <atom:link rel="next" href="/rss?page=2"/>
              <description>أخبار &lt;b&gt;الميناء&lt;/b&gt;</description>
              <language>ar-LB</language>
              <copyright>© 2026 الميناء</copyright>
              <managingEditor>desk@port.example (Rima Haddad)</managingEditor>
              <pubDate>Sun, 04 Jan 2026 10:00:00 +0200</pubDate>
              <lastBuildDate>Sun, 04 Jan 2026 11:30:00 +0200</lastBuildDate>
              <generator>Pier 2.1</generator>
              <image><url>/logo.png</url><title>logo</title><link>https://port.example/about</link></image>
              <item>
                <title>وصول <![CDATA[أول]]> سفينة</title>
                <link> https://port.example/a/1 </link>
                <guid isPermaLink="false">a-1</guid>
                <description><![CDATA[<p>رست السفينة <em>فجراً</em>.</p>]]></description>
                <category>اقتصاد</category><category>موانئ</category><category>اقتصاد</category>
                <comments>https://port.example/a/1#comments</comments>
                <pubDate>Sun, 04 Jan 2026 09:15:00 +0200</pubDate>
                <enclosure url="/img/1.jpg" length="20480" type="image/jpeg"/>
                <author>samir@port.example (Samir Nassar)</author>
              </item>
            </channel></rss>
            """,
            null);
    assertEquals("صحيفة الميناء & البحر", feed.title());
    assertEquals("https://port.example/", feed.link());
    assertEquals("أخبار الميناء", feed.description());
    assertEquals("ar-LB", feed.language());
    assertEquals("© 2026 الميناء", feed.rights());
    assertEquals("Rima Haddad", feed.author());
    assertEquals(Instant.parse("2026-01-04T08:00:00Z"), feed.published());
    assertEquals(Instant.parse("2026-01-04T09:30:00Z"), feed.updated());
    assertEquals("Pier 2.1", feed.generator());
    assertEquals("https://port.example/logo.png", feed.image());
    assertEquals(
        new FeedEntry(
            "a-1",
            "وصول أول سفينة",
            "https://port.example/a/1",
            Instant.parse("2026-01-04T07:15:00Z"),
            null,
            "<p>رست السفينة <em>فجراً</em>.</p>",
            null,
            "Samir Nassar",
            List.of("اقتصاد", "موانئ"),
            List.of(new Enclosure("https://port.example/img/1.jpg", "image/jpeg", 20480L)),
            "https://port.example/a/1#comments",
            "https://port.example/img/1.jpg"),
        feed.entries().getFirst());
  }

  @Test
  void rdfKeepsItsItemsAndImageBesideTheChannel() {
    var feed =
        Reading.feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://hill.example/rss"><title>Hill Gazette</title>
                <link>https://hill.example/</link><d:language>en-GB</d:language>
                <d:date>2026-01-04T10:00+00:00</d:date><d:rights>Hill Press</d:rights></channel>
              <image><url>https://hill.example/l.gif</url></image>
              <item rdf:about="https://hill.example/1"><title>Snow</title>
                <link>https://hill.example/1</link><d:creator>A. Ridge</d:creator>
                <d:subject>weather</d:subject><d:date>2026-01-03</d:date></item>
            </rdf:RDF>
            """);
    assertEquals("Hill Gazette", feed.title());
    assertEquals("en-GB", feed.language());
    assertEquals("Hill Press", feed.rights());
    assertEquals("https://hill.example/l.gif", feed.image());
    assertEquals(Instant.parse("2026-01-04T10:00:00Z"), feed.updated());
    var entry = feed.entries().getFirst();
    assertEquals("https://hill.example/1", entry.id());
    assertEquals("A. Ridge", entry.author());
    assertEquals(List.of("weather"), entry.categories());
    assertEquals(Instant.parse("2026-01-03T00:00:00Z"), entry.published());
  }

  @Test
  void guidIsTheLinkUnlessItSaysItIsNot() {
    assertEquals(
        "https://news.example/7", Reading.item("<guid>https://news.example/7</guid>").link());
    var named = Reading.item("<guid isPermaLink='false'>https://news.example/7</guid>");
    assertNull(named.link());
    assertEquals("https://news.example/7", named.id());
    assertNull(Reading.item("<guid>8812</guid>").link());
  }

  @Test
  void idFallsBackToTheLink() {
    assertEquals("https://news.example/a", Reading.item("<link>/a</link>").id());
  }

  @Test
  void linkIsFoundInAtomAndBehindCounters() {
    assertEquals("https://news.example/a", Reading.item("<link/><atom:link href='/a'/>").link());
    assertEquals(
        "https://news.example/true",
        Reading.item(
                "<link>http://feedproxy.google.com/~r/x/1</link>"
                    + "<feedburner:origLink>https://news.example/true</feedburner:origLink>")
            .link());
  }

  @Test
  void summaryAndContentAreToldApart() {
    var entry =
        Reading.item(
            "<description>short</description><content:encoded>&lt;p&gt;long&lt;/p&gt;</content:encoded>");
    assertEquals("short", entry.summary());
    assertEquals("<p>long</p>", entry.content());
  }

  @Test
  void mediaInGroupsAreEnclosuresOnce() {
    var entry =
        Reading.item(
            """
            <enclosure url="https://news.example/v.mp4" type="" length="many"/>
            <media:group><media:content url="https://news.example/v.mp4" type="video/mp4" fileSize="9"/>
              <media:content url="https://news.example/s.mp4"/><media:credit>Lena</media:credit>
              <media:description>A film</media:description></media:group>
            <media:keywords>sea, harbour , sea</media:keywords>
            """);
    assertEquals(
        List.of(
            new Enclosure("https://news.example/v.mp4", "video/mp4", 9L),
            new Enclosure("https://news.example/s.mp4", null, null)),
        entry.enclosures());
    assertEquals(List.of("sea", "harbour"), entry.categories());
    assertEquals("A film", entry.summary());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<pubDate>nonsense</pubDate><dc:date>2026-01-02</dc:date> | 2026-01-02T00:00:00Z",
        "<PubDate>Fri, 02 Jan 2026 00:00:00 GMT</PubDate>         | 2026-01-02T00:00:00Z",
        "<atom:published>2026-01-02T00:00:00Z</atom:published>    | 2026-01-02T00:00:00Z"
      })
  void publishedIsTheFirstDateThatCanBeRead(String inside, String published) {
    assertEquals(Instant.parse(published), Reading.item(inside).published());
  }

  @Test
  void commentsAreAPageNotANumber() {
    assertNull(Reading.item("<comments>12</comments>").comments());
    assertEquals("https://news.example/c/1", Reading.item("<comments>/c/1</comments>").comments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<title>Bread &amp;amp; salt</title>                    | Bread & salt",
        "<title>Bread &amp;amp;amp; salt</title>                | Bread & salt",
        "<title>A &lt;b&gt;bold&lt;/b&gt; claim</title>         | A bold claim",
        "<title>if a &lt; b &amp;&amp; c &gt; d</title>         | if a < b && c > d",
        "<title>The List&lt;String&gt; type</title>             | The List<String> type",
        "<title>AT&T buys R&D & more</title>                    | AT&T buys R&D & more",
        "<title>Caf&eacute;&nbsp;&copy; &#8220;x&#8221;</title> | Café © “x”",
        "<title>It was &#146;fine&#146;</title>                 | It was ’fine’",
        "<title>Smile &#55357;&#56832;</title>                  | Smile 😀",
        "<title><![CDATA[a]]> &amp; <![CDATA[b & c]]></title>   | a & b & c",
        "<title/><media:title>From media</media:title>          | From media"
      })
  void titlesArePlainText(String inside, String title) {
    assertEquals(title, Reading.item(inside).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<author>a@b.example (Ann Bay)</author>                        | Ann Bay",
        "<author>Ann Bay &lt;a@b.example&gt;</author>                  | Ann Bay",
        "<author>Ann Bay (mailto:a@b.example)</author>                 | Ann Bay",
        "<author>a@b.example</author>                                  | a@b.example",
        "<author>x@y.example (X)</author><dc:creator>Ann</dc:creator>  | Ann",
        "<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator>      | Ann, Bob",
        "<itunes:author>ليلى حداد</itunes:author>                        | ليلى حداد"
      })
  void authorsAreNames(String inside, String author) {
    assertEquals(author, Reading.item(inside).author());
  }

  @Test
  void unclosedMarkupInADescriptionIsRead() {
    assertEquals(
        "<p>one<br>two &amp; three</p>",
        Reading.item("<description><p>one<br/>two & three</p></description>").summary());
    assertEquals(
        Instant.parse("2026-01-02T00:00:00Z"),
        Reading.item("<description><p>one<br>two</description><pubDate>2 Jan 2026</pubDate>")
            .published());
  }

  @Test
  void relativeLinksStartFromTheSiteOrXmlBase() {
    var entry =
        Reading.item("<description>&lt;a href='/x'&gt;x&lt;/a&gt;</description><link>a b</link>");
    assertEquals("<a href=\"https://news.example/x\">x</a>", entry.summary());
    assertEquals("https://news.example/a%20b", entry.link());
    var based =
        Reading.feed(
                """
                <rss xml:base="https://cdn.example/d/"><channel><link>https://news.example</link>
                <item xml:base="e/"><link>f</link></item></channel></rss>
                """)
            .entries()
            .getFirst();
    assertEquals("https://cdn.example/d/e/f", based.link());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<media:thumbnail url='/s.jpg' width='90'/><media:thumbnail url='/l.jpg' width='900'/> | /l.jpg",
        "<media:content url='/v.mp4' medium='video'/><media:content url='/p.webp'/>            | /p.webp",
        "<enclosure url='/a.mp3' type='audio/mpeg'/><enclosure url='/b' type='image/png'/>     | /b",
        "<itunes:image href='/cover.png'/>                                                    | /cover.png",
        "<description>&lt;p&gt;&lt;img src='/t.gif'&gt;&lt;/p&gt;</description>                | /t.gif"
      })
  void theImageIsTheLargestThatTheItemNames(String inside, String image) {
    assertEquals("https://news.example" + image, Reading.item(inside).image());
  }

  @Test
  void fullTextsForAggregatorsAreContent() {
    var entry =
        Reading.item("<description>a</description><full-text>&lt;p&gt;b&lt;/p&gt;</full-text>");
    assertEquals("<p>b</p>", entry.content());
  }
}
