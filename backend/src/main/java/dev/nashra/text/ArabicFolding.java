package dev.nashra.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Makes the many spellings of one Arabic-script word equal: vowel marks, letter variants of Arabic,
 * Persian, Urdu and Kurdish keyboards, presentation forms, invisible controls and digits.
 *
 * <p>Text in other scripts passes unchanged, except for invisible controls and for compatibility
 * forms such as full-width or mathematical letters, which become the plain letters.
 */
public final class ArabicFolding {
  private static final char REMOVED = '\0';
  private static final char FIRST_FOLDED = '\u00AD';
  private static final char[] TABLE = FoldingTable.build(REMOVED);

  private ArabicFolding() {}

  /** The text with every character in its one common form; words keep their order and spacing. */
  public static String fold(String text) {
    int start = firstToChange(text);
    if (start == text.length()) {
      return text;
    }
    var plain = hasCompatibilityForms(text, start) ? Normalizer.normalize(text, Form.NFKC) : text;
    var folded = new char[plain.length()];
    int length = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = TABLE[plain.charAt(i)];
      if (c != REMOVED) {
        folded[length++] = c;
      }
    }
    return new String(folded, 0, length);
  }

  private static int firstToChange(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_FOLDED && (TABLE[c] != c || isCompatibilityForm(c))) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean hasCompatibilityForms(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (isCompatibilityForm(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Arabic presentation forms, full-width and half-width forms, styled mathematical letters. */
  private static boolean isCompatibilityForm(char c) {
    return (c >= '\uFB00' && c <= '\uFDFF')
        || (c >= '\uFE70' && c <= '\uFEFC')
        || (c >= '\uFF00' && c <= '\uFFEF')
        || c == '\uD835';
  }
}
