package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.broadcast.Candidate;
import dev.nashra.broadcast.Candidate.Picture;
import dev.nashra.broadcast.Edition.Audio;
import dev.nashra.broadcast.EditionContent;
import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionContent.Sentence;
import dev.nashra.broadcast.EditionContent.Source;
import dev.nashra.broadcast.EditionKind;
import dev.nashra.broadcast.Editions;
import dev.nashra.report.ExtractiveWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Editions in the database, and the stories they are made of. */
final class EditionTableTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

  private final EditionTable editions = new EditionTable(DATABASE.get());
  private final ReportTable reports = new ReportTable(DATABASE.get());
  private final StoryRows rows = new StoryRows(DATABASE.get());

  @BeforeEach
  void empty() {
    rows.clear();
  }

  @Test
  void candidatesAreTheLatestReportsByRankWithTheirSourcesAndPicture() {
    long minor = story("en", 1, NOON);
    long major = story("en", 5, NOON);
    story("ar", 9, NOON);
    story("en", 9, NOON.minus(Duration.ofDays(2)));
    rows.picture(major, "CARD", "c.jpg", NOON);
    rows.picture(major, "LINK_IMAGE", "l.jpg", NOON);
    var candidates = editions.candidates("en", NOON.minus(Duration.ofDays(1)), 10);
    assertEquals(
        List.of(major, minor), candidates.stream().map(c -> c.report().storyId()).toList());
    Candidate first = candidates.getFirst();
    assertEquals(new Picture("c.jpg", 1200, 630), first.image());
    assertNull(candidates.getLast().image());
    assertEquals(
        first.report().lead().articleIds(),
        first.sources().stream().map(Candidate.SourceArticle::id).toList());
    assertTrue(first.sources().getFirst().url().startsWith("https://"));
  }

  @Test
  void aLanguageCountsOnceItHasEnoughStories() {
    story("en", 1, NOON);
    story("en", 2, NOON);
    story("ar", 1, NOON);
    assertEquals(List.of("en"), editions.languages(NOON, 2));
    assertEquals(List.of("ar", "en"), editions.languages(NOON, 1));
    assertEquals(List.of(), editions.languages(NOON.plusSeconds(1), 1));
  }

  @Test
  void anEditionComesBackAsItWasSaved() {
    var saved = editions.save(draft("2031-05-04", "h1"), NOON);
    assertEquals(saved, editions.find(EditionKind.DIGEST, "ar", "2031-05-04").orElseThrow());
    assertEquals(content(), saved.content());
    assertEquals(NOON, saved.made());
  }

  @Test
  void aDigestOfTheSameDayReplacesTheEarlierOne() {
    var first = editions.save(draft("2031-05-04", "h1"), NOON);
    var second = editions.save(draft("2031-05-04", "h2"), NOON.plusSeconds(600));
    assertEquals(first.id(), second.id());
    assertEquals(NOON, second.made());
    assertEquals(NOON.plusSeconds(600), second.updated());
    assertEquals("h2", second.contentHash());
    assertEquals(1, editions.recent(EditionKind.DIGEST, "ar", 10).size());
  }

  @Test
  void onlyTheNewestSoundsAreKept() {
    for (int i = 1; i <= 4; i++) {
      var edition = editions.save(draft("p" + i, "h"), NOON.plusSeconds(i));
      editions.attach(edition.id(), new Audio(i + ".mp3", 10, Duration.ofSeconds(90)));
    }
    assertEquals(
        List.of("1.mp3", "2.mp3"),
        editions.forgetAudio(EditionKind.DIGEST, "ar", 2).stream().sorted().toList());
    var newest = editions.recent(EditionKind.DIGEST, "ar", 10);
    assertNotNull(newest.getFirst().audio());
    assertNull(newest.getLast().audio());
    assertEquals(List.of(), editions.forgetAudio(EditionKind.DIGEST, "ar", 2));
  }

  private static Editions.Draft draft(String period, String hash) {
    return new Editions.Draft(
        EditionKind.DIGEST, "ar", period, hash, "حصاد اليوم", content(), "a.html");
  }

  private static EditionContent content() {
    var sentence = new Sentence("جملة «واحدة».", List.of(1));
    var item =
        new Item(
            1,
            2,
            sentence,
            sentence,
            List.of(sentence),
            List.of(new Source(1, "The Quay", "Title", "https://quay.example/")),
            null);
    return new EditionContent(List.of(item), List.of());
  }

  /** A story with one article, written about at that time. */
  private long story(String language, double rank, Instant written) {
    long story = rows.story(language, rank, written);
    rows.article(
        story,
        "The Quay",
        "Title of story " + story,
        "A ferry with 212 people aboard ran aground off Port Amber on Tuesday.",
        language,
        written);
    var input = reports.input(story).orElseThrow();
    reports.add(input, "gist", new ExtractiveWriter().write(language, input.clippings()), written);
    return story;
  }
}
