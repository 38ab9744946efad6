package dev.nashra.media.type;

import java.util.Locale;
import java.util.Set;

/** Which way a text is read, and so on which side it starts. */
public enum Direction {
  LEFT_TO_RIGHT,
  RIGHT_TO_LEFT;

  private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
      Set.of("ar", "fa", "ur", "he", "iw", "yi", "ckb", "ps", "sd", "ug", "dv", "ku-arab", "arc");

  private static final Set<Character.UnicodeScript> RIGHT_TO_LEFT_SCRIPTS =
      Set.of(
          Character.UnicodeScript.ARABIC,
          Character.UnicodeScript.HEBREW,
          Character.UnicodeScript.SYRIAC,
          Character.UnicodeScript.THAANA);

  /** By the language; for an unknown one ({@code und} or empty), by the letters of the sample. */
  public static Direction of(String language, String sample) {
    var tag = language.replace('_', '-').toLowerCase(Locale.ROOT);
    if (RIGHT_TO_LEFT_LANGUAGES.contains(tag)) {
      return RIGHT_TO_LEFT;
    }
    var primary = tag.split("-", 2)[0];
    if (primary.isEmpty() || primary.equals("und")) {
      return ofLetters(sample);
    }
    return RIGHT_TO_LEFT_LANGUAGES.contains(primary) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }

  /** By which letters the text has more of. */
  public static Direction ofLetters(String text) {
    var letters = text.codePoints().filter(Character::isLetter).toArray();
    long rightToLeft = 0;
    for (var letter : letters) {
      if (RIGHT_TO_LEFT_SCRIPTS.contains(Character.UnicodeScript.of(letter))) {
        rightToLeft++;
      }
    }
    return 2 * rightToLeft > letters.length ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }

  public boolean isRightToLeft() {
    return this == RIGHT_TO_LEFT;
  }
}
