package dev.nashra.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StoryRankTest {
  private static final Instant NOW = Instant.parse("2031-05-04T12:00:00Z");

  @Test
  void moreOutletsCountMoreThanMoreArticlesOfOne() {
    assertTrue(rank(3, 3, 0) > rank(6, 1, 0));
    assertTrue(rank(6, 1, 0) > rank(1, 1, 0));
  }

  @Test
  void newsAgesToAQuarterInHalfADay() {
    assertEquals(rank(2, 2, 0) / 4, rank(2, 2, 12), 1e-9);
    assertTrue(rank(2, 2, 1) > rank(5, 5, 24));
  }

  @Test
  void veryOldStoriesKeepTheirOrder() {
    int years = 24 * 365 * 10;
    assertTrue(rank(3, 3, years) > rank(1, 1, years));
    assertTrue(rank(1, 1, years) > 0);
  }

  @Test
  void aClockThatRunsAheadGivesNoAdvantage() {
    assertEquals(rank(2, 2, 0), rank(2, 2, -5));
  }

  private static double rank(int articles, int outlets, int hoursOld) {
    return StoryRank.of(
        new StoryFacts(1, articles, outlets, NOW.minus(Duration.ofHours(hoursOld))), NOW);
  }
}
