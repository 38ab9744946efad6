package dev.nashra.article;

import dev.nashra.text.ArabicFolding;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What tells that two addresses carry the same article word for word: a hash of the text's letters
 * and digits, so that printing, punctuation and Arabic spelling variants do not matter.
 */
public final class TextFingerprint {
  /** Shorter texts are equal by chance: "This story is for subscribers." */
  private static final int MIN_LETTERS = 200;

  private TextFingerprint() {}

  /**
   * SHA-256 in hexadecimal; null where the text is too short to prove anything. The title matters
   * only in that some outlets repeat it as the first words of the text; their headlines may differ.
   */
  public static @Nullable String of(String title, String text) {
    var letters = letters(text);
    var heading = letters(title);
    var body = letters.startsWith(heading) ? letters.substring(heading.length()) : letters;
    if (body.codePointCount(0, body.length()) < MIN_LETTERS) {
      return null;
    }
    return ContentHash.of(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String letters(String text) {
    var result = new StringBuilder(text.length());
    ArabicFolding.fold(text)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(result::appendCodePoint);
    return result.toString();
  }
}
