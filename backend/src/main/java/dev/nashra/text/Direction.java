package dev.nashra.text;

import java.util.Locale;
import java.util.Set;

/** The way in which a text is read. */
public enum Direction {
  LEFT_TO_RIGHT,
  RIGHT_TO_LEFT;

  private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
      Set.of(
          "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur",
          "yi");

  /** The direction of a language, by its ISO 639 code with or without a region. */
  public static Direction of(String language) {
    var primary = Locale.forLanguageTag(language).getLanguage();
    return RIGHT_TO_LEFT_LANGUAGES.contains(primary) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
  }

  /**
   * The direction that readers' programs guess for a line: that of its first letter. Without any
   * letter it is left to right.
   */
  public static Direction ofFirstLetter(String line) {
    return line.codePoints()
        .mapToObj(Direction::ofCharacter)
        .filter(strength -> strength != Strength.NEUTRAL)
        .findFirst()
        .filter(strength -> strength == Strength.RIGHT)
        .map(_ -> RIGHT_TO_LEFT)
        .orElse(LEFT_TO_RIGHT);
  }

  /** {@code rtl} or {@code ltr}, as in HTML. */
  public String html() {
    return this == RIGHT_TO_LEFT ? "rtl" : "ltr";
  }

  private enum Strength {
    LEFT,
    RIGHT,
    NEUTRAL
  }

  private static Strength ofCharacter(int character) {
    return switch (Character.getDirectionality(character)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Strength.LEFT;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          Strength.RIGHT;
      default -> Strength.NEUTRAL;
    };
  }
}
