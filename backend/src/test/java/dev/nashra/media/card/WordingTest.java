package dev.nashra.media.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.media.Brief;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource({
    "ar, خبر 12, 21 نوفمبر 2026",
    "ar, خبر ١٢, ٢١ نوفمبر ٢٠٢٦",
    "ar-SY, خبر 12, 21 تشرين الثاني 2026",
    "ar-DZ, خبر 12, 21 نوفمبر 2026",
    "en, News, 'November 21, 2026'",
    "en-GB, News, 21 November 2026",
    "fa, خبر, ۳۰ آبان ۱۴۰۵",
    "he, חדשות, 21 בנובמבר 2026",
    "fr, Nouvelles, 21 novembre 2026",
    "xx, News, 'November 21, 2026'",
  })
  void dateIsInTheStorysLanguageAndDigits(String language, String headline, String expected) {
    var wording = Wording.of(brief(language, headline));
    assertEquals(expected, wording.date(BriefFixture.PUBLISHED, ZoneOffset.UTC));
  }

  @Test
  void dateIsThatOfTheZone() {
    var wording = Wording.of(brief("en-GB", "News"));
    assertEquals(
        "22 November 2026",
        wording.date(BriefFixture.PUBLISHED.plusSeconds(50_000), ZoneId.of("Asia/Riyadh")));
  }

  @ParameterizedTest
  @CsvSource({
    "ar, 1, المصدر:",
    "ar, 2, مصدران:",
    "ar, 3, 3 مصادر:",
    "ar, 11, 11 مصدرًا:",
    "ar, 100, 100 مصدر:",
    "en, 1, Source:",
    "en, 4, 4 sources:",
    "ru, 3, 3 источника:",
    "zz, 2, 2 sources:",
  })
  void outletsAreCountedAsTheLanguageDoes(String language, int outlets, String expected) {
    assertEquals(expected, Wording.of(brief(language, "x")).outletCount(outlets));
  }

  @Test
  void outletsThatDoNotFitAreCounted() {
    var outlets = List.of("BBC عربي", "CNN", "المرفأ", "AP");
    assertEquals(
        "\u2067BBC عربي\u2069، \u2066CNN\u2069 ومصدران آخران",
        Wording.of(brief("ar", "x")).outletNames(outlets, 2));
    assertEquals(
        "\u2066BBC عربي\u2069, \u2066CNN\u2069, \u2067المرفأ\u2069 and 1 more",
        Wording.of(brief("en", "x")).outletNames(outlets, 3));
  }

  private static Brief brief(String language, String headline) {
    return new Brief(1, language, headline, "", List.of(), List.of(), BriefFixture.PUBLISHED);
  }
}
