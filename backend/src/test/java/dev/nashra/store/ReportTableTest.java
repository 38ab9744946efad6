package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.report.ExtractiveWriter;
import dev.nashra.report.GenerateReportsJob;
import dev.nashra.report.Report;
import dev.nashra.time.Cancellation;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The reports in the database, and the job that writes them. */
final class ReportTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2031-05-04T06:00:00Z");

  private final ReportTable reports = new ReportTable(DATABASE.get());
  private final StoryRows rows = new StoryRows(DATABASE.get());

  @BeforeEach
  void empty() {
    rows.clear();
  }

  @Test
  void aStoryIsWrittenAboutOnceUntilItsArticlesChange() {
    long story = rows.story("en", 1, NOW);
    long article = rows.article(story, "The Quay", "Ferry runs aground", FERRY, "en", NOW);
    assertEquals(new JobResult(1, 1, 0, ""), run(10));
    assertEquals(new JobResult(0, 0, 0, ""), run(10));
    var first = latest(story);
    assertEquals(1, first.version());
    assertEquals(List.of(article), first.lead().articleIds());
    assertEquals(List.of("The Quay"), first.outlets());

    rows.rewrite(article, "Ferry runs aground with 212 aboard", FERRY, NOW.plusSeconds(60));
    assertEquals(new JobResult(1, 1, 0, ""), run(10));
    assertEquals(2, latest(story).version());
  }

  @Test
  void aChangeThatAReaderWouldNotSeeMakesNoNewVersion() {
    long story = rows.story("en", 1, NOW);
    long article = rows.article(story, "The Quay", "Ferry runs aground", FERRY, "en", NOW);
    run(10);
    rows.rewrite(article, "Ferry runs aground", FERRY + "\n\nRead more: ferries", NOW);
    assertEquals(new JobResult(1, 0, 0, ""), run(10));
    assertEquals(1, latest(story).version());
    assertEquals(new JobResult(0, 0, 0, ""), run(10), "and is not looked at again");
  }

  @Test
  void theMostImportantStoriesComeFirst() {
    long minor = rows.story("en", 1, NOW);
    long major = rows.story("en", 9, NOW);
    rows.article(minor, "The Quay", "A minor thing", FERRY, "en", NOW);
    rows.article(major, "The Quay", "A major thing", FERRY, "en", NOW);
    assertEquals(List.of(major, minor), reports.changed(10));
    run(1);
    assertTrue(reports.latest(major).isPresent());
    assertTrue(reports.latest(minor).isEmpty());
    assertEquals(List.of(minor), reports.changed(10));
  }

  @Test
  void oneStoryThatCannotBeWrittenDoesNotStopTheOthers() {
    long wordless = rows.story("en", 9, NOW);
    long good = rows.story("en", 1, NOW);
    rows.article(wordless, "The Quay", "...", "", "en", NOW);
    rows.article(good, "The Quay", "Ferry runs aground", FERRY, "en", NOW);
    var result =
        new GenerateReportsJob(
                reports,
                (language, clippings) -> {
                  if (clippings.getFirst().title().equals("...")) {
                    throw new IllegalStateException("made up by the test");
                  }
                  return new ExtractiveWriter().write(language, clippings);
                },
                10)
            .run(context());
    assertEquals(1, result.failed());
    assertEquals(1, result.out());
    assertTrue(reports.latest(good).isPresent());
  }

  @Test
  void aMergedStoryIsNotWrittenAbout() {
    long story = rows.story("en", 1, NOW);
    long redirect = rows.story("en", 1, NOW);
    rows.article(redirect, "The Quay", "Ferry runs aground", FERRY, "en", NOW);
    rows.merge(redirect, story);
    assertEquals(List.of(), reports.changed(10));
    assertTrue(reports.input(redirect).isEmpty());
  }

  private JobResult run(int limit) {
    return new GenerateReportsJob(reports, new ExtractiveWriter(), limit).run(context());
  }

  private Report latest(long story) {
    return reports.latest(story).orElseThrow();
  }

  private static JobContext context() {
    return new JobContext(
        1, InstantSource.fixed(NOW), new Cancellation(), JobContext.Progress.SILENT);
  }

  private static final String FERRY =
      "A ferry with 212 people aboard ran aground on a sandbank off Port Amber on Tuesday, the"
          + " coast guard said.\n\nAll passengers were taken ashore in fishing boats within three"
          + " hours.";
}
