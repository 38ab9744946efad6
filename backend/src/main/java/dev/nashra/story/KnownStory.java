package dev.nashra.story;

import java.time.Instant;
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
  private int withLanguage;
  private @Nullable String language;
  private @Nullable Instant published;
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
    if (document.language() != null) {
      language = document.language();
      withLanguage++;
    }
    published = later(published, document.published());
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
    if (document.language() != null && --withLanguage == 0) {
      language = null;
    }
    if (document.published() != null && document.published().equals(published)) {
      published = documents.stream().map(DocumentTerms::published).reduce(null, KnownStory::later);
    }
    return documents.isEmpty();
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
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

  boolean hasOneDocument() {
    return documents.size() == 1;
  }

  /** The number of the arrival that joined last. */
  long lastJoined() {
    return lastJoined;
  }

  /** Its documents, the latest first. */
  Iterator<DocumentTerms> latestFirst() {
    return documents.descendingIterator();
  }

  /** When its latest remembered document was published; null when none says. */
  @Nullable Instant published() {
    return published;
  }

  /** Whether a document in this language can belong to it. */
  boolean accepts(@Nullable String documentLanguage) {
    return documentLanguage == null || language == null || language.equals(documentLanguage);
  }
}
