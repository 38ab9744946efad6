package dev.nashra.media.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectionTest {
  @ParameterizedTest
  @CsvSource({
    "ar, x, RIGHT_TO_LEFT",
    "ar-EG, x, RIGHT_TO_LEFT",
    "ckb, x, RIGHT_TO_LEFT",
    "fa_IR, x, RIGHT_TO_LEFT",
    "he, x, RIGHT_TO_LEFT",
    "ur, x, RIGHT_TO_LEFT",
    "en, خبر, LEFT_TO_RIGHT",
    "arn, x, LEFT_TO_RIGHT",
    "und, خبر من BBC, RIGHT_TO_LEFT",
    "'', News from القاهرة, LEFT_TO_RIGHT",
    "und, 2026, LEFT_TO_RIGHT",
  })
  void languageDecidesAndLettersWhenItIsUnknown(String language, String text, Direction expected) {
    assertEquals(expected, Direction.of(language, text));
  }
}
