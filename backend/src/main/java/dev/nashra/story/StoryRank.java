package dev.nashra.story;

import java.time.Duration;
import java.time.Instant;

/**
 * How important a story is at a moment: more outlets, more articles, fresher news.
 *
 * <p>Age divides and never brings the rank down to nothing, so that old stories keep their order.
 */
public final class StoryRank {
  private static final double HOURS_TO_A_QUARTER = 12;
  private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  private StoryRank() {}

  public static double of(StoryFacts story, Instant now) {
    double echo = story.outlets() + Math.log(Math.max(1, story.articles()));
    double hours =
        Math.max(0, Duration.between(story.latest(), now).toSeconds()) / SECONDS_PER_HOUR;
    double age = 1 + hours / HOURS_TO_A_QUARTER;
    return echo / (age * age);
  }
}
