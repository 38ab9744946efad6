package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.bot.download.MediaSource.Wanted;
import dev.nashra.http.AddressGuard;
import dev.nashra.http.HttpFetcher;
import dev.nashra.telegram.MediaKind;
import dev.nashra.time.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class WebMediaTest {
  private static final Limits LIMITS = new Limits(1_000_000, Duration.ofMinutes(10));
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final MockWebServer server = new MockWebServer();
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPlainFileIsTakenWhateverItIsCalled() throws Exception {
    server.enqueue(file("application/octet-stream", Samples.mp4(5, 320, 240, 1000)));

    var media = media(find("/../../evil name.exe?x=$(id)"));

    assertEquals(MediaKind.VIDEO, media.kind());
    assertEquals(List.of("media.mp4"), names());
  }

  @Test
  void progressIsToldWithTheWhole() throws Exception {
    var content = Samples.mp4(5, 320, 240, 500_000);
    server.enqueue(file("video/mp4", content));
    var seen = new ArrayList<Download.Progress>();

    web().find(new Wanted(url("/a"), folder, Deadline.in(PATIENT), seen::add));

    assertEquals(new Download.Progress(content.length, content.length), seen.getLast());
  }

  @Test
  void aLargeFileIsNotEvenBegun() throws Exception {
    server.enqueue(file("video/mp4", Samples.mp4(5, 320, 240, 1_100_000)));

    assertEquals(Failure.TOO_LARGE, nothing(find("/a")).failure());
    assertEquals(List.of(), names());
  }

  @Test
  void aFileOfUnknownLengthIsStoppedAtTheLimit() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "video/mp4")
            .chunkedBody(new Buffer().write(Samples.mp4(5, 320, 240, 3_000_000)), 10_000)
            .build());

    assertEquals(Failure.TOO_LARGE, nothing(find("/a")).failure());
    assertTrue(Files.size(folder.resolve("download")) <= LIMITS.bytes());
  }

  @Test
  void thePageNamesTheVideo() throws Exception {
    server.enqueue(
        page(
            """
            <meta property="og:title" content="A &quot;title&quot;">
            <meta property="og:image" content="/picture.png">
            <meta property="og:video:url" content="/clip.mp4">"""));
    server.enqueue(file("video/mp4", Samples.mp4(5, 320, 240, 100)));

    var media = media(find("/story"));

    assertEquals("A \"title\"", media.title());
    assertEquals(MediaKind.VIDEO, media.kind());
    server.takeRequest();
    assertEquals("/clip.mp4", server.takeRequest().getUrl().encodedPath());
  }

  @Test
  void aPlayerPageIsPassedOverForThePicture() throws Exception {
    server.enqueue(
        page(
            """
            <meta name="twitter:image" content="/picture.png">
            <meta property="og:video" content="/player">"""));
    server.enqueue(page("<video>"));
    server.enqueue(file("image/png", Samples.png(40, 30)));

    assertEquals(MediaKind.PHOTO, media(find("/story")).kind());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:video/mp4;base64,AAAA",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/a.mp4",
        "http://[::1]/a.mp4",
        "http://2130706433/a.mp4",
        "http://localhost:1/a.mp4",
        "ftp://example.com/a.mp4",
        "http://",
      })
  void whatAPageNamesIsGuarded(String address) throws Exception {
    server.enqueue(page("<meta property=\"og:video\" content=\"%s\">".formatted(address)));

    assertInstanceOf(Found.Nothing.class, find("/story"));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void aPageOfManyAddressesDoesNotKeepUsBusy() throws Exception {
    var many = new StringBuilder();
    for (var i = 0; i < 200; i++) {
      many.append("<meta property='og:image' content='/%d.html'>".formatted(i));
      server.enqueue(page(i == 0 ? many.toString() : ""));
    }
    server.enqueue(page(many.toString()));

    assertInstanceOf(Found.Nothing.class, find("/story"));
    assertTrue(server.getRequestCount() <= 8, () -> server.getRequestCount() + " requests");
  }

  @Test
  void aRedirectIntoOurOwnNetworkIsRefused() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .addHeader("Location", "http://192.168.1.1/router.mp4")
            .build());

    assertEquals(Failure.NOT_PUBLIC, nothing(find("/a")).failure());
  }

  @Test
  void ourOwnMachineIsNotAsked() throws Exception {
    var fetcher = new HttpFetcher(new AddressGuard(List.of()), "Test", InstantSource.system());
    var guarded = new WebMedia(fetcher, new Inspector(LIMITS));

    var found = guarded.find(new Wanted(url("/a"), folder, Deadline.in(PATIENT), _ -> {}));

    assertEquals(Failure.NOT_PUBLIC, nothing(found).failure());
    assertEquals(0, server.getRequestCount());
  }

  @ParameterizedTest
  @CsvSource({
    "404,UNAVAILABLE",
    "403,UNAVAILABLE",
    "410,UNAVAILABLE",
    "429,UNREACHABLE",
    "503,UNREACHABLE",
  })
  void aStatusHasAMeaning(int status, Failure failure) throws Exception {
    server.enqueue(new MockResponse.Builder().code(status).addHeader("Retry-After", "9").build());

    var nothing = nothing(find("/a"));

    assertEquals(failure, nothing.failure());
    assertEquals(Duration.ofSeconds(9), nothing.after());
  }

  @Test
  void aConnectionThatBreaksMayBeTriedAgain() throws Exception {
    server.enqueue(
        file("video/mp4", Samples.mp4(5, 320, 240, 500_000))
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    var nothing = nothing(find("/a"));

    assertEquals(Failure.UNREACHABLE, nothing.failure());
    assertTrue(nothing.failure().mayPass());
  }

  @Test
  void aServerThatDripsIsGivenUpInTime() throws Exception {
    server.enqueue(
        file("video/mp4", Samples.mp4(5, 320, 240, 500_000))
            .newBuilder()
            .throttleBody(1000, 200, TimeUnit.MILLISECONDS)
            .build());

    var found =
        web().find(new Wanted(url("/a"), folder, Deadline.in(Duration.ofSeconds(1)), _ -> {}));

    assertEquals(Failure.TOO_SLOW, nothing(found).failure());
  }

  @Test
  void textThatSaysItIsAVideoIsNone() throws Exception {
    server.enqueue(file("video/mp4", "<html>no</html>".getBytes(StandardCharsets.UTF_8)));

    assertEquals(Failure.UNSUPPORTED, nothing(find("/a.mp4")).failure());
  }

  @Test
  void aPageWithoutMediaHasNone() throws Exception {
    server.enqueue(page("<meta property=\"og:title\" content=\"words\">"));

    var nothing = nothing(find("/story"));

    assertEquals(Failure.UNSUPPORTED, nothing.failure());
    assertFalse(nothing.failure().mayPass());
  }

  private Found find(String path) throws Exception {
    return web().find(new Wanted(url(path), folder, Deadline.in(PATIENT), _ -> {}));
  }

  private WebMedia web() {
    // This very server is public for the test, everything else is as it is.
    var guard = new AddressGuard(List.of("127.0.0.1:" + server.getPort()));
    return new WebMedia(
        new HttpFetcher(guard, "Test", InstantSource.system()), new Inspector(LIMITS));
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getPort(), path);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static MockResponse page(String head) {
    return file(
        "text/html; charset=utf-8",
        "<html><head>%s</head></html>".formatted(head).getBytes(StandardCharsets.UTF_8));
  }

  private static MockResponse file(String type, byte[] content) {
    return new MockResponse.Builder()
        .addHeader("Content-Type", type)
        .body(new Buffer().write(content))
        .build();
  }

  private static MediaFile media(Found found) {
    return assertInstanceOf(Found.Media.class, found, found::toString).file();
  }

  private static Found.Nothing nothing(Found found) {
    return assertInstanceOf(Found.Nothing.class, found, found::toString);
  }
}
