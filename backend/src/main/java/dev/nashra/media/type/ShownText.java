package dev.nashra.media.type;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

/**
 * Makes a text from the web fit to be drawn: one paragraph, no emoji, nothing without a glyph, no
 * hidden characters that turn its order round.
 */
public final class ShownText {
  private static final int MAX_CHARACTERS = 4_000;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int COMBINING_KEYCAP = 0x20E3;

  /** A sign, currency or handle mark that Unicode's rules would put behind its number or name. */
  private static final Pattern LEADING_SIGN =
      Pattern.compile(
          "(?<![\\p{IsLatin}\\p{N}\\p{M}])(?=[-+\u2212\u2013][0-9]|[$\u20AC\u00A3\u00A5\u20BA\u20BD][0-9]|[@#]\\p{IsLatin})");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern SPACE_BEFORE_PUNCTUATION =
      Pattern.compile(" +(?=[.,:;!\u060C\u061B](?:\\s|$))");

  private ShownText() {}

  /** The text as the faces can draw it in a paragraph of this direction; may come out empty. */
  public static String of(String raw, FontStack fonts, Direction direction) {
    var bounded = raw.length() > MAX_CHARACTERS ? raw.substring(0, MAX_CHARACTERS) : raw;
    var text = Normalizer2.getNFCInstance().normalize(bounded);
    text = SPACE.matcher(plainLetters(text)).replaceAll(" ");
    text = drawable(text, fonts).replaceAll(" {2,}", " ").strip();
    text = SPACE_BEFORE_PUNCTUATION.matcher(text).replaceAll("");
    return direction.isRightToLeft()
        ? LEADING_SIGN.matcher(text).replaceAll(BidiMarks.LEFT_TO_RIGHT)
        : text;
  }

  /** Styled letters of the symbol blocks and old presentation forms, as ordinary letters. */
  private static String plainLetters(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            codePoint -> {
              if (isLetterInDisguise(codePoint)) {
                plain.append(
                    Normalizer2.getNFKCInstance().normalize(Character.toString(codePoint)));
              } else {
                plain.appendCodePoint(codePoint);
              }
            });
    return plain.toString();
  }

  private static boolean isLetterInDisguise(int codePoint) {
    return (codePoint >= 0x1D400 && codePoint <= 0x1D7FF) // mathematical letters
        || (codePoint >= 0xFF01 && codePoint <= 0xFF5E) // full width
        || (codePoint >= 0xFB50 && codePoint <= 0xFBFF) // Arabic presentation forms A
        || (codePoint >= 0xFE70 && codePoint <= 0xFEFC) // and B
        || (codePoint >= 0xFB00 && codePoint <= 0xFB06); // Latin ligatures
  }

  private static String drawable(String text, FontStack fonts) {
    var kept = new StringBuilder(text.length());
    var dropped = false;
    for (int i = 0; i < text.length(); ) {
      var codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      // A mark or joiner belongs to what stands before it and goes with it.
      var attached = isMark(codePoint) || isJoiner(codePoint);
      dropped = attached ? dropped : !isDrawable(codePoint, fonts);
      if (!dropped && (isJoiner(codePoint) || isDrawable(codePoint, fonts))) {
        kept.appendCodePoint(codePoint);
      }
    }
    return kept.toString();
  }

  private static boolean isDrawable(int codePoint, FontStack fonts) {
    if (BidiMarks.isMark(codePoint)) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.FORMAT,
          Character.CONTROL,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> codePoint == ' ' || (!isEmoji(codePoint) && fonts.covers(codePoint));
    };
  }

  private static boolean isEmoji(int codePoint) {
    return UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)
        || UCharacter.hasBinaryProperty(codePoint, UProperty.REGIONAL_INDICATOR)
        || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER)
        || codePoint == COMBINING_KEYCAP
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F); // variation selectors
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private static boolean isJoiner(int codePoint) {
    return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
  }
}
