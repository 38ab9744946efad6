package dev.nashra.story;

import java.util.Arrays;

/** The terms of the document in question laid out for fast comparison with many others. */
final class Query {
  private final TermSpace space;
  private double[] byTerm = new double[1024];
  private Bag bag = new Bag(new int[0], new int[0]);
  private double norm;

  Query(TermSpace space) {
    this.space = space;
  }

  /** Replaces what was compared before. */
  void load(Bag newBag) {
    for (int term : bag.terms()) {
      byTerm[term] = 0;
    }
    if (byTerm.length < space.bound()) {
      byTerm = Arrays.copyOf(byTerm, space.bound() * 2);
    }
    bag = newBag;
    double squares = 0;
    for (int i = 0; i < bag.size(); i++) {
      double rarity = space.rarity(bag.terms()[i]);
      double weight = bag.weights()[i] * rarity;
      squares += weight * weight;
      byTerm[bag.terms()[i]] = weight * rarity;
    }
    norm = Math.sqrt(squares);
  }

  Bag bag() {
    return bag;
  }

  /** The document's weight of the term times its squared rarity; 0 when it lacks the term. */
  double at(int term) {
    return byTerm[term];
  }

  double rarity(int term) {
    return space.rarity(term);
  }

  double cosine(Bag other) {
    double dot = 0;
    double squares = 0;
    for (int i = 0; i < other.size(); i++) {
      int term = other.terms()[i];
      double weight = other.weights()[i] * space.rarity(term);
      squares += weight * weight;
      dot += other.weights()[i] * byTerm[term];
    }
    return cosine(dot, squares);
  }

  double cosine(double dot, double squares) {
    return dot == 0 ? 0 : dot / (norm * Math.sqrt(squares));
  }
}
