package dev.nashra.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SampleLibraryTest {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final List<SampleOutlet> outlets = SampleNewsroom.load();

  @Test
  void halfOfTheOutletsWriteArabicAndHalfEnglish() {
    var languages = outlets.stream().collect(groupingBy(SampleOutlet::language, counting()));
    assertEquals(Map.of("ar", 7L, "en", 7L), languages);
  }

  @Test
  void everyKindIsThere() {
    assertEquals(
        Set.of(OutletKind.values()), outlets.stream().map(SampleOutlet::kind).collect(toSet()));
  }

  @Test
  void thereAreEnoughArticlesAndEvents() {
    assertTrue(articles().count() >= 66);
    var outletsOfEvent = outletsOfEvent();
    assertEquals(17, outletsOfEvent.size());
    assertEquals(2, outletsOfEvent.values().stream().filter(some -> some.size() == 1).count());
    assertTrue(outletsOfEvent.values().stream().allMatch(some -> some.size() <= 8));
  }

  @Test
  void someEventsAreToldInBothLanguagesAndSomeInOne() {
    var languages =
        outlets.stream()
            .flatMap(
                outlet ->
                    outlet.articles().stream()
                        .map(article -> Map.entry(article.event(), outlet.language())))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    assertTrue(languages.values().stream().filter(some -> some.size() == 2).count() >= 10);
    assertTrue(languages.values().stream().anyMatch(some -> some.equals(Set.of("ar"))));
    assertTrue(languages.values().stream().anyMatch(some -> some.equals(Set.of("en"))));
  }

  @Test
  void articlesHaveTheLengthOfNews() {
    for (var article : articles().toList()) {
      for (var version : article.versions()) {
        var words = version.paragraphs().stream().mapToInt(p -> SPACE.split(p).length).sum();
        assertTrue(words >= 120 && words <= 320, article.slug() + " has " + words + " words");
        assertTrue(version.paragraphs().size() >= 4, article.slug());
      }
      assertFalse(article.title().isBlank());
      assertFalse(article.summary().isBlank());
      assertFalse(article.author().isBlank());
      assertFalse(article.tags().isEmpty());
      assertFalse(article.event().isBlank());
      assertTrue(article.minutesAgo() > 0);
    }
  }

  @Test
  void oneArticleReplacedAnEarlierVersion() {
    var updated = articles().filter(article -> article.earlier() != null).toList();
    assertEquals(1, updated.size());
    var versions = updated.getFirst().versions();
    assertNotEquals(versions.getFirst().title(), versions.getLast().title());
    assertNotEquals(versions.getFirst().paragraphs(), versions.getLast().paragraphs());
    assertTrue(versions.getFirst().minutesAgo() < versions.getLast().minutesAgo());
  }

  @Test
  void syndicatedTextsAreRepeatedWordForWordInBothLanguages() {
    var copies =
        outlets.stream()
            .flatMap(outlet -> outlet.articles().stream())
            .filter(article -> article.copyOf() != null)
            .toList();
    assertEquals(2, copies.size());
    for (var copy : copies) {
      var twins = articles().filter(other -> other.paragraphs().equals(copy.paragraphs())).toList();
      assertEquals(2, twins.size());
      assertEquals(twins.getFirst().event(), twins.getLast().event());
      assertNotEquals(twins.getFirst().slug(), twins.getLast().slug());
    }
  }

  @Test
  void otherArticlesShareNoParagraph() {
    var seen =
        articles()
            .filter(article -> article.copyOf() == null)
            .flatMap(article -> article.paragraphs().stream())
            .collect(groupingBy(paragraph -> paragraph, counting()));
    assertTrue(seen.values().stream().allMatch(times -> times == 1));
  }

  @Test
  void nothingIsLostInTheCharsetOfAnOutlet() {
    for (var outlet : outlets) {
      var encoder = Charset.forName(outlet.charset()).newEncoder();
      assertTrue(encoder.canEncode(outlet.name() + outlet.tagline() + outlet.sections()));
      for (var article : outlet.articles()) {
        assertTrue(encoder.canEncode(article.toString()), article.slug());
      }
    }
    assertTrue(outlets.stream().anyMatch(outlet -> outlet.charset().equals("windows-1256")));
  }

  @Test
  void arabicIsWrittenWithArabicPunctuationAndLetters() {
    var persianOrPlain = Pattern.compile("[\\u06A9\\u06CC\\u0640]|[\\u0621-\\u064A][,;?]");
    outlets.stream()
        .filter(SampleOutlet::arabic)
        .flatMap(outlet -> outlet.articles().stream())
        .flatMap(article -> article.paragraphs().stream())
        .map(paragraph -> paragraph.replace("بـ", "").replace("الـ", "").replace("لـ", ""))
        .forEach(paragraph -> assertFalse(persianOrPlain.matcher(paragraph).find(), paragraph));
  }

  private Stream<SampleArticle> articles() {
    return outlets.stream().flatMap(outlet -> outlet.articles().stream());
  }

  private Map<String, Set<String>> outletsOfEvent() {
    return outlets.stream()
        .flatMap(
            outlet ->
                outlet.articles().stream().map(article -> Map.entry(article.event(), outlet.id())))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, Collectors.toSet())));
  }
}
