package dev.nashra.story;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All terms of one kind that the remembered stories contain, by number, each with the stories that
 * contain it.
 *
 * <p>How rare a term is, is counted in stories, not in articles: the words of an event that
 * everybody writes about stay telling however many articles say them.
 */
final class TermSpace {
  /** As if so many stories without the term had been seen before the first one. */
  private static final int STORIES_ASSUMED = 80;

  private static final int[] NONE = {};
  private static final double LEAST_RARITY = 0.05;
  private static final int LOGARITHMS_PREPARED = 1 << 15;
  private static final double[] LOG_OF_STORIES = logarithms();

  private final Map<String, Integer> numbers = new HashMap<>();
  private String[] names = new String[256];
  private int[][] stories = new int[256][];
  private int[] storyCounts = new int[256];
  private int[] freed = new int[16];
  private int freedCount;
  private int next;
  private double logOfAll = Math.log(STORIES_ASSUMED);

  /** The term's number; a new one when no remembered story has it. */
  int number(String term) {
    var known = numbers.get(term);
    if (known != null) {
      return known;
    }
    int number = freedCount > 0 ? freed[--freedCount] : next++;
    if (number == names.length) {
      names = Arrays.copyOf(names, number * 2);
      stories = Arrays.copyOf(stories, number * 2);
      storyCounts = Arrays.copyOf(storyCounts, number * 2);
    }
    names[number] = term;
    stories[number] = NONE;
    numbers.put(term, number);
    return number;
  }

  /** Must be told how many stories there are before rarity is asked for. */
  void countStories(int all) {
    logOfAll = Math.log(all + STORIES_ASSUMED);
  }

  /** The logarithm of how many times fewer stories have the term than there are. */
  double rarity(int term) {
    int count = Math.min(storyCounts[term], LOGARITHMS_PREPARED - 1);
    return Math.max(LEAST_RARITY, logOfAll - LOG_OF_STORIES[count]);
  }

  int storyCount(int term) {
    return storyCounts[term];
  }

  /** The places of the stories with the term; only the first {@link #storyCount} count. */
  int[] stories(int term) {
    return stories[term];
  }

  void addStory(int term, int place) {
    var places = stories[term];
    int count = storyCounts[term]++;
    if (count == places.length) {
      places = Arrays.copyOf(places, Math.max(2, count * 2));
      stories[term] = places;
    }
    places[count] = place;
  }

  /** A term that no story has any more gives its number back. */
  void removeStory(int term, int place) {
    var places = stories[term];
    int last = --storyCounts[term];
    int at = 0;
    while (places[at] != place) {
      at++;
    }
    places[at] = places[last];
    if (last == 0) {
      release(term);
    }
  }

  /** One more than the highest number in use. */
  int bound() {
    return next;
  }

  int size() {
    return numbers.size();
  }

  private void release(int term) {
    numbers.remove(names[term]);
    names[term] = "";
    stories[term] = NONE;
    if (freedCount == freed.length) {
      freed = Arrays.copyOf(freed, freedCount * 2);
    }
    freed[freedCount++] = term;
  }

  private static double[] logarithms() {
    var logarithms = new double[LOGARITHMS_PREPARED];
    for (int count = 0; count < LOGARITHMS_PREPARED; count++) {
      logarithms[count] = Math.log(count + 0.5);
    }
    return logarithms;
  }
}
