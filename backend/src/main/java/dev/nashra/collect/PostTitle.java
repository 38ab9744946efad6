package dev.nashra.collect;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a headline of a post that has none: its first line, cut at a sentence or a word. */
final class PostTitle {
  private static final int LONGEST = 120;
  private static final int SHORTEST = 20;

  /** Bullets, flags and other signs before the first word. */
  private static final Pattern SIGNS =
      Pattern.compile("^[\\p{So}\\p{Sk}\\p{Mn}\\p{Me}\\p{Cf}\\s|•▪◾◼●■\\-–—_*:]+");

  private PostTitle() {}

  /** Null when the text has no words. */
  static @Nullable String of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var title = new StringBuilder();
    for (var line : text.split("\n", -1)) {
      var words = SIGNS.matcher(line).replaceFirst("").strip();
      if (hasLetter(words)) {
        title.append(title.isEmpty() ? "" : " ").append(words);
      }
      // A line such as "Breaking" alone says nothing; the next one belongs to it.
      if (title.length() >= SHORTEST) {
        break;
      }
    }
    return title.isEmpty() ? null : cut(title.toString());
  }

  private static String cut(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int sentence = lastBreak(BreakIterator.getSentenceInstance(Locale.ROOT), line);
    if (sentence >= SHORTEST) {
      return line.substring(0, sentence).strip();
    }
    int word = lastBreak(BreakIterator.getWordInstance(Locale.ROOT), line);
    int end =
        word >= SHORTEST ? word : line.offsetByCodePoints(0, line.codePointCount(0, LONGEST - 1));
    return line.substring(0, end).replaceFirst("[\\s\\p{Punct}،؛]+$", "") + "…";
  }

  private static int lastBreak(BreakIterator breaks, String line) {
    breaks.setText(line);
    return breaks.preceding(LONGEST);
  }

  private static boolean hasLetter(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
