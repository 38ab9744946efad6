package dev.nashra.story;

/** Terms by number, each once, with a weight that grows with how often the text says it. */
final class Bag {
  private static final int SCALE = 64;
  private static final int COUNTS_PREPARED = 64;
  private static final int[] BY_COUNT = weightsByCount();

  private final int[] terms;
  private final int[] weights;

  /**
   * @param terms numbers in a {@link TermSpace}, in the order of the text
   * @param weights whole numbers, so that sums over a story come out equal however they were made
   */
  Bag(int[] terms, int[] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** The weight of a term said so many times. */
  static int weight(int count) {
    return BY_COUNT[Math.min(count, COUNTS_PREPARED - 1)];
  }

  private static int[] weightsByCount() {
    var weights = new int[COUNTS_PREPARED];
    for (int count = 1; count < COUNTS_PREPARED; count++) {
      weights[count] = (int) Math.round(SCALE * (1 + Math.log(count)));
    }
    return weights;
  }

  int[] terms() {
    return terms;
  }

  int[] weights() {
    return weights;
  }

  int size() {
    return terms.length;
  }
}
