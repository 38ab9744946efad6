package dev.nashra.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.card.CardRenderer;
import dev.nashra.media.type.TypeFixture;
import dev.nashra.store.RenderingTable;
import dev.nashra.store.StoryRows;
import dev.nashra.store.TestDatabase;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class StoryPicturesTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final Instant NOW = Instant.parse("2026-11-21T23:30:00Z");

  @TempDir Path folder;

  private final StoryRows rows = new StoryRows(DATABASE.get());
  private final RenderingTable renderings = new RenderingTable(DATABASE.get());
  private final Cancellation cancellation = new Cancellation();

  @BeforeEach
  void empty() {
    DATABASE.get().useTransaction(handle -> handle.execute("truncate stories cascade"));
  }

  @Test
  void eachStoryGetsItsCardOnce() throws IOException {
    var story = rows.story(1);
    var report = rows.report(story, "ar", "خبر عاجل", NOW);
    var job = new GenerateImagesJob(pictures());
    var made = job.run(context());
    assertTrue(made.bytes() > 0);
    assertEquals(JobResult.of(1, 1), made.withBytes(0));
    assertEquals(JobResult.of(0, 0), job.run(context()));
    var card = renderings.find(report, RenderingKind.CARD).orElseThrow();
    assertEquals("2026/11/21/%d-%d-card.jpg".formatted(story, report), card.file());
    assertEquals(Files.size(folder.resolve(card.file())), card.bytes());
    assertEquals(1350, ImageIO.read(folder.resolve(card.file()).toFile()).getHeight());
  }

  @Test
  void networksGetTheirThreeSizes() {
    var report = rows.report(rows.story(1), "en", "News", NOW);
    var result = new GenerateSocialMediaImagesJob(pictures()).run(context());
    assertEquals(JobResult.of(3, 3), result.withBytes(0));
    for (var kind :
        List.of(
            RenderingKind.LINK_IMAGE, RenderingKind.SQUARE_IMAGE, RenderingKind.VERTICAL_IMAGE)) {
      var picture = renderings.find(report, kind).orElseThrow();
      assertTrue(Files.isRegularFile(folder.resolve(picture.file())));
      assertEquals("image/jpeg", picture.mediaType());
    }
  }

  @Test
  void aStoryThatCannotBeDrawnDoesNotStopTheOthers() {
    rows.report(rows.story(9), "zh", "議會批准預算", NOW);
    var drawable = rows.report(rows.story(1), "en", "News", NOW);
    var result = new GenerateImagesJob(pictures()).run(context());
    assertEquals(new JobResult(2, 1, 1, ""), result.withBytes(0));
    assertTrue(renderings.find(drawable, RenderingKind.CARD).isPresent());
    assertEquals(
        JobResult.of(0, 0),
        new GenerateImagesJob(pictures()).run(context()),
        "what no font can write is left alone for a day");
  }

  @Test
  void aStoppedRunMakesNothingMore() {
    var report = rows.report(rows.story(1), "en", "News", NOW);
    cancellation.cancel("on purpose");
    assertThrows(
        CancellationException.class, () -> new GenerateImagesJob(pictures()).run(context()));
    assertTrue(renderings.find(report, RenderingKind.CARD).isEmpty());
  }

  private StoryPictures pictures() {
    var renderer = new CardRenderer(TypeFixture.FACES, ZoneOffset.UTC);
    return new StoryPictures(renderings, renderer, Brand.DEFAULT, new MediaFolder(folder));
  }

  private JobContext context() {
    return new JobContext(1, InstantSource.fixed(NOW), cancellation, JobContext.Progress.SILENT);
  }
}
