package dev.nashra.social;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The terms found in a report so far, each once. */
final class Terms {
  private final Map<String, Term> byKey = new LinkedHashMap<>();

  /** Adds to the score of a term, which comes first at this position when it is new. */
  void add(List<String> words, int position, double score) {
    byKey.computeIfAbsent(Term.key(words), _ -> new Term(words, position)).plus(score);
  }

  double score(List<String> words) {
    var term = byKey.get(Term.key(words));
    return term == null ? 0 : term.score();
  }

  /** The best terms, no two of which share a word: one that does was named already. */
  List<Term> best(double least, int most) {
    var order = Comparator.comparingDouble(Term::score).reversed().thenComparingInt(Term::position);
    var best = new ArrayList<Term>();
    for (var term : byKey.values().stream().sorted(order).toList()) {
      if (best.size() < most
          && term.score() >= least
          && best.stream().noneMatch(term::sharesWordWith)) {
        best.add(term);
      }
    }
    return best;
  }
}
