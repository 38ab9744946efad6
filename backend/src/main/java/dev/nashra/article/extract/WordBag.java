package dev.nashra.article.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How often each word occurs in some blocks, to tell whether two texts are the same one. */
final class WordBag {
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana}|[\\p{L}\\p{N}]++");

  private final Map<String, Integer> counts = new HashMap<>();
  private int total;

  WordBag(List<Block> blocks) {
    for (var block : blocks) {
      var words = WORD.matcher(block.text().toLowerCase(Locale.ROOT));
      while (words.find()) {
        counts.merge(words.group(), 1, Integer::sum);
        total++;
      }
    }
  }

  /** The harmonic mean of the two shares of common words: 1 for the same words, 0 for none. */
  double likeness(WordBag other) {
    return total + other.total == 0 ? 0 : 2.0 * common(other) / (total + other.total);
  }

  /** How much of these words is in the other bag. */
  double shareIn(WordBag other) {
    return total == 0 ? 1 : (double) common(other) / total;
  }

  private int common(WordBag other) {
    int common = 0;
    for (var entry : counts.entrySet()) {
      common += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
    }
    return common;
  }
}
