package dev.nashra.social;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

/**
 * The length of a text on Threads: characters, but an emoji counts as the bytes that it takes in
 * UTF-8 (developers.facebook.com/docs/threads/posts).
 */
final class ThreadsLength {
  private static final int EMOJI_VARIATION = 0xFE0F;

  private ThreadsLength() {}

  static int of(String text) {
    var clusters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    clusters.setText(text);
    int length = 0;
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      var cluster = text.substring(start, end);
      length +=
          isEmoji(cluster)
              ? cluster.getBytes(StandardCharsets.UTF_8).length
              : cluster.codePointCount(0, cluster.length());
      start = end;
    }
    return length;
  }

  private static boolean isEmoji(String cluster) {
    return cluster
        .codePoints()
        .anyMatch(
            character ->
                character == EMOJI_VARIATION
                    || UCharacter.hasBinaryProperty(character, UProperty.EMOJI_PRESENTATION));
  }
}
