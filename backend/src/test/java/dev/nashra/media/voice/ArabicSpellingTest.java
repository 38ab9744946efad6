package dev.nashra.media.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArabicSpellingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Endings fall silent before a pause, and only there.
        "بَعْدَ الْبِنَاءِ. | بَعْدَ الْبِنَاء.",
        "فِي الْمَدِينَةِ، وَقَالَ | فِي الْمَدِينَ، وَقَال",
        "كِتَابًا جَدِيدًا | كِتَابًا جَدِيدَا",
        // The article before a doubled letter, and after a prefix.
        "السّ\u064Eبْتِ الْمَاضِي | السَبْتِ الْمَاضِي",
        "وَالشّ\u064Eمْسُ هُنَا | وَشّ\u064Eمْسُ هُنَا",
        "بِالْبَيْتِ هُنَا | بِلْبَيْتِ هُنَا",
        "الِاقْتِصَادِ هُنَا | الِقْتِصَادِ هُنَا",
        // Vowels that are not written.
        "هَذَا | هَاذَا",
        "لَكِنَّ هُنَا | لَاكِنّ\u064E هُنَا",
        "إنّ\u064E هُنَا | إِنّ\u064E هُنَا",
      })
  void vowelledArabicIsRespelled(String vowelled, String spelled) {
    assertEquals(spelled, ArabicSpelling.of(vowelled));
  }
}
