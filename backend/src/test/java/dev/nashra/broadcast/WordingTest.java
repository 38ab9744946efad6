package dev.nashra.broadcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordingTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Beirut");
  private static final Instant NOON = Instant.parse("2031-05-04T12:05:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar", "fa", "ur", "fr", "de", "es", "tr", "ru"})
  void everyLanguageHasEveryPhrase(String language) {
    var words = Wording.in(language, ZONE);
    assertEquals(language, words.language());
    var arguments =
        Map.<String, Object>of("name", "N", "date", words.date(NOON), "time", "1", "n", 3);
    for (var key :
        List.of(
            "name",
            "bulletin",
            "digest",
            "top",
            "rest",
            "listen",
            "minutes",
            "sources",
            "source",
            "updated",
            "text",
            "feed",
            "jsonfeed",
            "greeting",
            "headlines",
            "details",
            "closing",
            "about",
            "bulletinabout",
            "digestabout",
            "comma")) {
      var phrase = words.phrase(key, arguments);
      assertFalse(phrase.isBlank() || phrase.contains("{"), language + "." + key + ": " + phrase);
    }
  }

  @Test
  void writesDatesAsTheLanguageDoes() {
    assertEquals("الأحد، 4 مايو 2031", Wording.in("ar", ZONE).date(NOON));
    assertEquals("Sunday, May 4, 2031", Wording.in("en", ZONE).date(NOON));
    assertEquals("15:05", Wording.in("ar", ZONE).time(NOON));
    assertEquals("دقيقتان", Wording.in("ar", ZONE).phrase("minutes", Map.of("n", 2)));
  }

  @Test
  void anUnknownLanguageIsServedInEnglish() {
    assertEquals("News bulletin", Wording.in("xx", ZONE).phrase("bulletin"));
    assertEquals("ltr", Wording.in("xx", ZONE).direction());
    assertEquals("rtl", Wording.in("fa", ZONE).direction());
  }
}
