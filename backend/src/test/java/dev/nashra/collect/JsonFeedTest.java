package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFeedTest {
  @Test
  void aWholeFeedIsRead() {
    var feed =
        Reading.feed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Mill Street",
             "home_page_url": "https://mill.example/", "feed_url": "https://mill.example/feed.json",
             "description": "Local", "icon": "/i.png", "language": "en-IE",
             "next_url": "https://mill.example/2.json", "authors": [{"name": "Desk"}],
             "items": [
               {"id": 17, "url": "/17", "title": "Flour &amp; bread", "content_html": "<p>x<script>1</script></p>",
                "summary": "a < b", "banner_image": "b.jpg", "date_published": "2026-01-03T08:00:00+02:00",
                "date_modified": "2026-01-03T10:00:00Z", "tags": ["food", "food", 3],
                "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]},
               {"id": "t", "external_url": "https://else.example/t", "content_text": "one\\ntwo & three",
                "author": {"name": "Ann"}}
             ]}
            """);
    assertEquals("Mill Street", feed.title());
    assertEquals("https://mill.example/feed.json", feed.id());
    assertEquals("https://mill.example/i.png", feed.image());
    assertEquals("https://mill.example/2.json", feed.nextPage());
    assertEquals(
        new FeedEntry(
            "17",
            "Flour & bread",
            "https://mill.example/17",
            Instant.parse("2026-01-03T06:00:00Z"),
            Instant.parse("2026-01-03T10:00:00Z"),
            "a &lt; b",
            "<p>x</p>",
            "Desk",
            List.of("food", "3"),
            List.of(new Enclosure("https://mill.example/a.mp3", "audio/mpeg", 5L)),
            null,
            "https://mill.example/b.jpg"),
        feed.entries().getFirst());
    var second = feed.entries().get(1);
    assertEquals("one<br>two &amp; three", second.content());
    assertEquals("https://else.example/t", second.link());
    assertEquals("Ann", second.author());
  }

  @Test
  void itemsBeforeTheBreakCount() {
    var feed =
        Reading.feed(
            "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":["
                + "{\"id\":\"1\",\"content_text\":\"a\"},{\"id\":\"2\",\"content_te");
    assertEquals(1, feed.entries().size());
    assertEquals("T", feed.title());
  }

  @Test
  void otherJsonIsRefused() {
    assertTrue(refusal("{\"items\":[1]}").contains("not a JSON Feed"));
    assertTrue(refusal("{\"items\":[").contains("broken JSON"));
    assertTrue(refusal("[]").contains("not a JSON Feed"));
  }

  private static String refusal(String json) {
    return Reading.refusal(new FeedReader(), json, null).reason();
  }
}
