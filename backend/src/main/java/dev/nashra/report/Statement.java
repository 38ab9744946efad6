package dev.nashra.report;

import java.util.Map;
import java.util.Set;

/**
 * A sentence of an article, with what the writer needs to weigh it.
 *
 * @param position 0 for the article's first sentence
 * @param text as it would be printed: untied from its context and perhaps shortened
 * @param fitness from 0, of no use on its own, to 1, a sentence that stands for itself
 * @param shown what the text says
 * @param whole what the sentence said before it was shortened
 */
record Statement(
    Clipping clipping, int position, String text, double fitness, Content shown, Content whole) {
  private static final double SAME = 0.72;
  private static final double ALIKE = 0.45;
  private static final double RELATED = 0.15;
  private static final int FEWEST_TERMS = 3;

  /** The words, the figures, what they count, and whether something is denied. */
  record Content(
      TermVector terms, Set<String> figures, Map<String, Double> counted, boolean denies) {
    /** Whether the same thing is counted with another, similar result. */
    boolean countsOtherwise(Content other) {
      for (var entry : counted.entrySet()) {
        double mine = entry.getValue();
        double theirs = other.counted.getOrDefault(entry.getKey(), mine);
        if (mine != theirs
            && Math.max(mine, theirs) <= 2 * Math.min(mine, theirs)
            && !Figures.roundEachOther(mine, theirs)) {
          return true;
        }
      }
      return false;
    }
  }

  long articleId() {
    return clipping.id();
  }

  double similarity(Statement other) {
    return shown.terms.cosine(other.shown.terms);
  }

  /** Whether this sentence says everything that the other one says, figures included. */
  boolean supports(Statement other) {
    return other.shown.terms.size() >= FEWEST_TERMS
        && whole.denies == other.shown.denies
        && whole.figures.containsAll(other.shown.figures)
        && other.shown.terms.coveredBy(whole.terms) >= SAME;
  }

  /** Whether the two say the same with different figures, as an updated toll does. */
  boolean contradicts(Statement other) {
    if (articleId() == other.articleId()) {
      return false;
    }
    double similarity = whole.terms.cosine(other.whole.terms);
    return (similarity >= RELATED && whole.countsOtherwise(other.whole))
        || (similarity >= ALIKE && eachHasItsOwnFigures(other));
  }

  private boolean eachHasItsOwnFigures(Statement other) {
    return !whole.figures.isEmpty()
        && !other.whole.figures.isEmpty()
        && !whole.figures.containsAll(other.whole.figures)
        && !other.whole.figures.containsAll(whole.figures);
  }
}
