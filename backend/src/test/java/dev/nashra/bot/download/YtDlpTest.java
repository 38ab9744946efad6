package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.bot.download.MediaSource.Wanted;
import dev.nashra.http.AddressGuard;
import dev.nashra.telegram.MediaKind;
import dev.nashra.time.Cancellation;
import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class YtDlpTest {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Limits LIMITS = new Limits(2_000_000, Duration.ofMinutes(10));

  @TempDir private Path bin;
  @TempDir private Path folder;
  private FakeYtDlp program;

  @BeforeEach
  void install() throws IOException {
    program = new FakeYtDlp(bin);
  }

  @Test
  void theFileIsTakenWithWhatItIs() throws Exception {
    var media = media(find("ok", PATIENT));

    assertEquals(MediaKind.VIDEO, media.kind());
    assertEquals(640, media.width());
    assertEquals(12, media.seconds());
    assertTrue(Files.isRegularFile(folder.resolve(media.name())));
  }

  @Test
  void aTitleIsOneLineAndNoCommand() throws Exception {
    var media = media(find("ok", PATIENT));

    assertEquals("$(touch owned) \"'`id` ../../etc/passwd", media.title());
    assertEquals("touch_owned_id_etc_passwd.mp4", media.shownName());
    assertEquals(List.of("media.mp4"), names());
  }

  @Test
  void linkAndOptionsAreArgumentsAndNothingOfOursIsInItsEnvironment() throws Exception {
    find("$(touch owned);--exec/ok", PATIENT);

    var arguments = program.arguments();
    assertEquals("--", arguments.get(arguments.size() - 2));
    assertEquals("https://127.0.0.1/$(touch owned);--exec/ok", arguments.getLast());
    assertTrue(arguments.contains("--ignore-config"));
    assertEquals("default,-generic", after(arguments, "--use-extractors"));
    assertEquals("2000000", after(arguments, "--max-filesize"));
    assertEquals("!is_live & duration<=?600", after(arguments, "--match-filters"));
    assertTrue(program.environment().contains("NO_COLOR=1"));
    assertFalse(program.environment().contains("JAVA_HOME"));
  }

  @Test
  void stoppedByItsOwnLimitWithAFileIsSuccess() throws Exception {
    assertEquals(MediaKind.VIDEO, media(find("stopped", PATIENT)).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "too-large,TOO_LARGE",
    "too-long,TOO_LONG",
    "live,LIVE",
    "outside,BROKEN",
    "link-outside,BROKEN",
    "options,UNSUPPORTED",
    "unsupported,UNSUPPORTED",
    "private,PRIVATE",
    "gone,UNAVAILABLE",
    "busy,UNREACHABLE",
    "broken,BROKEN",
    "killed,UNCLEAR",
    "grows,TOO_LARGE",
  })
  void whatItDoesNotGetHasAReason(String link, Failure failure) throws Exception {
    assertEquals(failure, nothing(find(link, PATIENT)).failure());
  }

  @Test
  void aFileThatIsTooLargeIsTriedOnceMoreInASmallerPicture() throws Exception {
    assertEquals(MediaKind.VIDEO, media(find("small-only", PATIENT)).kind());
    assertEquals(2, program.runs());
  }

  @Test
  void afterItsTimeItIsKilledWithItsChildren() throws Exception {
    var found = find("hang", Duration.ofSeconds(2));

    assertEquals(Failure.TOO_SLOW, nothing(found).failure());
    assertTrue(program.dies());
  }

  @Test
  void itDiesWithTheAttempt() throws Exception {
    var cancellation = new Cancellation();
    var found = CompletableFuture.supplyAsync(() -> inside(cancellation));
    assertTrue(Waiter.until(program::isHanging, PATIENT, Duration.ofMillis(10)));

    cancellation.cancel("the test says so");

    assertThrows(ExecutionException.class, () -> found.get(10, TimeUnit.SECONDS));
    assertTrue(program.dies());
  }

  private Found inside(Cancellation cancellation) {
    try {
      return cancellation.call(() -> find("hang", PATIENT));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itIsNotSentIntoOurOwnNetwork() throws Exception {
    var guarded = new YtDlp(program.program(), new Inspector(LIMITS), new AddressGuard(List.of()));

    for (var link :
        List.of(
            "http://127.0.0.1/ok",
            "http://2130706433/ok",
            "http://localhost/ok",
            "http://[::1]/ok",
            "http://user@example.com/ok",
            "file:///etc/passwd",
            "ytsearch:cats")) {
      var found = guarded.find(wanted(link, PATIENT));
      assertEquals(Failure.NOT_PUBLIC, nothing(found).failure(), link);
    }
    assertEquals(0, program.runs());
  }

  @Test
  void aProgramThatIsGoneLeavesTheLinkToOthers() throws Exception {
    Files.delete(program.program());

    assertEquals(Failure.UNSUPPORTED, nothing(find("ok", PATIENT)).failure());
  }

  private Found find(String link, Duration patience) throws Exception {
    var guard = new AddressGuard(List.of("127.0.0.1"));
    return new YtDlp(program.program(), new Inspector(LIMITS), guard)
        .find(wanted("https://127.0.0.1/" + link, patience));
  }

  private Wanted wanted(String link, Duration patience) {
    return new Wanted(link, folder, Deadline.in(patience), _ -> {});
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String after(List<String> arguments, String option) {
    return arguments.get(arguments.indexOf(option) + 1);
  }

  private static MediaFile media(Found found) {
    return assertInstanceOf(Found.Media.class, found, found::toString).file();
  }

  private static Found.Nothing nothing(Found found) {
    return assertInstanceOf(Found.Nothing.class, found, found::toString);
  }
}
