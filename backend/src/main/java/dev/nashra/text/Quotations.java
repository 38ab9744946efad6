package dev.nashra.text;

import java.util.BitSet;

/** Finds the quoted parts of a paragraph, whichever marks its language uses. */
public final class Quotations {
  /** Openers, each followed by the marks that may close it. */
  private static final String[] PAIRS = {
    "\u201C\u201D\"",
    "\u00AB\u00BB",
    "\u201E\u201C\u201D",
    "\u300C\u300D",
    "\u300E\u300F",
    "\"\"\u201D"
  };

  /** Past this many characters a quotation is taken for a mark that was never closed. */
  private static final int LONGEST = 600;

  private Quotations() {}

  /** The indices of the characters that stand inside a quotation, its marks included. */
  public static BitSet inside(String paragraph) {
    var inside = new BitSet(paragraph.length());
    for (int i = 0; i < paragraph.length(); i++) {
      int end = closing(paragraph, i);
      if (end > i) {
        inside.set(i, end + 1);
        i = end;
      }
    }
    return inside;
  }

  /** Whether every quotation mark and bracket in the text has its partner. */
  public static boolean areWhole(String text) {
    var inside = inside(text);
    for (int i = 0; i < text.length(); i++) {
      if (isMark(text.charAt(i)) && !inside.get(i) && !isInchMark(text, i)) {
        return false;
      }
    }
    return balance(text, '(', ')') && balance(text, '[', ']');
  }

  /** Where the quotation that opens here closes; -1 when none opens here, or it never closes. */
  private static int closing(String paragraph, int start) {
    char opener = paragraph.charAt(start);
    if (isInchMark(paragraph, start)) {
      return -1;
    }
    for (var pair : PAIRS) {
      if (pair.charAt(0) == opener) {
        int bound = Math.min(paragraph.length(), start + LONGEST);
        for (int i = start + 1; i < bound; i++) {
          if (pair.indexOf(paragraph.charAt(i), 1) > 0) {
            return i;
          }
        }
      }
    }
    return -1;
  }

  private static boolean isInchMark(String text, int index) {
    return text.charAt(index) == '"' && index > 0 && Character.isDigit(text.charAt(index - 1));
  }

  private static boolean isMark(char c) {
    return "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D\u300E\u300F".indexOf(c) >= 0;
  }

  private static boolean balance(String text, char open, char close) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
    }
    return depth == 0;
  }
}
