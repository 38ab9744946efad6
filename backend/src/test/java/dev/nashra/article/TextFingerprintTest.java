package dev.nashra.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

final class TextFingerprintTest {
  private static final String ENGLISH =
      """
      The harbour authority of Port Amber said on Monday that the new ferry terminal would open in \
      March, two years later than planned. Work had stopped twice after divers found remains of a \
      Roman pier below the building site.

      The terminal is to serve nine islands and replace the quay that a storm destroyed in 2019.
      """;
  private static final String ARABIC =
      "أعلنت هيئة الميناء في مدينة العنبر أنّ محطة العبّارات الجديدة ستُفتتح في آذار المقبل، بعد تأخير"
          + " دام سنتين. وكانت الأعمال قد توقّفت مرتين إثر العثور على بقايا رصيف روماني قديم تحت موقع البناء،"
          + " وستخدم المحطة تسع جزر وتحلّ محلّ الرصيف الذي دمّرته عاصفة قبل خمس سنوات.";

  @Test
  void printingDoesNotMatter() {
    assertNotNull(TextFingerprint.of("Terminal opens", ENGLISH));
    assertEquals(
        TextFingerprint.of("Terminal opens", ENGLISH),
        TextFingerprint.of(
            "New terminal",
            ENGLISH.replace("\n", "  ").replace(",", " –").toUpperCase(java.util.Locale.ROOT)));
  }

  @Test
  void arabicSpellingDoesNotMatter() {
    assertEquals(
        TextFingerprint.of("", ARABIC),
        TextFingerprint.of(
            "", ARABIC.replace("أ", "ا").replace("ّ", "").replace("ُ", "").replace("م", "مـ")));
  }

  @Test
  void aHeadlineRepeatedAboveTheTextDoesNotMatter() {
    assertEquals(
        TextFingerprint.of("Terminal opens", ENGLISH),
        TextFingerprint.of("Ferry news", "Ferry news\n\n" + ENGLISH));
  }

  @Test
  void oneOtherNumberIsAnotherText() {
    assertNotEquals(
        TextFingerprint.of("", ENGLISH), TextFingerprint.of("", ENGLISH.replace("2019", "2018")));
  }

  @Test
  void shortTextsProveNothing() {
    assertNull(TextFingerprint.of("Terminal opens", "This story is for subscribers only."));
    assertNull(TextFingerprint.of(ENGLISH, ENGLISH));
    assertNull(TextFingerprint.of("", ""));
  }
}
