package dev.nashra.media.type;

import static dev.nashra.media.type.TypeFixture.FACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShownTextTest {
  @Test
  void emojiLeaveNoTraceAndNoDoubleBlank() {
    assertEquals("Goal for Cairo", leftToRight("Goal 😀 for 👍🏽 Cairo 🇪🇬👨‍👩‍👧"));
  }

  @Test
  void lettersInDisguiseBecomeOrdinaryOnes() {
    assertEquals("BREAKING news", leftToRight("𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆 ｎｅｗｓ"));
    assertEquals("السلام", rightToLeft("ﺍﻟﺴﻼﻡ"));
  }

  @Test
  void overridesThatTurnTheOrderRoundAreDropped() {
    assertEquals("safe txt.exe", leftToRight("safe \u202Etxt.exe\u202C"));
  }

  @Test
  void joinersStayBecausePersianSpellsWithThem() {
    assertEquals("می\u200Cروند", rightToLeft("می\u200Cروند"));
  }

  @Test
  void signsStandBeforeTheirNumbersInArabic() {
    assertEquals("الحرارة \u200E-3", rightToLeft("الحرارة -3"));
    assertEquals("بقيمة \u200E$5 و\u200E@AFP", rightToLeft("بقيمة $5 و@AFP"));
    assertEquals("312-88", rightToLeft("312-88"));
  }

  @Test
  void whiteSpaceOfAnyKindIsOneBlank() {
    assertEquals("a b c", leftToRight("\u00A0a\t\r\n b\u2003c "));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCharacterKeptHasAGlyph(long seed) {
    var text = rightToLeft(TypeFixture.randomText(new SplittableRandom(seed)));
    for (var run : FACES.bold().runs(text, 0, text.length())) {
      var part = text.substring(run.start(), run.limit());
      assertTrue(
          part.codePoints()
              .allMatch(c -> run.face().canDisplay(c) || Character.getType(c) == Character.FORMAT),
          part);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static String leftToRight(String text) {
    return ShownText.of(text, FACES.regular(), Direction.LEFT_TO_RIGHT);
  }

  private static String rightToLeft(String text) {
    return ShownText.of(text, FACES.regular(), Direction.RIGHT_TO_LEFT);
  }
}
