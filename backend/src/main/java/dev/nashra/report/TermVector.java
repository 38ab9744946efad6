package dev.nashra.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weighted terms of a sentence, sorted by term so that two of them can be walked side by side.
 */
final class TermVector {
  private final int[] terms;
  private final double[] weights;
  private final double norm;
  private final double sum;

  TermVector(int[] terms, double[] weights) {
    this.terms = terms.clone();
    this.weights = weights.clone();
    double squares = 0;
    double total = 0;
    for (var weight : weights) {
      squares += weight * weight;
      total += weight;
    }
    this.norm = Math.sqrt(squares);
    this.sum = total;
  }

  /** Everything that any of the sentences says. */
  static TermVector union(List<TermVector> vectors) {
    var weights = new TreeMap<Integer, Double>();
    for (var vector : vectors) {
      for (int i = 0; i < vector.terms.length; i++) {
        weights.merge(vector.terms[i], vector.weights[i], Math::max);
      }
    }
    return of(weights);
  }

  static TermVector of(SortedMap<Integer, Double> weights) {
    return new TermVector(
        weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
        weights.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  int size() {
    return terms.length;
  }

  /** From 0, nothing in common, to 1, the same words. */
  double cosine(TermVector other) {
    return norm == 0 || other.norm == 0 ? 0 : dot(other) / (norm * other.norm);
  }

  /** How much of this sentence's weight the other one holds too, from 0 to 1. */
  double coveredBy(TermVector other) {
    if (sum == 0) {
      return 0;
    }
    double covered = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      if (terms[i] == other.terms[j]) {
        covered += weights[i];
        i++;
        j++;
      } else if (terms[i] < other.terms[j]) {
        i++;
      } else {
        j++;
      }
    }
    return covered / sum;
  }

  private double dot(TermVector other) {
    double product = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      if (terms[i] == other.terms[j]) {
        product += weights[i++] * other.weights[j++];
      } else if (terms[i] < other.terms[j]) {
        i++;
      } else {
        j++;
      }
    }
    return product;
  }
}
