package dev.nashra.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Pace PACE = new Pace(15, Duration.ofMillis(1100), 20);

  @Test
  void theFirstGoesAtOnce() {
    assertEquals(Duration.ZERO, PACE.waitAfter(List.of()));
  }

  @Test
  void aSecondLaterTheNextOneMayGo() {
    assertEquals(Duration.ofMillis(900), PACE.waitAfter(List.of(Duration.ofMillis(200))));
    assertEquals(Duration.ZERO, PACE.waitAfter(List.of(Duration.ofSeconds(5))));
  }

  @Test
  void afterTwentyInAMinuteTheOldestHasToBeAMinuteOld() {
    var ages = Collections.nCopies(20, Duration.ofSeconds(45));
    assertEquals(Duration.ofSeconds(15), PACE.waitAfter(ages));
  }

  @Test
  void delaysDoubleUpToAnHourAndHonourTheNetwork() {
    IntStream.range(0, 50)
        .forEach(
            seed -> {
              var backoff = new Backoff(new Random(seed));
              assertBetween(30, 38, backoff.after(1, null));
              assertBetween(120, 150, backoff.after(3, null));
              assertBetween(3600, 4500, backoff.after(40, null));
              assertBetween(500, 625, backoff.after(1, Duration.ofSeconds(500)));
            });
  }

  private static void assertBetween(long least, long most, Duration delay) {
    assertTrue(
        delay.toSeconds() >= least && delay.toSeconds() <= most, () -> "a delay of " + delay);
  }
}
