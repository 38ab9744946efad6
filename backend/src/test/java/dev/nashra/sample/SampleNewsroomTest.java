package dev.nashra.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class SampleNewsroomTest {
  private static final Instant ANCHOR = Instant.parse("2031-03-05T06:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SampleNewsroom newsroom = new SampleNewsroom(0, ANCHOR);
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  @AfterEach
  void close() {
    client.close();
    newsroom.close();
  }

  @Test
  void everyArticleLinkOfEverySourceResolves() throws Exception {
    var links = 0;
    for (var outlet : newsroom.outlets()) {
      for (var link : articleLinks(outlet)) {
        var answer = get(link);
        assertEquals(200, answer.statusCode(), link);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        links++;
      }
    }
    assertTrue(links >= 66, links + " links");
  }

  private List<String> articleLinks(SampleOutlet outlet) throws Exception {
    var address = newsroom.addressOf(outlet);
    return switch (outlet.kind()) {
      case RSS -> Jsoup.parse(body(address), Parser.xmlParser()).select("item > link").eachText();
      case ATOM ->
          Jsoup.parse(body(address), Parser.xmlParser())
              .select("entry > link[rel=alternate]")
              .eachAttr("href");
      case JSONFEED ->
          JsonMapper.builder()
              .build()
              .readTree(body(address))
              .get("items")
              .valueStream()
              .map(item -> item.get("url").asString())
              .toList();
      case SECTION ->
          Jsoup.parse(body(address), address).select("a[href*=/article/]").eachAttr("abs:href");
      case TELEGRAM ->
          Jsoup.parse(body(address), address)
              .select("a.tgme_widget_message_date")
              .eachAttr("abs:href");
      case BROKEN, ERROR -> List.of();
    };
  }

  @Test
  void sourceThatFailsAnswers500Always() throws Exception {
    var address = address(OutletKind.ERROR);
    assertEquals(500, get(address).statusCode());
    assertEquals(500, get(address, "If-None-Match", "*").statusCode());
  }

  @Test
  void unchangedDocumentIsNotSentAgain() throws Exception {
    for (var kind : List.of(OutletKind.RSS, OutletKind.SECTION, OutletKind.TELEGRAM)) {
      var first = get(address(kind));
      var etag = first.headers().firstValue("ETag").orElseThrow();
      var date = first.headers().firstValue("Last-Modified").orElseThrow();
      assertEquals(304, get(address(kind), "If-None-Match", etag).statusCode());
      assertEquals(304, get(address(kind), "If-None-Match", "\"x\", W/" + etag).statusCode());
      assertEquals(304, get(address(kind), "If-Modified-Since", date).statusCode());
      assertEquals(200, get(address(kind), "If-None-Match", "\"other\"").statusCode());
      assertEquals(
          200,
          get(address(kind), "If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT").statusCode());
      assertEquals(200, get(address(kind), "If-Modified-Since", "yesterday").statusCode());
    }
  }

  @Test
  void headAnswersWithoutABody() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address(OutletKind.RSS)))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .timeout(PATIENCE)
            .build();
    var answer = client.send(request, BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    assertEquals(0, answer.body().length);
    assertEquals(
        get(address(OutletKind.RSS)).body().length,
        answer.headers().firstValueAsLong("Content-Length").orElseThrow());
  }

  @Test
  void unknownAddressIsNotFoundAndNothingCanBePosted() throws Exception {
    assertEquals(404, get(newsroom.baseUrl() + "/nothing").statusCode());
    var post =
        HttpRequest.newBuilder(URI.create(newsroom.baseUrl() + "/"))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .timeout(PATIENCE)
            .build();
    assertEquals(405, client.send(post, BodyHandlers.discarding()).statusCode());
  }

  @Test
  void twoServersWithTheSameAnchorDifferOnlyInTheirPort() throws Exception {
    try (var other = new SampleNewsroom(0, ANCHOR)) {
      for (var outlet : newsroom.outlets()) {
        assertEquals(
            body(newsroom.addressOf(outlet)).replace(newsroom.baseUrl(), other.baseUrl()),
            body(other.addressOf(outlet)));
      }
    }
  }

  @Test
  void serverOnTheSamePortServesTheSameBytesAgain() throws Exception {
    var port = URI.create(newsroom.baseUrl()).getPort();
    var address = address(OutletKind.ATOM);
    var before = get(address);
    newsroom.close();
    try (var again = new SampleNewsroom(port, ANCHOR)) {
      assertEquals(again.addressOf(outlet(OutletKind.ATOM)), address);
      var after = get(address);
      assertArrayEquals(before.body(), after.body());
      assertEquals(before.headers().firstValue("ETag"), after.headers().firstValue("ETag"));
    }
  }

  private SampleOutlet outlet(OutletKind kind) {
    return newsroom.outlets().stream().filter(o -> o.kind() == kind).findFirst().orElseThrow();
  }

  private String address(OutletKind kind) {
    return newsroom.addressOf(outlet(kind));
  }

  private String body(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private HttpResponse<byte[]> get(String address, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }
}
