package dev.nashra.report;

import java.util.List;
import java.util.function.UnaryOperator;

/** One sentence of a report with the articles that it came from, at least one. */
public record CitedSentence(String text, List<Long> articleIds) {
  public CitedSentence {
    if (articleIds.isEmpty()) {
      throw new IllegalArgumentException("a sentence without a source: " + text);
    }
    articleIds = List.copyOf(articleIds);
  }

  CitedSentence reworded(UnaryOperator<String> wording) {
    return new CitedSentence(wording.apply(text), articleIds);
  }
}
