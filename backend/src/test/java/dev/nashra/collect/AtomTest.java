package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomTest {
  @Test
  void aWholeFeedIsRead() {
    var feed =
        Reading.feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
              <title type="html">Lake &amp;amp; &lt;i&gt;Shore&lt;/i&gt;</title>
              <subtitle>Notes</subtitle>
              <link rel="self" href="https://lake.example/atom"/>
              <link href="https://lake.example/"/>
              <id>tag:lake.example,2026:feed</id>
              <updated>2026-01-04T10:00:00Z</updated>
              <logo>/logo.png</logo><icon>/icon.png</icon>
              <rights type="text">CC &lt;BY&gt;</rights>
              <generator uri="https://gen.example" version="1">Oar</generator>
              <author><name>Mira Sol</name><email>m@lake.example</email></author>
              <entry>
                <id>tag:lake.example,2026:1</id>
                <title>First</title>
                <link rel="related" href="/r"/><link rel="alternate" type="text/html" href="/1"/>
                <link rel="enclosure" href="/1.mp3" type="audio/mpeg" length="77"/>
                <link rel="replies" type="text/html" href="/1#c"/>
                <published>2026-01-03T08:00:00+02:00</published>
                <updated>2026-01-03T09:00:00+02:00</updated>
                <category term="water" label="Water"/><category term="boats"/>
                <summary>Short &amp; sweet</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
                  <p>Long<br/><a name="x"/> <img src="a.png"/></p></div></content>
              </entry>
            </feed>
            """,
            "https://lake.example/atom");
    assertEquals("Lake & Shore", feed.title());
    assertEquals("https://lake.example/", feed.link());
    assertEquals("Notes", feed.description());
    assertEquals("en", feed.language());
    assertEquals("tag:lake.example,2026:feed", feed.id());
    assertEquals("https://lake.example/logo.png", feed.image());
    assertEquals("CC <BY>", feed.rights());
    assertEquals("Oar", feed.generator());
    assertEquals("Mira Sol", feed.author());
    assertEquals(
        new FeedEntry(
            "tag:lake.example,2026:1",
            "First",
            "https://lake.example/1",
            Instant.parse("2026-01-03T06:00:00Z"),
            Instant.parse("2026-01-03T07:00:00Z"),
            "Short &amp; sweet",
            "<p>Long<br><a></a> <img src=\"https://lake.example/a.png\"></p>",
            "Mira Sol",
            List.of("water", "boats"),
            List.of(new Enclosure("https://lake.example/1.mp3", "audio/mpeg", 77L)),
            "https://lake.example/1#c",
            "https://lake.example/a.png"),
        feed.entries().getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<content type='text'>a &lt; b &amp; c</content>              | a &lt; b &amp; c",
        "<content type='html'>a &lt;b&gt;c&lt;/b&gt;</content>        | a <b>c</b>",
        "<content>&lt;p&gt;mislabelled&lt;/p&gt;</content>            | <p>mislabelled</p>",
        "<content type='xhtml'>bare <em>x</em></content>              | bare <em>x</em>",
        "<content type='text/html' mode='base64'>PHA+aGk8L3A+</content> | <p>hi</p>"
      })
  void contentIsReadByItsType(String inside, String content) {
    assertEquals(content, Reading.entry(inside).content());
  }

  @Test
  void binaryContentIsNotText() {
    assertNull(Reading.entry("<content type='image/png'>iVBORw0KGgoAAAAN/w==</content>").content());
  }

  @Test
  void oldAtomIsReadToo() {
    var feed =
        Reading.feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title>
              <tagline>way</tagline><modified>2004-01-01T19:48:21Z</modified>
              <copyright>c</copyright>
              <entry><title>One</title><issued>2004-01-01T10:00:00Z</issued>
                <modified>2004-01-02T10:00:00Z</modified></entry></feed>
            """);
    assertEquals("way", feed.description());
    assertEquals("c", feed.rights());
    assertEquals(Instant.parse("2004-01-01T19:48:21Z"), feed.updated());
    var entry = feed.entries().getFirst();
    assertEquals(Instant.parse("2004-01-01T10:00:00Z"), entry.published());
    assertEquals(Instant.parse("2004-01-02T10:00:00Z"), entry.updated());
  }

  @Test
  void anEntryWithoutALinkMayHaveItInItsId() {
    assertEquals("https://a.example/1", Reading.entry("<id>https://a.example/1</id>").link());
    assertNull(Reading.entry("<id>urn:uuid:1</id>").link());
  }

  @Test
  void authorOfASourceIsNotTheFeeds() {
    var entry = Reading.entry("<source><author><name>Far</name></author></source><title>t</title>");
    assertEquals("Far", entry.author());
  }

  @Test
  void passedOnFeedsLinkToTheirSite() {
    var feed =
        Reading.feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><link href="https://site.example/"/>
            <entry><link href="/p"/></entry></feed>
            """,
            "https://proxy.example/feed");
    assertEquals("https://site.example/p", feed.entries().getFirst().link());
  }
}
