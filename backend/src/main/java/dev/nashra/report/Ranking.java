package dev.nashra.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** How much each sentence of a story deserves to be in its report. */
final class Ranking {
  private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll},] )\\p{Lu}\\p{Ll}+");

  /** The likeness to the titles from which an opening sentence is about the event itself. */
  private static final double RELATED = 0.2;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingDouble(Ranked::score)
          .reversed()
          .thenComparingInt(ranked -> ranked.statement().position())
          .thenComparingLong(ranked -> ranked.statement().articleId());

  private final List<Statement> all;
  private final List<Statement> titles;
  private final long articles;

  Ranking(Statements statements) {
    this.all = statements.sentences();
    this.titles = statements.titles();
    this.articles = all.stream().map(Statement::articleId).distinct().count();
  }

  /**
   * A statement and its worth.
   *
   * @param score from 0 to about 1
   */
  record Ranked(Statement statement, double score) {}

  /** Those that can be used at all, the best first. */
  List<Ranked> best() {
    var centrality = Centrality.of(all);
    var ranked = new ArrayList<Ranked>();
    for (int i = 0; i < all.size(); i++) {
      var statement = all.get(i);
      if (statement.fitness() > 0) {
        ranked.add(new Ranked(statement, score(statement, centrality[i])));
      }
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }

  private double score(Statement statement, double centrality) {
    double likeness = likeness(statement);
    double score =
        0.36 * centrality
            + 0.24 * place(statement) * Math.min(1, 0.2 + likeness / RELATED)
            + 0.18 * support(statement)
            + 0.14 * likeness
            + 0.08 * facts(statement);
    return score * statement.fitness() * (isOutdated(statement) ? 0.3 : 1);
  }

  /** News puts first what matters. */
  private static double place(Statement statement) {
    return 1 / (1 + 0.4 * statement.position());
  }

  private double support(Statement statement) {
    if (articles < 2) {
      return 0;
    }
    var supporters = new HashSet<Long>();
    for (var other : all) {
      if (other.articleId() != statement.articleId() && other.supports(statement)) {
        supporters.add(other.articleId());
      }
    }
    return Math.min(1, supporters.size() / 2.0);
  }

  private double likeness(Statement statement) {
    return titles.stream().mapToDouble(statement::similarity).average().orElse(0);
  }

  private static double facts(Statement statement) {
    double facts = statement.shown().figures().isEmpty() ? 0 : 0.5;
    return NAME.matcher(statement.text()).find() ? facts + 0.5 : facts;
  }

  /** Whether a later article says the same with other figures. */
  private boolean isOutdated(Statement statement) {
    return all.stream()
        .anyMatch(
            other ->
                other.clipping().published().isAfter(statement.clipping().published())
                    && other.contradicts(statement));
  }
}
