package dev.nashra.report;

import dev.nashra.report.Ranking.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses sentences that matter and differ from each other: maximal marginal relevance (Carbonell
 * and Goldstein, 1998).
 */
final class KeyPoints {
  private static final int MOST = 5;
  private static final int ENOUGH = 3;
  private static final double WORTH_MORE = 0.4;
  private static final double RELEVANCE = 0.68;
  private static final double TOO_ALIKE = 0.5;
  private static final double TOO_COVERED = 0.55;
  private static final double TOO_OLD = 0.68;

  private final List<Ranked> candidates;
  private final List<Statement> said;
  private final List<Statement> chosen = new ArrayList<>();

  /** {@code said}: headline and lead, which no point may repeat. */
  KeyPoints(List<Ranked> candidates, List<Statement> said) {
    this.candidates = candidates;
    this.said = new ArrayList<>(said);
  }

  /** In the order in which news tells: what stands early in its article comes first. */
  List<Statement> choose() {
    while (chosen.size() < MOST) {
      var next = next();
      if (next == null || (chosen.size() >= ENOUGH && next.score() < WORTH_MORE * bestScore())) {
        break;
      }
      chosen.add(next.statement());
      said.add(next.statement());
    }
    chosen.sort(
        Comparator.comparingInt(Statement::position)
            .thenComparing(statement -> statement.clipping().published())
            .thenComparingLong(Statement::articleId));
    return chosen;
  }

  private double bestScore() {
    return candidates.getFirst().score();
  }

  private @Nullable Ranked next() {
    Ranked best = null;
    double bestWorth = Double.NEGATIVE_INFINITY;
    var known = TermVector.union(said.stream().map(s -> s.shown().terms()).toList());
    for (var candidate : candidates) {
      double old = candidate.statement().shown().terms().coveredBy(known);
      double worth = RELEVANCE * candidate.score() - (1 - RELEVANCE) * old;
      if (worth > bestWorth && old < TOO_OLD && !repeats(candidate.statement())) {
        best = candidate;
        bestWorth = worth;
      }
    }
    return best;
  }

  private boolean repeats(Statement statement) {
    return said.stream()
        .anyMatch(
            other ->
                statement.similarity(other) > TOO_ALIKE
                    || statement.shown().terms().coveredBy(other.shown().terms()) > TOO_COVERED
                    || statement.contradicts(other));
  }
}
