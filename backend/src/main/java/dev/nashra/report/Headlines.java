package dev.nashra.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the title that says best what happened: the most central, informing, and recent one. */
final class Headlines {
  private static final int OPENING = 3;
  private static final Duration STALE = Duration.ofHours(12);

  private final List<Statement> titles;
  private final Map<Long, TermVector> openings;
  private final Instant latest;

  Headlines(Statements statements) {
    this.titles = statements.titles();
    this.openings = openings(statements);
    this.latest =
        titles.stream()
            .map(title -> title.clipping().published())
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
  }

  /** What each article says in its title and first sentences. */
  private static Map<Long, TermVector> openings(Statements statements) {
    return Stream.concat(
            statements.titles().stream(),
            statements.sentences().stream().filter(s -> s.position() < OPENING))
        .collect(
            Collectors.groupingBy(
                Statement::articleId,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.mapping(s -> s.whole().terms(), Collectors.toList()),
                    TermVector::union)));
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
    double central = 0.3 * mean(title) + 0.6 * confirmed(title) + 0.2;
    return central * title.fitness() * freshness(title) * (isOutdated(title) ? 0.5 : 1);
  }

  private double mean(Statement title) {
    return titles.stream()
        .filter(other -> other.articleId() != title.articleId())
        .mapToDouble(title::similarity)
        .average()
        .orElse(0);
  }

  /** How much of the title the openings of the other articles say too. */
  private double confirmed(Statement title) {
    return openings.entrySet().stream()
        .filter(opening -> opening.getKey() != title.articleId())
        .mapToDouble(opening -> title.shown().terms().coveredBy(opening.getValue()))
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
