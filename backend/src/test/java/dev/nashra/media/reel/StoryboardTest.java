package dev.nashra.media.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brand;
import dev.nashra.media.Brief;
import dev.nashra.media.audio.Line;
import dev.nashra.media.card.Scenery;
import dev.nashra.media.reel.Scene.Kind;
import dev.nashra.media.type.Align;
import dev.nashra.media.type.TypeFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scenes and texts of silent reels: the times are those of reading. */
final class StoryboardTest {
  private static final String ARABIC_SENTENCE =
      "قال رئيس البلدية إن الجسر الذي بدأ بناؤه قبل ثلاث سنوات سيختصر الطريق إلى الميناء بنحو"
          + " أربعين دقيقة، وسيعبره خمسة وعشرون ألف سيارة كل يوم، من دون رسوم حتى نهاية العام.";
  private static final Brief SHORT = brief("en", "Rain", "", List.of());
  private static final Brief ORDINARY =
      brief(
          "ar",
          "افتتاح جسر الميناء الجديد في مدينة النخيل",
          "يختصر الجسر الطريق. " + ARABIC_SENTENCE,
          List.of("كلف المشروع 2.5 مليار", "العبور مجاني"));
  private static final Brief ENDLESS =
      brief(
          "en",
          "A headline of the usual length about a bridge in a city by the sea",
          "The mayor said one thing about it. " + numbered(30),
          List.of("One more thing that nobody has time for", "Free"));

  @Test
  void everyReelLastsTenToFortyFiveSeconds() throws Exception {
    for (var brief : List.of(SHORT, ORDINARY, ENDLESS)) {
      var frames = storyboard(brief).frames();
      assertTrue(frames >= 300 && frames <= 1350, brief.headline() + ": " + frames);
    }
  }

  @Test
  void sentencesAreNeverCutOffToFit() throws Exception {
    var narration = new Narrator(null).tell(ENDLESS);

    assertTrue(narration.passages().size() > 3);
    assertTrue(narration.curtain().compareTo(narration.length()) < 0);
    for (var passage : narration.passages()) {
      assertTrue(passage.end().compareTo(narration.curtain()) < 0);
      assertTrue(passage.line().text().matches("A headline.*|.*\\.|One more.*|Free"));
    }
  }

  @Test
  void aShortSentenceTakesTheRoomThatALongOneHasNot() throws Exception {
    var passages = new Narrator(null).tell(ENDLESS).passages();

    assertEquals("Free", passages.getLast().line().text());
  }

  @Test
  void aLongLeadIsToldAlthoughItTakesTheTimeOfThePoints() throws Exception {
    var lead =
        ARABIC_SENTENCE.replaceAll("[.،]", "") + " كما أعلنت البلدية في بيان مفصل نشرته أمس.";
    var narration =
        new Narrator(null)
            .tell(brief("ar", "افتتاح جسر الميناء الجديد في مدينة النخيل", lead, List.of("مجاني")));

    assertTrue(narration.length().compareTo(Narrator.LONG) > 0);
    assertEquals(
        List.of(Line.Role.HEADLINE, Line.Role.LEAD),
        narration.passages().stream().map(passage -> passage.line().role()).toList());
  }

  @Test
  void aLongLeadIsToldByItsMainClause() throws Exception {
    var lead = "The river fell this morning after it had reached a mark unseen for 28 years, and ";
    var told = new Narrator(null).tell(brief("en", "Rain", lead + numbered(9), List.of()));

    assertEquals(
        "The river fell this morning after it had reached a mark unseen for 28 years.",
        told.passages().get(1).line().text());
  }

  @Test
  void pointsAreCountedAsTheyAreTold() throws Exception {
    var tooLong = "Nobody has the time to hear that " + numbered(9);
    var one = brief("en", "Rain", "", List.of(tooLong, "A dike broke."));
    var two = brief("en", "Rain", "", List.of(tooLong, "A dike broke.", "Trains stopped."));

    assertEquals(List.of(0), numbers(one));
    assertEquals(List.of(1, 2), numbers(two));
  }

