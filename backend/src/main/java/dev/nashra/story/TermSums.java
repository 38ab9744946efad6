package dev.nashra.story;

import java.util.Arrays;

/** The terms of all documents of one story: the sum of their weights, and in how many they are. */
final class TermSums {
  private static final int SMALLEST = 16;
  private static final int FREE = -1;

  private int[] terms = emptySlots(SMALLEST);
  private int[] weights = new int[SMALLEST];
  private int[] counts = new int[SMALLEST];
  private int used;

  /** Adds a document's term; true when it is the story's first with it. */
  boolean add(int term, int weight) {
    int slot = slot(terms, term);
    if (terms[slot] == FREE) {
      if (++used * 2 > terms.length) {
        rehash();
        slot = slot(terms, term);
      }
      terms[slot] = term;
    }
    weights[slot] += weight;
    return counts[slot]++ == 0;
  }

  /** Takes a document's term away; true when no document of the story has it any more. */
  boolean remove(int term, int weight) {
    int slot = slot(terms, term);
    weights[slot] -= weight;
    return --counts[slot] == 0;
  }

  boolean contains(int term) {
    int slot = slot(terms, term);
    return terms[slot] != FREE && counts[slot] > 0;
  }

  /** Cosine with the text that the query was made from. */
  double cosine(Query query) {
    double dot = 0;
    double squares = 0;
    for (int slot = 0; slot < terms.length; slot++) {
      if (terms[slot] != FREE && counts[slot] > 0) {
        double weight = weights[slot] * query.rarity(terms[slot]);
        squares += weight * weight;
        dot += weights[slot] * query.at(terms[slot]);
      }
    }
    return query.cosine(dot, squares);
  }

  /** Doubles the room, or only cleans up when most of it is held by terms that have left. */
  private void rehash() {
    var oldTerms = terms;
    var oldWeights = weights;
    var oldCounts = counts;
    int living = 0;
    for (int slot = 0; slot < oldTerms.length; slot++) {
      living += oldTerms[slot] != FREE && oldCounts[slot] > 0 ? 1 : 0;
    }
    int capacity = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, living)) * 4);
    terms = emptySlots(capacity);
    weights = new int[capacity];
    counts = new int[capacity];
    used = living + 1;
    for (int slot = 0; slot < oldTerms.length; slot++) {
      if (oldTerms[slot] != FREE && oldCounts[slot] > 0) {
        int to = slot(terms, oldTerms[slot]);
        terms[to] = oldTerms[slot];
        weights[to] = oldWeights[slot];
        counts[to] = oldCounts[slot];
      }
    }
  }

  private static int slot(int[] terms, int term) {
    int mask = terms.length - 1;
    int slot = ((term * 0x9E3779B9) >>> 7) & mask;
    while (terms[slot] != FREE && terms[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int[] emptySlots(int capacity) {
    var slots = new int[capacity];
    Arrays.fill(slots, FREE);
    return slots;
  }
}
