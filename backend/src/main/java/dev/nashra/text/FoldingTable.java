package dev.nashra.text;

/** The character table behind {@link ArabicFolding}: one target per UTF-16 unit. */
final class FoldingTable {
  /** Each line: the common letter first, then the letters that become it. */
  private static final String[] SAME_LETTER = {
    "\u0627\u0622\u0623\u0625\u0671\u0672\u0673\u0675", // alef with madda, hamza, wasla
    "\u0648\u0624\u06C6\u06C7\u06CB\u0676", // waw
    "\u064A\u0626\u0649\u06CC\u06CD\u06CE\u06D0\u06D2\u06D3\u0678", // yeh
    "\u0647\u0629\u06BE\u06C0\u06C1\u06C2\u06C3\u06D5\u06FF", // heh, teh marbuta
    "\u0643\u06A9\u06AA", // kaf
    "\u0641\u06A4", // feh; veh stands for the v of foreign names
    "\u0646\u06BA", // noon, Urdu noon ghunna
    "\u0631\u0695", // reh, Kurdish rr
    "\u0644\u06B5", // lam, Kurdish ll
  };

  /** First and last of each range of marks and invisible controls. */
  private static final String[] DROPPED = {
    "\u00AD\u00AD", // soft hyphen
    "\u0610\u061A", // honorific marks
    "\u061C\u061C", // Arabic letter mark
    "\u0640\u0640", // tatweel
    "\u064B\u065F", // vowel marks, combining madda and hamza
    "\u0670\u0670", // superscript alef
    "\u06D6\u06DC",
    "\u06DF\u06E8",
    "\u06EA\u06ED", // Quranic marks
    "\u08CA\u08E1",
    "\u08E3\u08FF", // extended marks
    "\u180E\u180E",
    "\u200B\u200B", // zero-width space
    "\u200D\u200F", // zero-width joiner, directional marks
    "\u202A\u202E", // bidi embeddings
    "\u2060\u2064", // word joiner, invisible operators
    "\u2066\u206F", // bidi isolates
    "\uFE00\uFE0F", // variation selectors
    "\uFEFF\uFEFF", // byte order mark
  };

  private FoldingTable() {}

  static char[] build(char removed) {
    var table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (char) c;
    }
    for (var letters : SAME_LETTER) {
      letters.chars().forEach(c -> table[c] = letters.charAt(0));
    }
    for (var range : DROPPED) {
      for (int c = range.charAt(0); c <= range.charAt(1); c++) {
        table[c] = removed;
      }
    }
    for (int digit = 0; digit <= 9; digit++) {
      table['\u0660' + digit] = (char) ('0' + digit);
      table['\u06F0' + digit] = (char) ('0' + digit);
    }
    table['\u066A'] = '%';
    table['\u066B'] = '.';
    table['\u066C'] = ',';
    // Persian writes the zero-width non-joiner, a space or nothing between a word and its suffix.
    table['\u200C'] = ' ';
    return table;
  }
}