  private static List<Integer> numbers(Brief brief) throws InterruptedException {
    return storyboard(brief).scenes().stream()
        .filter(scene -> scene.kind() == Kind.TEXT)
        .map(Scene::number)
        .toList();
  }

  @Test
  void scenesFollowEachOtherWithoutGap() throws Exception {
    var scenes = storyboard(ORDINARY).scenes();

    assertEquals(
        List.of(Kind.HEADLINE, Kind.TEXT, Kind.TEXT, Kind.TEXT, Kind.END_CARD),
        scenes.stream().map(Scene::kind).toList());
    assertEquals(0, scenes.getFirst().start());
    for (int i = 1; i < scenes.size(); i++) {
      assertEquals(scenes.get(i - 1).end(), scenes.get(i).start());
      assertNotEquals(scenes.get(i - 1).tone(), scenes.get(i).tone());
      assertTrue(scenes.get(i).frames() > Film.WIPE_FRAMES);
    }
  }

  @Test
  void captionsStandWhileTheyAreHeard() throws Exception {
    var narration = new Narrator(null).tell(ORDINARY);
    var pages =
        storyboard(ORDINARY).scenes().stream().flatMap(scene -> scene.pages().stream()).toList();

    for (var passage : narration.passages()) {
      int begins = Storyboard.frame(passage.start());
      var first = pages.stream().filter(page -> page.heard() == begins).findFirst().orElseThrow();
      assertTrue(first.start() <= begins && first.end() >= first.silent());
    }
    assertEquals(words(narration.passages().stream().map(Passage::line).toList()), shown(pages));
  }

  @Test
  void linesAreHeardInTheirOrder() throws Exception {
    for (var scene : storyboard(ORDINARY).scenes()) {
      for (var page : scene.pages()) {
        for (int line = 1; line < page.text().lines().size(); line++) {
          assertTrue(page.heard(line) > page.heard(line - 1));
          assertTrue(page.heard(line) < page.silent());
        }
      }
    }
  }

  @Test
  void allTextLiesInTheSafeArea() throws Exception {
    for (var brief : List.of(SHORT, ORDINARY, ENDLESS)) {
      var area = layout(brief).text();
      for (var scene : storyboard(brief).scenes()) {
        for (var page : scene.pages()) {
          var ink = page.text().ink(area.getX(), area.getY(), area.getWidth(), Align.START);
          assertTrue(Scenery.safeArea().contains(ink), ink::toString);
        }
      }
    }
  }

  @Test
  void aLongSentenceGoesOnOnTheNextPage() {
    var pages = layout(ORDINARY).sentence(ARABIC_SENTENCE + " " + ARABIC_SENTENCE);

    assertTrue(pages.size() > 1);
    assertTrue(pages.stream().noneMatch(page -> page.cut()));
  }

  /** Sentences that have little in common. */
  private static String numbered(int sentences) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> "Guest w%d said x%d to y%d and z%d.".formatted(i, i, i, i))
        .collect(Collectors.joining(" "));
  }

  private static String words(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining(" "));
  }

  private static String shown(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> page.text().lines().stream())
        .map(line -> line.text().strip())
        .collect(Collectors.joining(" "));
  }

  private static Storyboard storyboard(Brief brief) throws InterruptedException {
    return Storyboard.of(new Narrator(null).tell(brief), layout(brief), brief.storyId());
  }

  private static Layout layout(Brief brief) {
    var scenery = new Scenery(brief, Brand.DEFAULT, TypeFixture.FACES, ZoneOffset.UTC);
    return new Layout(TypeFixture.FACES, scenery.reading());
  }

  private static Brief brief(String language, String headline, String lead, List<String> points) {
    var published = Instant.parse("2026-01-12T10:00:00Z");
    return new Brief(4, language, headline, lead, points, List.of("A", "B"), published);
  }

  @Test
  void timesBecomeFrames() {
    assertEquals(0, Storyboard.frame(Duration.ZERO));
    assertEquals(30, Storyboard.frame(Duration.ofSeconds(1)));
    assertEquals(2, Storyboard.frame(Duration.ofMillis(34)));
  }
}
