package dev.nashra.social;

import java.util.List;
import java.util.Locale;

/** Something that a report is about. Gathers how often it is named and what speaks for it. */
final class Term {
  private final List<String> words;
  private final int position;
  private double score;

  /**
   * @param words as they are written in a hashtag
   * @param position where it is named first
   */
  Term(List<String> words, int position) {
    this.words = List.copyOf(words);
    this.position = position;
  }

  List<String> words() {
    return words;
  }

  int position() {
    return position;
  }

  double score() {
    return score;
  }

  Term plus(double more) {
    score += more;
    return this;
  }

  /** The form under which two terms are the same. */
  static String key(List<String> words) {
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }

  boolean sharesWordWith(Term other) {
    return other.words.stream().anyMatch(word -> words.stream().anyMatch(word::equalsIgnoreCase));
  }
}
