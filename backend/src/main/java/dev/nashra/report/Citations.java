package dev.nashra.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names for a sentence every article that says the same. */
final class Citations {
  private final List<Statement> everything;

  Citations(Statements statements) {
    var all = new ArrayList<>(statements.titles());
    all.addAll(statements.sentences());
    this.everything = List.copyOf(all);
  }

  CitedSentence cite(Statement statement, String text) {
    return new CitedSentence(text, List.copyOf(sources(statement)));
  }

  /** One sentence made of two, with the sources of both. */
  CitedSentence cite(Statement first, Statement second, String text) {
    var sources = sources(first);
    sources.addAll(sources(second));
    return new CitedSentence(text, List.copyOf(sources));
  }

  /** The outlets behind the sentences, the most cited first. */
  static List<String> outlets(List<CitedSentence> sentences, List<Clipping> clippings) {
    var counts = new HashMap<String, Integer>();
    for (var clipping : clippings) {
      for (var sentence : sentences) {
        if (sentence.articleIds().contains(clipping.id())) {
          counts.merge(clipping.outlet(), 1, Integer::sum);
        }
      }
    }
    return counts.keySet().stream()
        .sorted(Comparator.<String>comparingInt(counts::get).reversed().thenComparing(o -> o))
        .toList();
  }

  /** The article it was taken from first, then the others in the order in which they appeared. */
  private Set<Long> sources(Statement statement) {
    var sources = new LinkedHashSet<Long>();
    sources.add(statement.articleId());
    for (var other : everything) {
      if (other.supports(statement)) {
        sources.add(other.articleId());
      }
    }
    return sources;
  }
}
