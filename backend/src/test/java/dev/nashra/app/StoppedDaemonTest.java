package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.config.Settings;
import dev.nashra.sample.OutletKind;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.source.NewSource;
import dev.nashra.time.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A daemon whose logo is on a drive that does not answer, so that every thread which reads it is
 * stuck for good, and how it ends: real processes and the embedded database.
 */
@Timeout(180)
final class StoppedDaemonTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A signal's number and 128, as a shell says it. */
  private static final int ENDED_BY_SIGTERM = 143;

  private static final int START_ME_ANEW = 75;

  @TempDir private Path folder;

  @Test
  void whateverIsStuckTheDaemonEndsAndLeavesNothingBehind() throws Exception {
    try (var sample = new SampleNewsroom(0, Instant.now())) {
      var logo = folder.resolve("logo.png");
      assertEquals(0, new ProcessBuilder("mkfifo", logo.toString()).start().waitFor());
      var settings = settings(logo);
      addSource(sample, settings);

      stopsWithinItsGrace(settings);
      endsAtOnceAtASecondSignal(settings);
      exitsToBeStartedAnew(settings);
    }
  }

  private Map<String, String> settings(Path logo) {
    return new HashMap<>(
        Map.of(
            "DATA_DIR", folder.resolve("data").toString(),
            "CYCLE_INTERVAL_SECONDS", "3600",
            "ALLOW_PRIVATE_NETWORK_HOSTS", "127.0.0.1",
            "MAX_ARTICLES_PER_SOURCE", "1",
            "NEWSROOM_LOGO", logo.toString(),
            "MAX_STUCK_JOBS", "1",
            "REELS_PER_CYCLE", "1"));
  }

  private void addSource(SampleNewsroom sample, Map<String, String> variables) throws Exception {
    var settings = Settings.load(variables, folder.resolve(".env"));
    try (var storage = Storage.forDaemon(settings);
        var newsroom = Newsroom.open(settings, storage.database())) {
      var outlet =
          sample.outlets().stream()
              .filter(o -> o.kind() == OutletKind.RSS && o.fullText())
              .findFirst()
              .orElseThrow();
      newsroom.sources().add(NewSource.at(sample.addressOf(outlet), outlet.name()));
    }
  }

  private void stopsWithinItsGrace(Map<String, String> settings) throws Exception {
    settings.put("SHUTDOWN_GRACE_SECONDS", "2");
    try (var daemon = startAndGetStuck(settings)) {
      var watch = new Stopwatch();
      daemon.signal();

      assertEquals(0, daemon.awaitEnd(PATIENCE), daemon::log);
      assertTrue(
          watch.elapsed().compareTo(Duration.ofSeconds(4)) < 0,
          () -> "took " + watch.elapsed() + "\n" + daemon.log());
    }
    assertNothingIsHalf();
  }

  private void endsAtOnceAtASecondSignal(Map<String, String> settings) throws Exception {
    settings.put("SHUTDOWN_GRACE_SECONDS", "600");
    try (var daemon = startAndGetStuck(settings)) {
      daemon.signal();
      Awaitility.await().atMost(PATIENCE).until(() -> daemon.log().contains("Nashra drains"));
      var watch = new Stopwatch();
      daemon.signal();

      assertEquals(ENDED_BY_SIGTERM, daemon.awaitEnd(PATIENCE), daemon::log);
      assertTrue(
          watch.elapsed().compareTo(Duration.ofSeconds(1)) < 0, () -> "took " + watch.elapsed());
    }
  }

  private void exitsToBeStartedAnew(Map<String, String> settings) throws Exception {
    settings.put("SHUTDOWN_GRACE_SECONDS", "1");
    settings.put("IMAGES_TIMEOUT", "2");
    try (var daemon = DaemonProcess.start(folder, settings)) {
      assertEquals(START_ME_ANEW, daemon.awaitEnd(PATIENCE), daemon::log);
      assertTrue(daemon.log().contains("2 threads ignore that they are stopped"), daemon::log);
      assertTrue(daemon.log().contains("LogoFile.read"), "their stacks are shown");
    }
    assertNothingIsHalf();
  }

  private DaemonProcess startAndGetStuck(Map<String, String> settings) throws Exception {
    var daemon = DaemonProcess.start(folder, settings);
    try (var database = DaemonDatabase.of(folder.resolve("data/postgres"))) {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () ->
                  database.count(
                          """
                          runs where job = 'generate_images' and state = 'RUNNING'
                            and started < clock_timestamp() - interval '1 s'""")
                      == 1);
      assertTrue(daemon.children().contains("postgres"), () -> "of " + daemon.children());
    } catch (Exception | AssertionError e) {
      daemon.close();
      throw new AssertionError(daemon.log(), e);
    }
    return daemon;
  }

  private void assertNothingIsHalf() throws IOException {
    var data = folder.resolve("data");
    try (var files = Files.walk(data)) {
      assertEquals(
          List.of(),
          files
              .filter(file -> !file.startsWith(data.resolve("postgres")))
              .filter(Leftovers::isUnfinished)
              .toList());
    }
  }
}
