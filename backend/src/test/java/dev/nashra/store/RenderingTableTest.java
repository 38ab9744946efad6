package dev.nashra.store;

import static dev.nashra.media.RenderingKind.CARD;
import static dev.nashra.media.RenderingKind.REEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.RenderingKind;
import dev.nashra.media.Renderings.Made;
import dev.nashra.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RenderingTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  private final StoryRows rows = new StoryRows(DATABASE.get());
  private final RenderingTable renderings = new RenderingTable(DATABASE.get());

  @BeforeEach
  void empty() {
    DATABASE.get().useTransaction(handle -> handle.execute("truncate stories cascade"));
  }

  @Test
  void theMostImportantStoryComesFirstAndStoriesWithoutReportNotAtAll() {
    rows.story(9);
    var minor = rows.report(rows.story(1), "en", "Minor", NOW);
    var major = rows.report(rows.story(5), "ar", "خبر", NOW);
    assertEquals(List.of(major, minor), ids(renderings.lacking(CARD, 10, NOW)));
    assertEquals(List.of(major), ids(renderings.lacking(CARD, 1, NOW)));
  }

  @Test
  void aReportIsReadAsItWasWritten() {
    rows.report(rows.story(1), "ar", "خبر «عاجل»", NOW);
    var report = renderings.lacking(CARD, 1, NOW).getFirst();
    assertEquals("خبر «عاجل»", report.headline().text());
    assertEquals("A point.", report.keyPoints().getFirst().text());
    assertEquals(List.of("The Quay", "صحيفة المرفأ"), report.outlets());
    assertEquals(NOW, report.written());
  }

  @Test
  void whatWasMadeIsLackingNoMore() {
    rows.report(rows.story(1), "en", "News", NOW);
    renderings.add(made(renderings.lacking(CARD, 1, NOW).getFirst(), CARD), NOW);
    assertTrue(renderings.lacking(CARD, 10, NOW).isEmpty());
    assertEquals(1, renderings.lacking(REEL, 10, NOW).size());
  }

  @Test
  void aNewReportLacksItsCardButItsStoryHadAReel() {
    var story = rows.story(1);
    rows.report(story, "en", "News", NOW);
    var first = renderings.lacking(CARD, 1, NOW).getFirst();
    renderings.add(made(first, CARD), NOW);
    renderings.add(made(first, REEL), NOW);
    var second = rows.report(story, "en", "More news", NOW.plusSeconds(60));
    assertEquals(List.of(second), ids(renderings.lacking(CARD, 10, NOW)));
    assertTrue(renderings.neverHad(REEL, 10, NOW).isEmpty());
  }

  @Test
  void whatFailedStandsLastAndWaitsForItsTime() {
    var major = rows.report(rows.story(9), "zh", "大會通過預算", NOW);
    var minor = rows.report(rows.story(1), "en", "News", NOW);
    var report = renderings.lacking(CARD, 1, NOW).getFirst();
    renderings.failed(report, CARD, "no font", NOW.plusSeconds(60));
    assertEquals(List.of(minor), ids(renderings.lacking(CARD, 10, NOW)));
    assertEquals(List.of(minor, major), ids(renderings.lacking(CARD, 10, NOW.plusSeconds(60))));
    assertEquals(List.of(major, minor), ids(renderings.lacking(REEL, 10, NOW)));
    renderings.failed(report, CARD, "still no font", NOW.plusSeconds(120));
    assertEquals(List.of(minor), ids(renderings.lacking(CARD, 10, NOW.plusSeconds(60))));
  }

  @Test
  void aStoryThatWasMergedAwayLacksNothing() {
    var story = rows.story(1);
    rows.report(story, "en", "News", NOW);
    rows.merge(story, rows.story(2));
    assertTrue(renderings.lacking(CARD, 10, NOW).isEmpty());
  }

  @Test
  void theFirstRecordStays() {
    rows.report(rows.story(1), "en", "News", NOW);
    var report = renderings.lacking(REEL, 1, NOW).getFirst();
    renderings.add(made(report, REEL), NOW);
    renderings.add(new Made(report, REEL, "other", "video/mp4", 1, 1, 1, null), NOW);
    var kept = renderings.find(report.id(), REEL).orElseThrow();
    assertEquals("a/b.mp4", kept.file());
    assertEquals(Duration.ofMillis(12_340), kept.duration());
    assertEquals(report.storyId(), kept.storyId());
    assertTrue(renderings.find(report.id(), CARD).isEmpty());
  }

  private static Made made(Report report, RenderingKind kind) {
    return new Made(
        report, kind, "a/b.mp4", "video/mp4", 99, 1080, 1920, Duration.ofMillis(12_340));
  }

  private static List<Long> ids(List<Report> reports) {
    return reports.stream().map(Report::id).toList();
  }
}
