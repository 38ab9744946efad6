package dev.nashra.report;

import java.util.Arrays;
import java.util.List;

/**
 * Weighs sentences by how much they have in common with the others, those of other articles above
 * all: LexRank (Erkan and Radev, 2004) over all similarities.
 */
final class Centrality {
  private static final double DAMPING = 0.85;
  private static final double FAINT = 0.08;
  private static final int ROUNDS = 30;

  private Centrality() {}

  /** One weight per statement, the largest being 1. */
  static double[] of(List<Statement> statements) {
    var links = links(statements);
    int n = statements.size();
    var rank = new double[n];
    Arrays.fill(rank, 1.0 / Math.max(1, n));
    for (int round = 0; round < ROUNDS; round++) {
      rank = next(links, rank);
    }
    double largest = 1e-12;
    for (var value : rank) {
      largest = Math.max(largest, value);
    }
    for (int i = 0; i < n; i++) {
      rank[i] /= largest;
    }
    return rank;
  }

  /** Rows sum to one; an article's own sentences vouch for each other only half. */
  private static double[][] links(List<Statement> statements) {
    int n = statements.size();
    var links = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        var one = statements.get(i);
        var other = statements.get(j);
        double similarity = one.similarity(other);
        if (similarity >= FAINT) {
          double value = one.articleId() == other.articleId() ? similarity / 2 : similarity;
          links[i][j] = value;
          links[j][i] = value;
        }
      }
    }
    for (var row : links) {
      double sum = 0;
      for (var value : row) {
        sum += value;
      }
      for (int j = 0; j < n && sum > 0; j++) {
        row[j] /= sum;
      }
    }
    return links;
  }

  private static double[] next(double[][] links, double[] rank) {
    int n = rank.length;
    var next = new double[n];
    Arrays.fill(next, (1 - DAMPING) / n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        next[j] += DAMPING * rank[i] * links[i][j];
      }
    }
    return next;
  }
}
