package dev.nashra.article.extract;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets of words that are easier to read as running text. */
final class WordList {
  private WordList() {}

  /** The words of a text, which are between white space. */
  static Set<String> of(String words) {
    return Stream.of(words.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }
}
