package dev.nashra.story;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A story as the clustering remembers it: its remembered documents and the sums of their terms. */
final class KnownStory {
  private final String key;
  private final int place;
  private final ArrayDeque<DocumentTerms> documents = new ArrayDeque<>();
  private final TermSums words = new TermSums();
  private final TermSums headlines = new TermSums();
  private final TermSums letters = new TermSums();
  private int fullTexts;
  private long lastJoined;

  /**
   * @param place its place in the index
   */
  KnownStory(String key, int place) {
    this.key = key;
    this.place = place;
  }

  void add(DocumentTerms document, long arrival, TermSpace wordSpace, TermSpace letterSpace) {
    addAll(document.words(), words, wordSpace);
    addAll(document.letters(), letters, letterSpace);
    for (int i = 0; i < document.headline().size(); i++) {
      headlines.add(document.headline().terms()[i], document.headline().weights()[i]);
    }
    documents.addLast(document);
    fullTexts += document.fullText() ? 1 : 0;
    lastJoined = arrival;
  }

  private void addAll(Bag bag, TermSums sums, TermSpace space) {
    for (int i = 0; i < bag.size(); i++) {
      if (sums.add(bag.terms()[i], bag.weights()[i])) {
        space.addStory(bag.terms()[i], place);
      }
    }
  }

  /** Forgets the document that came first; true when none is left. */
  boolean removeFirst(TermSpace wordSpace, TermSpace letterSpace) {
    var document = documents.removeFirst();
    for (int i = 0; i < document.headline().size(); i++) {
      headlines.remove(document.headline().terms()[i], document.headline().weights()[i]);
    }
    removeAll(document.words(), words, wordSpace);
    removeAll(document.letters(), letters, letterSpace);
    fullTexts -= document.fullText() ? 1 : 0;
    return documents.isEmpty();
  }

  private void removeAll(Bag bag, TermSums sums, TermSpace space) {
    for (int i = 0; i < bag.size(); i++) {
      if (sums.remove(bag.terms()[i], bag.weights()[i])) {
        space.removeStory(bag.terms()[i], place);
      }
    }
  }

  String key() {
    return key;
  }

  int place() {
    return place;
  }

  TermSums words() {
    return words;
  }

  TermSums headlines() {
    return headlines;
  }

  TermSums letters() {
    return letters;
  }

  boolean hasFullText() {
    return fullTexts > 0;
  }

  /** The number of the arrival that joined last. */
  long lastJoined() {
    return lastJoined;
  }

  /** Its documents, the latest first. */
  Iterator<DocumentTerms> latestFirst() {
    return documents.descendingIterator();
  }

  /** Whether a document in this language can belong to it. */
  boolean accepts(@Nullable String language) {
    if (language == null) {
      return true;
    }
    for (var document : documents) {
      if (document.language() != null) {
        return document.language().equals(language);
      }
    }
    return true;
  }
}
