package dev.nashra.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the title that says best what happened: the most central, informing, and recent one. */
final class Headlines {
  private static final int OPENING = 2;
  private static final Duration STALE = Duration.ofHours(12);

  private final List<Statement> titles;
  private final List<Statement> openings;
  private final Instant latest;

  Headlines(Statements statements) {
    this.titles = statements.titles();
    this.openings = statements.sentences().stream().filter(s -> s.position() < OPENING).toList();
    this.latest =
        titles.stream()
            .map(title -> title.clipping().published())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
  }

  /** Empty when no article has a title. */
  Optional<Statement> best() {
    return titles.stream()
        .max(
            Comparator.comparingDouble(this::worth)
                .thenComparing(title -> title.clipping().published())
                .thenComparing(Statement::articleId, Comparator.reverseOrder()));
  }

  private double worth(Statement title) {
    double central = 0.4 * mean(title, titles) + 0.4 * mean(title, openings) + 0.2;
    return central * title.fitness() * freshness(title) * (isOutdated(title) ? 0.5 : 1);
  }

  private static double mean(Statement title, List<Statement> others) {
    return others.stream()
        .filter(other -> other.articleId() != title.articleId())
        .mapToDouble(other -> other.shown().terms().cosine(title.shown().terms()))
        .average()
        .orElse(0);
  }

  /** From 1, the newest, down to 0.8. */
  private double freshness(Statement title) {
    var age = Duration.between(title.clipping().published(), latest);
    return 1 - 0.2 * Math.min(1, age.toMillis() / (double) STALE.toMillis());
  }

  private boolean isOutdated(Statement title) {
    return titles.stream()
        .anyMatch(
            other ->
                other.clipping().published().isAfter(title.clipping().published())
                    && other.contradicts(title));
  }
}
