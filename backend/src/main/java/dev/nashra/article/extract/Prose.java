package dev.nashra.article.extract;

import java.util.Locale;
import org.jsoup.parser.Parser;

/** Small rules for running text, whatever its language. */
final class Prose {
  private static final String SENTENCE_ENDS = ".!?…。！？؟۔।։";
  private static final String TRAILERS = "\"'”’»)]›」』*";

  private Prose() {}

  /** One line: white space runs become one space, invisible characters go. */
  static String squeeze(CharSequence text) {
    var result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        if (!result.isEmpty() && result.charAt(result.length() - 1) != ' ') {
          result.append(' ');
        }
      } else if (!isInvisible(c)) {
        result.append(c);
      }
    }
    var end = result.length();
    return end > 0 && result.charAt(end - 1) == ' '
        ? result.substring(0, end - 1)
        : result.toString();
  }

  /** A metadata value as a person would read it: one line, entities of a second escaping undone. */
  static String tidy(String value) {
    return squeeze(value.indexOf('&') < 0 ? value : unescape(value));
  }

  static String unescape(String value) {
    return Parser.unescapeEntities(value, false);
  }

  /** Letters and digits only, in lower case: equal for two printings of the same words. */
  static String fold(String text) {
    var result = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(result::appendCodePoint);
    return result.toString();
  }

  static boolean endsSentence(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (SENTENCE_ENDS.indexOf(c) >= 0) {
        return true;
      }
      if (TRAILERS.indexOf(c) < 0 && !isSpace(c)) {
        return false;
      }
    }
    return false;
  }

  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean letter = Character.isLetterOrDigit(c);
      if (Character.isIdeographic(c) || (letter && !inside)) {
        words++;
      }
      inside = letter;
      i += Character.charCount(c);
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * Soft hyphen, zero-width space, byte order mark, word joiner; joiners that shape letters stay.
   */
  private static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c == '\u200B'
        || c == '\uFEFF'
        || c == '\u2060'
        || c < ' '
        || c == '\u007F';
  }
}
