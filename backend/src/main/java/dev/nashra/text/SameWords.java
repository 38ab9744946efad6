package dev.nashra.text;

import java.util.Locale;

/** Whether two texts differ in nothing but punctuation, spaces and capitals. */
public final class SameWords {
  private SameWords() {}

  public static boolean in(String one, String other) {
    return letters(one).equals(letters(other));
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }
}
