package dev.nashra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {
  @ParameterizedTest
  @CsvSource({
    "ar, الوزير, وَالوَزِيرُ",
    "ar, الإصابات, اصابة",
    "ar, الميناء, للميناء",
    "ar, ٢٠٢٤, 2024",
    "fa, کتاب‌ها, كتاب",
    "fa, رئیس, رئيس",
    "en, Ministers, minister's",
    "en, 1500, '1,500'",
    "en, flooded, flooding",
    "fr, l'hôpital, hôpitaux",
    "fr, Élysée, élysée",
    "de, Häuser, haus",
    "es, elección, elecciones",
    "ru, министра, министр",
    "tr, İstanbul'da, istanbul",
    "pt-BR, eleição, eleicao"
  })
  void formsOfOneWordHaveOneTerm(String language, String one, String other) {
    assertEquals(terms(one, language), terms(other, language));
  }

  @Test
  void functionWordsAreLeftOut() {
    assertEquals(
        List.of("fed", "offici", "weather"), terms("The Fed's officials on the weather", "en"));
    assertEquals(List.of("وزير", "بحر"), terms("قال الوزير إنّ هذا من البحر", "ar"));
    assertEquals(List.of("كتاب", "خانه"), terms("کتاب را به خانه برد و", "fa").subList(0, 2));
  }

  @Test
  void aTokenKeepsHowItWasWritten() {
    var tokens = Tokens.of("«الميناءُ» reopens", "ar");
    assertEquals(new Token("ميناء", "الميناءُ"), tokens.getFirst());
    assertEquals("reopens", tokens.get(1).surface());
  }

  @Test
  void withoutALanguageTheTextTellsEnough() {
    assertEquals(terms("وصل الوزير إلى الميناء", "ar"), terms("وصل الوزير إلى الميناء", null));
    assertEquals(terms("این کتاب‌ها پرفروش شدند", "fa"), terms("این کتاب‌ها پرفروش شدند", null));
    assertEquals(terms("The ministers have met", "en"), terms("The ministers have met", null));
    assertEquals(
        terms("Les ministres ont quitté la ville", "fr"),
        terms("Les ministres ont quitté la ville", null));
  }

  @Test
  void aLanguageWithoutAnalyserIsReadWordByWord() {
    assertEquals(List.of("habari", "za", "asubuhi"), terms("Habari za asubuhi", "sw"));
    assertEquals(List.of("東京", "京都"), terms("東京都", "ja"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ar", "fa", "en", "fr", "it", "de", "tr", "el", "hi", "ja", "zz", "", "!"})
  void noTextIsTooStrange(String language) {
    var random = new Random(language.hashCode());
    for (int round = 0; round < 200; round++) {
      for (var token : Tokens.of(RandomText.of(random, 80), language)) {
        assertTrue(!token.term().isEmpty() && !token.surface().isEmpty());
      }
    }
  }

  @Test
  void manyThreadsReadAtOnce() {
    var expected = terms("وصل الوزير إلى الميناء صباح اليوم", "ar");
    assertTrue(
        IntStream.range(0, 2_000)
            .parallel()
            .mapToObj(_ -> terms("وصل الوزير إلى الميناء صباح اليوم", "ar"))
            .allMatch(expected::equals));
  }

  private static List<String> terms(String text, @Nullable String language) {
    return Tokens.of(text, language).stream().map(Token::term).toList();
  }
}
