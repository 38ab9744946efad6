package dev.nashra.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Characters as a reader sees them: an emoji family, a flag or a letter with its marks is one.
 *
 * <p>Unicode's extended grapheme clusters (UAX #29), by ICU.
 */
public final class Graphemes {
  private Graphemes() {}

  public static int count(String text) {
    var clusters = clusters(text);
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /** The last place at or before {@code index} where the text can be cut between two of them. */
  public static int boundaryAtOrBefore(String text, int index) {
    if (index >= text.length()) {
      return text.length();
    }
    return index <= 0 ? 0 : clusters(text).preceding(index + 1);
  }

  private static BreakIterator clusters(String text) {
    var clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    return clusters;
  }
}
