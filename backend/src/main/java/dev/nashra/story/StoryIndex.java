package dev.nashra.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known stories, found by their key or by the terms that they share with a document. */
final class StoryIndex {
  private static final int CANDIDATES = 8;

  /** Bounds the work for one document; its rarest terms are looked up first. */
  private static final int ENTRIES_READ = 5_000;

  /** A shared run of letters says less than a shared word. */
  private static final double WEIGHT_OF_LETTERS = 0.3;

  private final TermSpace words;
  private final TermSpace letters;
  private final Map<String, KnownStory> byKey = new HashMap<>();
  private @Nullable KnownStory[] places = new @Nullable KnownStory[64];
  private int[] freed = new int[16];
  private int freedCount;
  private int next;
  private double[] votes = new double[64];
  private int[] voted = new int[64];
  private int votedCount;

  StoryIndex(TermSpace words, TermSpace letters) {
    this.words = words;
    this.letters = letters;
  }

  int size() {
    return byKey.size();
  }

  /** The story of this key, an empty one if there is none yet. */
  KnownStory get(String key) {
    var story = byKey.computeIfAbsent(key, this::create);
    countStories();
    return story;
  }

  private KnownStory create(String key) {
    int place = freedCount > 0 ? freed[--freedCount] : next++;
    if (place == places.length) {
      places = Arrays.copyOf(places, place * 2);
      votes = Arrays.copyOf(votes, place * 2);
      voted = Arrays.copyOf(voted, place * 2);
    }
    var story = new KnownStory(key, place);
    places[place] = story;
    return story;
  }

  void remove(KnownStory story) {
    byKey.remove(story.key());
    places[story.place()] = null;
    if (freedCount == freed.length) {
      freed = Arrays.copyOf(freed, freedCount * 2);
    }
    freed[freedCount++] = story.place();
    countStories();
  }

  private void countStories() {
    words.countStories(byKey.size());
    letters.countStories(byKey.size());
  }

  /** The few stories that share most with the document, the best first. */
  List<KnownStory> candidates(DocumentTerms document) {
    vote(document.words(), words, 1);
    vote(document.letters(), letters, WEIGHT_OF_LETTERS);
    var best = new ArrayList<KnownStory>(CANDIDATES + 1);
    for (int i = 0; i < votedCount; i++) {
      var story = places[voted[i]];
      if (story != null && mayEnter(story, best) && story.accepts(document.language())) {
        insert(story, best);
      }
    }
    for (int i = 0; i < votedCount; i++) {
      votes[voted[i]] = 0;
    }
    votedCount = 0;
    return best;
  }

  private boolean mayEnter(KnownStory story, List<KnownStory> best) {
    return best.size() < CANDIDATES || isBefore(story, best.getLast());
  }

  private void insert(KnownStory story, List<KnownStory> best) {
    int at = best.size();
    while (at > 0 && isBefore(story, best.get(at - 1))) {
      at--;
    }
    best.add(at, story);
    if (best.size() > CANDIDATES) {
      best.removeLast();
    }
  }

  private boolean isBefore(KnownStory one, KnownStory other) {
    double mine = votes[one.place()];
    double theirs = votes[other.place()];
    return mine > theirs || (mine == theirs && one.lastJoined() > other.lastJoined());
  }

  private void vote(Bag bag, TermSpace space, double weight) {
    int left = ENTRIES_READ;
    for (int term : rarestFirst(bag, space)) {
      int count = space.storyCount(term);
      left -= count;
      if (left < 0) {
        return;
      }
      double rarity = space.rarity(term);
      vote(space.stories(term), count, weight * rarity * rarity);
    }
  }

  private void vote(int[] storyPlaces, int count, double weight) {
    for (int i = 0; i < count; i++) {
      int place = storyPlaces[i];
      if (votes[place] == 0) {
        voted[votedCount++] = place;
      }
      votes[place] += weight;
    }
  }

  private static int[] rarestFirst(Bag bag, TermSpace space) {
    var byCount = new long[bag.size()];
    for (int i = 0; i < byCount.length; i++) {
      byCount[i] = ((long) space.storyCount(bag.terms()[i]) << Integer.SIZE) | i;
    }
    Arrays.sort(byCount);
    var terms = new int[byCount.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = bag.terms()[(int) byCount[i]];
    }
    return terms;
  }
}
