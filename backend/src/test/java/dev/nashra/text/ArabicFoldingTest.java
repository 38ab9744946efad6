package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArabicFoldingTest {
  @ParameterizedTest
  @CsvSource({
    "مُحَمَّدٌ, محمد", // vowel marks
    "الـــميناء, الميناء", // tatweel
    "أحمد, احمد",
    "إيران, ايران",
    "آثار, اثار",
    "ا\u0653ثار, اثار", // madda as a mark of its own
    "ٱلعرب, العرب",
    "مسؤول, مسوول",
    "رئيس, رييس",
    "مصطفى, مصطفي",
    "مدرسة, مدرسه",
    "کتابی, كتابي", // Persian kaf and yeh
    "ہوں, هون", // Urdu heh and noon
    "ۀ, ه",
    "کوردی, كوردي",
    "ڤيروس, فيروس",
    "ﻣﺤﻤﺪ, محمد", // presentation forms
    "ﻻ, لا",
    "\uFE8E\u0644, ال",
    "٢٠٢٤, 2024",
    "۱۴۰۳, 1403",
    "'٣٫٥ ٪', '3.5 %'",
    "'١٬٥٠٠', '1,500'",
    "می\u200Cشود, مي شود", // zero-width non-joiner
    "\u202Bعمان\u202C, عمان",
    "\u2067عمان\u2069\u200F, عمان",
    "\uFEFFعمان, عمان",
    "ع\u200Dمان, عمان",
    "Ｎａｓｈｒａ, Nashra",
    "\uD835\uDDD5\uD835\uDDFC\uD835\uDDF9\uD835\uDDF1, Bold"
  })
  void everySpellingBecomesTheCommonOne(String written, String common) {
    assertEquals(common, ArabicFolding.fold(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain words, 42", "Über naïve Çédille", "Москва", "東京", "ماء", "پژگچ", "😀"})
  void otherTextPassesUnchanged(String text) {
    assertSame(text, ArabicFolding.fold(text));
  }

  @Test
  void hamzaOnItsOwnStaysBecauseItTellsWaterFromWhat() {
    assertEquals("ماء", ArabicFolding.fold("مَاء"));
    assertEquals("ما", ArabicFolding.fold("مَا"));
  }

  @Test
  void nothingFoldableIsLeftWhateverTheText() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      var folded = ArabicFolding.fold(RandomText.of(random, 40));
      folded
          .chars()
          .filter(c -> !Character.isSurrogate((char) c))
          .mapToObj(Character::toString)
          .forEach(c -> assertEquals(c, ArabicFolding.fold(c), () -> "in " + folded));
    }
  }
}
