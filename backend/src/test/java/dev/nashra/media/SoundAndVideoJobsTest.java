package dev.nashra.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.type.TypeFixture;
import dev.nashra.store.RenderingTable;
import dev.nashra.store.StoryRows;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** With a real database, a real voice and real video. */
@Timeout(180)
final class SoundAndVideoJobsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final Instant NOW = Instant.parse("2026-11-21T23:30:00Z");

  @TempDir private Path folder;

  private final StoryRows rows = new StoryRows(DATABASE.get());
  private final RenderingTable renderings = new RenderingTable(DATABASE.get());
  private final Cancellation cancellation = new Cancellation();

  @BeforeEach
  void empty() {
    DATABASE.get().useTransaction(handle -> handle.execute("truncate stories cascade"));
  }

  @Test
  void eachStoryIsReadAloudOnce() throws Exception {
    var report = rows.report(rows.story(1), "ar", "خبر عاجل", NOW);

    var made = audioJob().run(context());
    assertTrue(made.bytes() > 0);
    assertEquals(JobResult.of(1, 1), made.withBytes(0));
    assertEquals(JobResult.of(0, 0), audioJob().run(context()));

    var audio = renderings.find(report, RenderingKind.AUDIO).orElseThrow();
    assertTrue(audio.file().endsWith("-audio.mp3"));
    assertEquals("audio/mpeg", audio.mediaType());
    assertEquals(Files.size(folder.resolve(audio.file())), audio.bytes());
  }

  @Test
  void aStoryThatNobodyCanReadDoesNotStopTheOthers() throws Exception {
    rows.report(rows.story(9), "xx", "Nxx", NOW);
    var readable = rows.report(rows.story(1), "en", "News", NOW);

    assertEquals(
        JobResult.of(1, 1).withNote("no voice for xx"), audioJob().run(context()).withBytes(0));
    assertTrue(renderings.find(readable, RenderingKind.AUDIO).isPresent());
  }

  @Test
  void theMostImportantStoriesGetTheirReel() throws Exception {
    var minor = rows.report(rows.story(1), "en", "Minor", NOW);
    var major = rows.report(rows.story(9), "en", "Major", NOW);

    assertEquals(JobResult.of(1, 1), reelsJob(1).run(context()).withBytes(0));

    assertTrue(renderings.find(minor, RenderingKind.REEL).isEmpty());
    var reel = renderings.find(major, RenderingKind.REEL).orElseThrow();
    assertEquals("video/mp4", reel.mediaType());
    assertEquals(1920, reel.height());
    var duration = reel.duration();
    assertTrue(duration != null && duration.toSeconds() >= 10);
    assertEquals(Files.size(folder.resolve(reel.file())), reel.bytes());
  }

  @Test
  void aStoppedRunMakesNothingMore() {
    var report = rows.report(rows.story(1), "en", "News", NOW);
    cancellation.cancel("on purpose");

    assertThrows(CancellationException.class, () -> audioJob().run(context()));
    assertThrows(CancellationException.class, () -> reelsJob(3).run(context()));
    assertFalse(renderings.find(report, RenderingKind.REEL).isPresent());
  }

  private GenerateAudioJob audioJob() {
    return new GenerateAudioJob(
        renderings, MediaTools.studio(), Brand.DEFAULT, new MediaFolder(folder));
  }

  private GenerateReelsJob reelsJob(int reels) {
    var look = new GenerateReelsJob.Look(TypeFixture.FACES, ZoneOffset.UTC);
    return new GenerateReelsJob(
        renderings, MediaTools.studio(), Brand.DEFAULT, new MediaFolder(folder), look, reels);
  }

  private JobContext context() {
    return new JobContext(1, InstantSource.fixed(NOW), cancellation, JobContext.Progress.SILENT);
  }
}
