package dev.nashra.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StoryClustererTest {
  private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

  private static final String FERRY =
      "A ferry with 212 people aboard ran aground on a sandbank off Port Amber on Tuesday, the coast"
          + " guard said. All passengers were taken ashore in fishing boats within three hours.";
  private static final String RATES =
      "The central bank of Lumeria raised its key rate to seven percent on Tuesday. Governor Ilse"
          + " Marant said that prices had risen faster than wages since the spring, above all rents.";

  private final StoryClusterer clusterer = new StoryClusterer();
  private int count;

  @Test
  void headlinesOnOneEventShareAStory() {
    var first = assign("Ferry runs aground off Port Amber with 212 aboard", "en");
    assertTrue(first.isNew());
    assertJoins(first, "212 people aboard as ferry runs aground near Port Amber", "en");
    assertJoins(first, "Port Amber ferry aground: all 212 passengers safe", "en");
    assertNew("Central bank of Lumeria raises rates to 7 percent", "en");
  }

  @Test
  void arabicSpellingsAndPrefixesDoNotPartAStory() {
    var first = assign("جنوح عبّارة قبالة مرفأ العنبر وعلى متنها ٢١٢ راكبًا", "ar");
    assertJoins(first, "العبارة الجانحة قبالة مرفا العنبر: 212 راكبا على متنها", "ar");
    assertJoins(first, "إجلاء ركاب العبّارة التي جنحت قبالة مرفأ العنبر", "ar");
    assertNew("البنك المركزي في لوميريا يرفع الفائدة إلى ٧ في المئة", "ar");
  }

  @Test
  void aLookAlikeWithOtherNamesIsAnotherStory() {
    var fire =
        text(
            "Fire destroys warehouse in Ostrava Hills",
            "A fire destroyed a furniture warehouse in Ostrava Hills on Monday night. Some forty"
                + " firefighters worked until dawn. Chief Dana Merrow said a faulty heater was the"
                + " likely cause. No one was hurt, and the Merrow brigade stayed until noon. The"
                + " owner, Bexley Furniture, put the loss at two million crowns.");
    var lookAlike =
        text(
            "Fire destroys school gym in Quillport",
            "Flames tore through the gymnasium of Quillport High School early on Thursday. Pupils"
                + " were told to stay at home. Headmaster Ivo Tallis thanked the crews who saved the"
                + " library next door. Police are looking for two teenagers who were seen running"
                + " from the building shortly before the alarm.");
    var sameFire =
        text(
            "Heater blamed for Ostrava Hills warehouse blaze",
            "A faulty heater is the likely cause of the blaze that destroyed the Bexley Furniture"
                + " warehouse in Ostrava Hills, fire chief Dana Merrow said on Tuesday. The company"
                + " expects a loss of about two million crowns. Forty firefighters had fought the"
                + " fire through the night, and nobody was hurt.");
    var first = clusterer.assign(fire);
    assertTrue(clusterer.assign(lookAlike).isNew());
    var joined = clusterer.assign(sameFire);
    assertFalse(joined.isNew());
    assertEquals(first.storyKey(), joined.storyKey());
  }

  @Test
  void articlesThatCameTogetherEndAsTheySayInTheirOrder() {
    var documents =
        List.of(
            text("Ferry aground off Port Amber", FERRY),
            text("Rates up in Lumeria", RATES),
            text("Port Amber: ferry passengers taken ashore", FERRY + " Nobody was hurt."));
    var matches = clusterer.assignAll(documents);
    assertEquals(List.of(true, true, false), matches.stream().map(StoryMatch::isNew).toList());
    assertEquals(matches.get(0).storyKey(), matches.get(2).storyKey());
    assertEquals(3, clusterer.remembered());
    assertFalse(clusterer.assign(text("Lumeria", RATES)).isNew(), "one that was withdrawn is back");
  }

  @Test
  void aHeadlineAloneFindsTheStoryOfAFullText() {
    var article =
        clusterer.assign(
            text(
                "Ferry aground off Port Amber",
                "A ferry with 212 people aboard ran aground on a sandbank off Port Amber on Tuesday,"
                    + " the coast guard said. All passengers were taken ashore in fishing boats"
                    + " within three hours, and the captain was questioned by the harbour police."));
    assertJoins(article, "Fishing boats rescue 212 passengers of grounded Port Amber ferry", "en");
  }

  @Test
  void theSameWordsMonthsLaterAreAnotherStory() {
    var first = clusterer.assign(at(NOON, "Heavy snow closes Talvik airport"));
    var soon = clusterer.assign(at(NOON.plusSeconds(3600), "Talvik airport closed by heavy snow"));
    assertEquals(first.storyKey(), soon.storyKey());
    var later = NOON.plus(Duration.ofDays(120));
    assertTrue(clusterer.assign(at(later, "Heavy snow closes Talvik airport")).isNew());
  }

  @Test
  void languagesAreKeptApart() {
    assign("Talvik: Merrow, Bexley, Tallis", "en");
    assertNew("Talvik: Merrow, Bexley, Tallis", "fr");
  }

  @Test
  void theReasonsAreTheSharedWordsAsWritten() {
    assign("Ferry runs aground off Port Amber", "en");
    var match = assign("Port Amber: grounded ferry towed", "en");
    assertTrue(match.terms().containsAll(List.of("Port", "Amber", "ferry")), match::toString);
    assertTrue(match.score() > 0.5 && match.score() <= 1);
    var first = new StoryClusterer().assign(at(NOON, "Anything"));
    assertEquals(List.of(), first.terms());
    assertEquals(0, first.score());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rememberingEqualsHavingSeen(long seed) {
    var stream = stream(seed, 900);
    var uninterrupted = new StoryClusterer(200, 1_000_000);
    var keys = stream.stream().map(it -> uninterrupted.assign(it).storyKey()).toList();
    for (int cut : List.of(1, 150, 450, 899)) {
      var rebuilt = new StoryClusterer(200, 1_000_000);
      for (int i = Math.max(0, cut - 200); i < cut; i++) {
        rebuilt.remember(stream.get(i), keys.get(i));
      }
      var rest = stream.subList(cut, stream.size());
      assertEquals(
          keys.subList(cut, keys.size()),
          rest.stream().map(it -> rebuilt.assign(it).storyKey()).toList(),
          "from document " + cut);
    }
  }

  @Test
  void whatIsForgottenLeavesNothingBehind() {
    var small = new StoryClusterer(50, 1_000_000);
    for (var document : stream(5, 2_000)) {
      small.assign(document);
      assertTrue(small.remembered() <= 50);
    }
    int terms = small.distinctTerms();
    stream(6, 2_000).forEach(small::assign);
    assertTrue(small.distinctTerms() < terms * 2, "terms pile up");
  }

  @Test
  void longTextsShortenTheMemory() {
    var small = new StoryClusterer(1_000, 500);
    for (var document : stream(5, 300)) {
      small.assign(document);
    }
    assertTrue(small.remembered() < 60);
  }

  @Test
  void textWithoutAnyWordIsAStoryOfItsOwn() {
    assertNew("", "en");
    assertNew("!!! …", null);
    assertNew("", null);
  }

  private static List<ClusterDocument> stream(long seed, int length) {
    var random = new Random(seed);
    var documents = new ArrayList<ClusterDocument>();
    for (int i = 0; i < length; i++) {
      int event = i / 40 * 5 + random.nextInt(8);
      var words = new Random(event);
      var title = new StringBuilder();
      for (int w = 0; w < 7; w++) {
        int own = words.nextInt(4_000);
        title.append(random.nextInt(3) == 0 ? "w" + random.nextInt(300) : "e" + own).append(' ');
      }
      var published = random.nextBoolean() ? NOON.plusSeconds(i * 600L) : null;
      documents.add(new ClusterDocument("d" + i, title.toString(), null, "en", published));
    }
    return documents;
  }

  private StoryMatch assign(String title, @Nullable String language) {
    return clusterer.assign(new ClusterDocument("a" + count++, title, null, language, null));
  }

  private ClusterDocument text(String title, String body) {
    return new ClusterDocument("a" + count++, title, body, "en", null);
  }

  private ClusterDocument at(Instant published, String title) {
    return new ClusterDocument("a" + count++, title, null, "en", published);
  }

  private void assertJoins(StoryMatch story, String title, String language) {
    assertEquals(story.storyKey(), assign(title, language).storyKey(), title);
  }

  private void assertNew(String title, @Nullable String language) {
    assertTrue(assign(title, language).isNew(), title);
  }
}
