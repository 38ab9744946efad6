package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FeedFilterTest {
  private final FeedFilter filter = new FeedFilter();

  @Test
  void aFeedIsPrintedWithAllItsFieldsAndNoOthers(@TempDir Path folder) throws IOException {
    var file = folder.resolve("feed of mine.xml");
    Files.writeString(
        file,
        "<rss><channel><title>T</title><item><link>/a</link>"
            + "<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate></item></channel></rss>");
    var answer = filter.answer(file + "\thttps://a.example/feed");
    assertEquals(
        "{\"file\":\"%s\",\"ok\":true,\"error\":null,\"feed\":{\"title\":\"T\",\"link\":null,"
                .formatted(file)
            + "\"description\":null,\"language\":null,\"id\":null,\"updated\":null,"
            + "\"published\":null,\"image\":null,\"author\":null,\"rights\":null,"
            + "\"generator\":null,\"entries\":[{\"id\":\"https://a.example/a\",\"title\":null,"
            + "\"link\":\"https://a.example/a\",\"published\":\"2004-01-01T19:48:21Z\","
            + "\"updated\":null,\"summary\":null,\"content\":null,\"author\":null,"
            + "\"categories\":[],\"enclosures\":[],\"comments\":null}]}}",
        JsonMapper.builder().build().writeValueAsString(answer));
  }

  @Test
  void whatCannotBeReadIsNamed(@TempDir Path folder) throws IOException {
    var missing = filter.answer(folder.resolve("none").toString());
    assertFalse(missing.ok());
    assertEquals("There is no such file.", missing.error());
    assertNull(missing.feed());
    assertFalse(filter.answer(folder.toString()).ok());
    assertFalse(filter.answer("\u0000").ok());
    var page = Files.writeString(folder.resolve("p.html"), "<html><body>x</body></html>");
    assertEquals(
        "This is an HTML page; it names no feeds.", filter.answer(page.toString()).error());
  }
}
