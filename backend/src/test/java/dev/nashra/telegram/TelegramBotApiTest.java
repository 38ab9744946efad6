package dev.nashra.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import dev.nashra.time.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class TelegramBotApiTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final FormattedText TEXT = FormattedText.plain("خبر");
  private static final String POSTED =
      "{\"ok\":true,\"result\":{\"message_id\":42,\"chat\":{\"id\":-1001,\"username\":\"news\"}}}";

  private final MockWebServer server = new MockWebServer();
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSentMessageHasItsNumberAndPublicAddress() throws InterruptedException {
    server.enqueue(ok(POSTED));
    var text = FormattedText.plain("عنوان\nنص").bold(0, 5).link(6, 8, "https://example.com/");
    var sent = assertInstanceOf(Ok.class, api(PATIENT).sendMessage("@news", text, null)).value();
    assertEquals(new SentMessage(42, -1001, "news"), sent);
    assertEquals("https://t.me/news/42", ((SentMessage) sent).url());

    var request = taken();
    assertEquals("/bot" + BotApiServer.TOKEN + "/sendMessage", request.getUrl().encodedPath());
    var json = JsonMapper.builder().build().readTree(body(request));
    assertEquals("@news", json.path("chat_id").stringValue());
    assertEquals("عنوان\nنص", json.path("text").stringValue());
    assertEquals("bold", json.at("/entities/0/type").stringValue());
    assertEquals(6, json.at("/entities/1/offset").intValue());
    assertTrue(json.at("/link_preview_options/is_disabled").booleanValue());
  }

  @Test
  void aPhotoIsStreamedWithItsCaption() throws Exception {
    server.enqueue(ok(POSTED));
    var photo = Files.write(folder.resolve("card.png"), new byte[300_000]);
    assertInstanceOf(Ok.class, api(PATIENT).sendPhoto("-1001", photo, "image/png", TEXT));
    var body = body(taken());
    assertTrue(body.contains("name=\"photo\"; filename=\"card.png\""), "file part");
    assertTrue(body.contains("name=\"caption\""), "caption part");
    assertTrue(body.length() > 300_000);
  }

  @Test
  void aVideoSaysItsShape() throws Exception {
    server.enqueue(ok(POSTED));
    var video = Files.write(folder.resolve("reel.mp4"), new byte[1000]);
    var shape = new TelegramBotApi.VideoShape(1080, 1920, Duration.ofSeconds(21));
    assertInstanceOf(Ok.class, api(PATIENT).sendVideo("-1001", video, shape, TEXT));
    assertTrue(body(taken()).contains("supports_streaming"));
  }

  @Test
  void nobodyListeningMeansNotSent() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var api = api(URI.create("http://127.0.0.1:" + port), PATIENT);
    assertInstanceOf(NotSent.class, api.sendMessage("1", TEXT, null));
  }

  @Test
  void anUnknownHostMeansNotSent() {
    var api = api(URI.create("http://no-such-host.invalid"), PATIENT);
    assertInstanceOf(NotSent.class, api.sendMessage("1", TEXT, null));
  }

  @Test
  void noAnswerInTimeIsAmbiguousAndSentOnce() {
    server.enqueue(BotApiServer.slow());
    var result = api(Duration.ofMillis(300)).sendMessage("1", TEXT, null);
    assertInstanceOf(Ambiguous.class, result);
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void aConnectionCutAfterTheRequestIsAmbiguousAndSentOnce() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(ok(POSTED));
    assertInstanceOf(Ambiguous.class, api(PATIENT).sendMessage("1", TEXT, null));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void halfAnAnswerIsAmbiguous() {
    server.enqueue(ok(POSTED).newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build());
    assertInstanceOf(Ambiguous.class, api(PATIENT).sendMessage("1", TEXT, null));
  }

  @Test
  void anEndlessAnswerIsAmbiguous() {
    server.enqueue(ok("{" + " ".repeat(3_000_000) + "}"));
    assertInstanceOf(Ambiguous.class, api(PATIENT).sendMessage("1", TEXT, null));
  }

  @Test
  void aServerThatSaysRetryAtOnceIsNotObeyed() {
    server.enqueue(
        new MockResponse.Builder().code(503).addHeader("Retry-After", "0").body("busy").build());
    server.enqueue(ok(POSTED));
    assertInstanceOf(Ambiguous.class, api(PATIENT).sendMessage("1", TEXT, null));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.enqueue(
        new MockResponse.Builder().code(307).addHeader("Location", "/elsewhere").build());
    server.enqueue(ok(POSTED));
    assertInstanceOf(Ambiguous.class, api(PATIENT).sendMessage("1", TEXT, null));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void anUploadThatBreaksHalfWayWasNotSent() throws Exception {
    server.enqueue(
        new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()).build());
    var video = Files.write(folder.resolve("reel.mp4"), new byte[30_000_000]);
    var shape = new TelegramBotApi.VideoShape(1080, 1920, Duration.ofSeconds(21));
    assertInstanceOf(NotSent.class, api(PATIENT).sendVideo("1", video, shape, TEXT));
  }

  @Test
  void aFileThatIsGoneWasNotSent() {
    var gone = folder.resolve("gone.png");
    assertInstanceOf(NotSent.class, api(PATIENT).sendPhoto("1", gone, "image/png", TEXT));
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void aMessageWithoutANumberIsAmbiguous() {
    server.enqueue(ok("{\"ok\":true,\"result\":{\"message_id\":0,\"chat\":{\"id\":7}}}"));
    assertInstanceOf(Ambiguous.class, api(PATIENT).sendMessage("1", TEXT, null));
  }

  @Test
  void aChatWithoutAPublicNameHasNoAddress() {
    server.enqueue(ok("{\"ok\":true,\"result\":{\"message_id\":9,\"chat\":{\"id\":7}}}"));
    var sent = assertInstanceOf(Ok.class, api(PATIENT).sendMessage("7", TEXT, null)).value();
    assertNull(((SentMessage) sent).url());
  }

  @Test
  void aRefusalComesThrough() {
    server.enqueue(
        new MockResponse.Builder()
            .code(403)
            .body("{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden\"}")
            .build());
    var refused = assertInstanceOf(Refused.class, api(PATIENT).sendMessage("1", TEXT, null));
    assertEquals(Fault.CHAT, refused.fault());
  }

  @Test
  void theBotSaysItsName() {
    server.enqueue(
        ok("{\"ok\":true,\"result\":{\"id\":5,\"is_bot\":true,\"username\":\"n_bot\"}}"));
    assertEquals(new Ok<>(new Bot(5, "n_bot")), api(PATIENT).getMe());
  }

  @Test
  void cancellingTheWorkEndsTheCall() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    var cancellation = new Cancellation();
    var result =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return cancellation.call(() -> api(PATIENT).sendMessage("1", TEXT, null));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    taken();
    cancellation.cancel("the test says so");
    assertInstanceOf(Ambiguous.class, result.get(5, TimeUnit.SECONDS));
  }

  @Test
  void theTokenShowsNowhere() {
    var token = new BotToken(BotApiServer.TOKEN);
    assertFalse(token.toString().contains("AAtest"));
    assertFalse(api(PATIENT).toString().contains("AAtest"));
    var notAToken = assertThrows(IllegalArgumentException.class, () -> new BotToken("bad secret"));
    assertFalse(String.valueOf(notAToken.getMessage()).contains("secret"));
    var lost = api(URI.create("http://no-such-host.invalid"), PATIENT).sendMessage("1", TEXT, null);
    assertFalse(lost.toString().contains("AAtest"), lost.toString());
  }

  private TelegramBotApi api(Duration longestCall) {
    return api(server.url("/").uri(), longestCall);
  }

  private static TelegramBotApi api(URI address, Duration longestCall) {
    return new TelegramBotApi(
        new OkHttpClient(),
        address,
        new BotToken(BotApiServer.TOKEN),
        longestCall,
        InstantSource.system());
  }

  private RecordedRequest taken() throws InterruptedException {
    var request = server.takeRequest(10, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no request came");
    }
    return request;
  }

  private static String body(RecordedRequest request) {
    var body = request.getBody();
    return body == null ? "" : body.utf8();
  }

  private static MockResponse ok(String body) {
    return new MockResponse.Builder().body(body).build();
  }
}
