package dev.nashra.story;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which story a document belongs to, one document after the other, by the documents that it
 * remembers: the latest ones, up to a bound.
 *
 * <p>All that it knows follows from the remembered documents and their stories, so one that is
 * given them again by {@link #remember} decides as the one that first saw them. For one thread.
 */
public final class StoryClusterer {
  private static final int DOCUMENTS_REMEMBERED = 20_000;
  private static final int TERMS_REMEMBERED = 1_200_000;

  private final TermSpace words = new TermSpace();
  private final TermSpace letters = new TermSpace();
  private final DocumentReader reader = new DocumentReader(words, letters);
  private final StoryIndex stories = new StoryIndex(words, letters);
  private final Comparison comparison = new Comparison(words, letters);
  private final ArrayDeque<Remembered> window = new ArrayDeque<>();
  private final int documentsRemembered;
  private final int termsRemembered;
  private long arrivals;
  private int terms;

  private record Remembered(DocumentTerms document, KnownStory story) {}

  private record Choice(KnownStory story, double evidence) {}

  public StoryClusterer() {
    this(DOCUMENTS_REMEMBERED, TERMS_REMEMBERED);
  }

  StoryClusterer(int documentsRemembered, int termsRemembered) {
    this.documentsRemembered = documentsRemembered;
    this.termsRemembered = termsRemembered;
  }

  /** Decides and remembers; a story that the document starts is known by the document's id. */
  public StoryMatch assign(ClusterDocument document) {
    return assign(document, document::id);
  }

  /** Decides and remembers; asks for the key of a story that the document starts. */
  public StoryMatch assign(ClusterDocument document, Supplier<String> newKey) {
    var read = reader.read(document);
    comparison.load(read);
    var best = best(read);
    var shared = best == null ? List.<String>of() : comparison.shared(read, best.story());
    double score = best == null ? 0 : Evidence.probability(best.evidence());
    boolean joins = best != null && best.evidence() > 0;
    var key = best != null && joins ? best.story().key() : newKey.get();
    add(read, key);
    return new StoryMatch(key, score, !joins, shared);
  }

  /** Takes a document whose story is already decided. */
  public void remember(ClusterDocument document, String storyKey) {
    add(reader.read(document), storyKey);
  }

  int remembered() {
    return window.size();
  }

  int distinctTerms() {
    return words.size() + letters.size();
  }

  private @Nullable Choice best(DocumentTerms document) {
    double habit = Evidence.ofHabit(stories.size(), window.size());
    Choice best = null;
    for (var story : stories.candidates(document)) {
      double evidence = comparison.evidence(document, story) + habit;
      if (best == null
          || evidence > best.evidence()
          || (evidence == best.evidence() && story.lastJoined() > best.story().lastJoined())) {
        best = new Choice(story, evidence);
      }
    }
    return best;
  }

  private void add(DocumentTerms document, String key) {
    var story = stories.get(key);
    story.add(document, arrivals++, words, letters);
    window.addLast(new Remembered(document, story));
    terms += document.size();
    while (window.size() > documentsRemembered || (terms > termsRemembered && window.size() > 1)) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    var first = window.removeFirst();
    terms -= first.document().size();
    if (first.story().removeFirst(words, letters)) {
      stories.remove(first.story());
    }
  }
}
