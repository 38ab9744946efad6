package dev.nashra.media.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArabicNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, صفر, صفر",
    "1, واحد, واحدة",
    "2, اثنين, اثنتين",
    "3, ثلاثة, ثلاث",
    "10, عشرة, عشر",
    "11, أحد عشر, إحدى عشرة",
    "12, اثني عشر, اثنتي عشرة",
    "15, خمسة عشر, خمس عشرة",
    "20, عشرين, عشرين",
    "25, خمسة وعشرين, خمس وعشرين",
    "100, مئة, مئة",
    "203, مئتين وثلاثة, مئتين وثلاث",
    "1000, ألف, ألف",
    "2026, ألفين وستة وعشرين, ألفين وست وعشرين",
    "3000, ثلاثة آلاف, ثلاثة آلاف",
    "11000, أحد عشر ألف, أحد عشر ألف",
    "45200, خمسة وأربعين ألف ومئتين, خمسة وأربعين ألف ومئتين",
    "103000, مئة وثلاثة آلاف, مئة وثلاثة آلاف",
    "2000000, مليونين, مليونين",
    "7500000000, سبعة مليارات وخمسمئة مليون, سبعة مليارات وخمسمئة مليون",
  })
  void numbersAreWritten(long number, String masculine, String feminine) {
    assertEquals(masculine, ArabicNumber.words(number, false));
    assertEquals(feminine, ArabicNumber.words(number, true));
  }
}
