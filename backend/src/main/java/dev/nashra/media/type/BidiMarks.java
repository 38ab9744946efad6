package dev.nashra.media.type;

/**
 * The invisible marks that say where a text's direction turns. Those that a text may carry are kept
 * for ordering it; embeddings and overrides (U+202A to U+202E) are not among them.
 */
final class BidiMarks {
  static final String LEFT_TO_RIGHT = "\u200E";
  private static final int RIGHT_TO_LEFT = 0x200F;
  private static final int ARABIC_LETTER = 0x061C;
  private static final int FIRST_ISOLATE = 0x2066;
  private static final int LAST_ISOLATE = 0x2069;

  private BidiMarks() {}

  static boolean isMark(int codePoint) {
    return codePoint == LEFT_TO_RIGHT.charAt(0)
        || codePoint == RIGHT_TO_LEFT
        || codePoint == ARABIC_LETTER
        || (codePoint >= FIRST_ISOLATE && codePoint <= LAST_ISOLATE);
  }
}
