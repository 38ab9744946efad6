package dev.nashra.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for a document belonging to a story, as the natural logarithm of the odds: it
 * joins above zero.
 *
 * <p>docs/technotes/clustering.md tells where the numbers come from.
 */
final class Evidence {
  static final double EVEN = 0;

  /** More than four to one. */
  static final double LITTLE_DOUBT = 1.5;

  private static final double PER_HEADLINE_RESEMBLANCE = 20;
  private static final double HEADLINES_OF_STRANGERS = 7;
  private static final double PER_TEXT_RESEMBLANCE = 33;
  private static final double TEXTS_OF_STRANGERS = 8.1;

  /** Beginnings assumed before the first document: every second one starts a story. */
  private static final double STORIES_ASSUMED = 50;

  private static final double DOCUMENTS_ASSUMED = 100;
  private static final double MOST_AGAINST_BY_HABIT = -1;
  private static final double MOST_FOR_BY_HABIT = 3;

  private static final double FOR_SAME_HOUR = 2;
  private static final double HOURS_OF_NEWS = 6;
  private static final double AGAINST_PER_DAY = 0.25;
  private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  private Evidence() {}

  /** Of five resemblances between headlines, each from 0 to 1. */
  static double ofHeadlines(
      double nearestWords,
      double storyWords,
      double nearestLetters,
      double storyLetters,
      double cover) {
    double sum = nearestWords + storyWords + nearestLetters + storyLetters + cover;
    return PER_HEADLINE_RESEMBLANCE * sum / 5 - HEADLINES_OF_STRANGERS;
  }

  /** Of the resemblance of a text to the nearest text of the story and to the story as a whole. */
  static double ofTexts(double nearest, double story) {
    return PER_TEXT_RESEMBLANCE * (nearest + story) / 2 - TEXTS_OF_STRANGERS;
  }

  /** Of how often the remembered documents joined a story rather than started one. */
  static double ofHabit(int stories, int documents) {
    double starts = (stories + STORIES_ASSUMED) / (documents + DOCUMENTS_ASSUMED);
    return Math.clamp(Math.log((1 - starts) / starts), MOST_AGAINST_BY_HABIT, MOST_FOR_BY_HABIT);
  }

  /**
   * Of the time between the document and the story; none when one of them is not dated. Only
   * headlines gain by being close: a full text says by itself what it is about, and two matches of
   * one evening are two stories.
   */
  static double ofTime(boolean texts, @Nullable Instant document, @Nullable Instant story) {
    if (document == null || story == null) {
      return 0;
    }
    double hours = Math.abs(Duration.between(story, document).toSeconds()) / SECONDS_PER_HOUR;
    double close = texts ? 0 : FOR_SAME_HOUR * Math.exp(-hours / HOURS_OF_NEWS);
    return close - AGAINST_PER_DAY * hours / 24;
  }

  /** From 0 to 1; one half where the odds are even. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }
}
