package dev.nashra.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits text into sentences: Unicode's rules, and what they do not know of abbreviations,
 * initials, lost spaces and quotations. A quotation of several sentences stays in one piece.
 */
public final class Sentences {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern LOST_SPACE =
      Pattern.compile("(?<=\\p{Ll}{3}[.!?])(?=\\p{Lu}\\p{Ll}+[\\s,])");

  private Sentences() {}

  /**
   * The sentences of a text in order, with single spaces inside and none around.
   *
   * @param text any text; a line break always ends a sentence
   * @param language ISO 639-1, or {@code und}
   */
  public static List<String> split(String text, String language) {
    var iterator = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language));
    var sentences = new ArrayList<String>();
    for (var line : text.lines().toList()) {
      var clean = SPACES.matcher(line).replaceAll(" ").strip();
      if (!clean.isEmpty()) {
        splitLine(LOST_SPACE.matcher(clean).replaceAll(" "), iterator, sentences);
      }
    }
    return sentences;
  }

  private static void splitLine(String line, BreakIterator iterator, List<String> sentences) {
    var quoted = Quotations.inside(line);
    iterator.setText(line);
    int start = 0;
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      if (end == line.length() || !goesOn(line, start, end, quoted)) {
        var sentence = line.substring(start, end).strip();
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = end;
      }
    }
  }

  /** Whether the sentence that Unicode ends here goes on behind it. */
  private static boolean goesOn(String line, int start, int end, BitSet quoted) {
    if (quoted.get(end) && quoted.get(end - 1)) {
      return true;
    }
    var before = line.substring(start, end).stripTrailing();
    var after = line.substring(end);
    return Abbreviations.joins(before, after) || continues(after);
  }

  private static boolean continues(String after) {
    int first = after.codePointAt(0);
    return Character.isLowerCase(first) || ",;:،؛)»”".indexOf(first) >= 0;
  }
}
