package dev.nashra.report;

import dev.nashra.text.Token;
import dev.nashra.text.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much each word of a story says: a word in every sentence says little. */
final class TermWeights {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> frequency = new HashMap<>();
  private final int sentences;
  private final String language;

  /** Counts in how many of the sentences each word stands. */
  TermWeights(List<String> sentences, String language) {
    this.language = language;
    this.sentences = sentences.size();
    for (var sentence : sentences) {
      Tokens.of(sentence, language).stream()
          .map(Token::term)
          .distinct()
          .forEach(term -> frequency.merge(term, 1, Integer::sum));
    }
  }

  TermVector vector(String sentence) {
    var counts = new TreeMap<Integer, Double>();
    for (var token : Tokens.of(sentence, language)) {
      counts.merge(number(token.term()), weight(token.term()), (a, b) -> a + b * 0.3);
    }
    var terms = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    var weights = counts.values().stream().mapToDouble(Double::doubleValue).toArray();
    return new TermVector(terms, weights);
  }

  private int number(String term) {
    return numbers.computeIfAbsent(term, _ -> numbers.size());
  }

  private double weight(String term) {
    return Math.log(1.0 + (double) sentences / frequency.getOrDefault(term, 1));
  }
}
