package dev.nashra.publish.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.publish.ReadBack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelReaderTest {
  private static final Instant SENT = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant LATER = SENT.plus(Duration.ofMinutes(10));
  private static final String TEXT = "The bridge is open to all\n\nIt opened on Monday.";

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theSameTextIsFoundHoweverItIsMarkedUp() throws InterruptedException {
    enqueue(post(7, SENT, "<b>The bridge</b> is open to all<br/><br/>It opened on <i>Monday</i>."));
    var found = assertInstanceOf(ReadBack.Found.class, find(TEXT, LATER));
    assertEquals("7", found.remote().id());
  }

  @Test
  void aTextThatSomebodyEditedIsFoundByItsHeadline() throws InterruptedException {
    enqueue(post(7, SENT, "The bridge is open to all<br/><br/>Corrected: on Tuesday."));
    assertInstanceOf(ReadBack.Found.class, find(TEXT, LATER));
  }

  @Test
  void aReelIsNotTakenForThePostWithTheCard() throws InterruptedException {
    enqueue(post(1, SENT, "🎬 The bridge is open to all"));
    assertInstanceOf(ReadBack.Absent.class, find(TEXT, LATER));
    enqueue(post(1, SENT, TEXT));
    assertInstanceOf(ReadBack.Absent.class, find("🎬 The bridge is open to all", LATER));
  }

  @Test
  void soonAfterSendingItMayStillAppear() throws InterruptedException {
    enqueue(post(1, SENT.minusSeconds(3600), "Something else"));
    assertInstanceOf(ReadBack.Unclear.class, find(TEXT, SENT.plusSeconds(30)));
    enqueue(post(1, SENT.minusSeconds(3600), "Something else"));
    assertInstanceOf(ReadBack.Absent.class, find(TEXT, LATER));
  }

  @Test
  void olderPagesAreReadUntilTheyReachBackFarEnough() throws InterruptedException {
    enqueue(post(50, LATER, "Something newer") + more(50));
    enqueue(post(30, SENT, TEXT) + more(30));
    var found = assertInstanceOf(ReadBack.Found.class, find(TEXT, LATER));
    assertEquals("30", found.remote().id());
    server.takeRequest();
    assertEquals("before=50", server.takeRequest().getUrl().query());
  }

  @Test
  void pagesThatNeverReachBackSayNothing() throws InterruptedException {
    IntStream.range(0, 6).forEach(i -> enqueue(post(90 - i, LATER, "Newer") + more(90 - i)));
    assertInstanceOf(ReadBack.Unclear.class, find(TEXT, LATER));
  }

  @Test
  void aChannelWithoutAPublicPageCannotBeReadBack() throws InterruptedException {
    server.enqueue(page("<div class=\"tgme_page_title\">Private</div>"));
    assertInstanceOf(ReadBack.Impossible.class, find(TEXT, LATER));
  }

  @Test
  void aBusyServerIsAskedLater() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "90").build());
    var unclear = assertInstanceOf(ReadBack.Unclear.class, find(TEXT, LATER));
    assertEquals(Duration.ofSeconds(90), unclear.retryAfter());
  }

  private ReadBack find(String text, Instant now) throws InterruptedException {
    var address = server.url("/").uri();
    var guard = new AddressGuard(List.of(address.getHost() + ":" + address.getPort()));
    return new ChannelReader(
            new HttpFetcher(guard, "test", () -> now), address, Duration.ofMinutes(2))
        .find("news", Sought.of(text), SENT, now);
  }

  private void enqueue(String posts) {
    server.enqueue(page("<div class=\"tgme_channel_history\">" + posts + "</div>"));
  }

  private static MockResponse page(String body) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/html; charset=utf-8")
        .body("<main data-url=\"/s/news\">" + body + "</main>")
        .build();
  }

  private static String post(int id, Instant date, String html) {
    return """
    <div class="tgme_widget_message" data-post="news/%d">
     <div class="tgme_widget_message_text js-message_text">%s</div>
     <a class="tgme_widget_message_date"><time datetime="%s"></time></a></div>"""
        .formatted(id, html.lines().collect(Collectors.joining("<br/>")), date);
  }

  private static String more(int before) {
    return "<a class=\"tme_messages_more\" data-before=\"%d\"></a>".formatted(before);
  }
}
