package dev.nashra.article.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Recognises the short lines around articles: calls to read on, share, follow, subscribe. */
final class Furniture {
  private static final int MAX_LENGTH = 240;
  private static final int LABEL_LENGTH = 40;

  private static final TreeSet<String> STARTS = new TreeSet<>();
  private static final List<String> ANYWHERE = new ArrayList<>();

  static {
    load();
  }

  private Furniture() {}

  /** A whole sentence without a link is believed to be the article's, however it begins. */
  static boolean matches(Block block) {
    var text = block.text();
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    if (text.startsWith("©")) {
      return true;
    }
    boolean suspect =
        block.linked() > 0 || text.length() <= LABEL_LENGTH || !Prose.endsSentence(text);
    var folded = fold(text);
    return (suspect && startsLikeFurniture(folded)) || ANYWHERE.stream().anyMatch(folded::contains);
  }

  /** Of the beginnings that sort before the line, only one of its own prefixes can be its. */
  private static boolean startsLikeFurniture(String line) {
    var start = STARTS.floor(line);
    while (start != null && !line.startsWith(start)) {
      int common = commonPrefix(start, line);
      start = common == 0 ? null : STARTS.floor(line.substring(0, common));
    }
    return start != null && endsWord(line, start.length());
  }

  private static boolean endsWord(String line, int end) {
    return end >= line.length()
        || !Character.isLetterOrDigit(line.charAt(end))
        || !Character.isAlphabetic(line.codePointBefore(end))
        || Character.isIdeographic(line.codePointBefore(end));
  }

  private static int commonPrefix(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int i = 0;
    while (i < length && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static void load() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Furniture.class.getResourceAsStream("furniture.txt"), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("*")) {
          ANYWHERE.add(fold(line.substring(1)));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          STARTS.add(fold(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lower case without diacritics, hamza and punctuation at the front, inner space as one space.
   */
  private static String fold(String text) {
    var decomposed = Normalizer.normalize(Prose.squeeze(text), Normalizer.Form.NFKD);
    var result = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK && c != 'ـ')
        .filter(c -> !result.isEmpty() || Character.isLetterOrDigit(c) || c == '【')
        .map(c -> c == '’' ? '\'' : Character.toLowerCase(c))
        .forEach(result::appendCodePoint);
    return result.toString().strip();
  }
}
