package dev.nashra.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

  private record Choice(KnownStory story, double evidence, boolean betweenTexts) {}

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

  /**
   * Decides about documents that arrived together, and remembers them; the answers come in the
   * order of the documents.
   *
   * <p>When the first text on an event arrives, its story does not exist yet, and a look-alike may
   * seem near enough. So a full text joins at first only where there is little doubt; those that
   * found no company are asked once more when all the others have their places.
   */
  public List<StoryMatch> assignAll(List<ClusterDocument> documents) {
    var matches = new ArrayList<StoryMatch>();
    for (var document : documents) {
      matches.add(assign(document, document::id, Evidence.LITTLE_DOUBT));
    }
    var withdrawn = withdrawLoners(startedBy(matches));
    for (int i = 0; i < documents.size(); i++) {
      if (withdrawn.contains(matches.get(i).storyKey())) {
        matches.set(i, assign(documents.get(i)));
      }
    }
    return List.copyOf(matches);
  }

  private static Set<String> startedBy(List<StoryMatch> matches) {
    return matches.stream()
        .filter(StoryMatch::isNew)
        .map(StoryMatch::storyKey)
        .collect(Collectors.toSet());
  }

  /** Forgets those of the stories that are one full text; returns their keys. */
  private Set<String> withdrawLoners(Set<String> keys) {
    var loners =
        window.stream()
            .filter(it -> it.document().fullText() && it.story().hasOneDocument())
            .filter(it -> keys.contains(it.story().key()))
            .toList();
    loners.forEach(this::forget);
    window.removeAll(Set.copyOf(loners));
    return loners.stream().map(it -> it.story().key()).collect(Collectors.toSet());
  }

  /** Decides and remembers; asks for the key of a story that the document starts. */
  public StoryMatch assign(ClusterDocument document, Supplier<String> newKey) {
    return assign(document, newKey, Evidence.EVEN);
  }

  private StoryMatch assign(
      ClusterDocument document, Supplier<String> newKey, double neededBetweenTexts) {
    var read = reader.read(document);
    comparison.load(read);
    var best = best(read);
    var shared = best == null ? List.<String>of() : comparison.shared(read, best.story());
    double score = best == null ? 0 : Evidence.probability(best.evidence());
    boolean joins =
        best != null
            && best.evidence() > (best.betweenTexts() ? neededBetweenTexts : Evidence.EVEN);
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
        best = new Choice(story, evidence, document.fullText() && story.hasFullText());
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
      forget(window.removeFirst());
    }
  }

  /** Its document must be the first of its story. */
  private void forget(Remembered first) {
    terms -= first.document().size();
    if (first.story().removeFirst(words, letters)) {
      stories.remove(first.story());
    }
  }
}
