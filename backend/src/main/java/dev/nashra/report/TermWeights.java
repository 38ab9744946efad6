package dev.nashra.report;

import dev.nashra.text.Token;
import dev.nashra.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much each word of a story says: a word in every sentence says little. */
final class TermWeights {
  /** How much a word adds when it stands in the sentence again. */
  private static final double REPEATED = 0.3;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> frequency = new HashMap<>();
  private final int sentences;

  /** Counts in how many of the sentences each word stands. */
  TermWeights(List<String> sentences, String language) {
    this.sentences = sentences.size();
    for (var sentence : sentences) {
      Tokens.of(sentence, language).stream()
          .map(Token::term)
          .distinct()
          .forEach(term -> frequency.merge(term, 1, Integer::sum));
    }
  }

  TermVector vector(List<Token> tokens) {
    var counts = new TreeMap<Integer, Double>();
    for (var token : tokens) {
      counts.merge(number(token.term()), weight(token.term()), (a, b) -> a + b * REPEATED);
    }
    return TermVector.of(counts);
  }

  private int number(String term) {
    return numbers.computeIfAbsent(term, _ -> numbers.size());
  }

  private double weight(String term) {
    return Math.log(1.0 + (double) sentences / frequency.getOrDefault(term, 1));
  }
}
