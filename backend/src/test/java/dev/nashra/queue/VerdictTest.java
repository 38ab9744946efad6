package dev.nashra.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.Settlement.Again;
import dev.nashra.queue.Settlement.Bury;
import dev.nashra.queue.Settlement.Complete;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerdictTest {
  private static final QueueRules DOWNLOADS =
      new QueueRules("downloads", 2, Duration.ofSeconds(60), 3, Backoff.seconds(5, 15));

  private final Verdict verdict = new Verdict(DOWNLOADS, new Random(1));

  @Test
  void doneIsDone() {
    var complete =
        assertInstanceOf(Complete.class, verdict.on(task(0, 0), TaskOutcome.done("3 files")));

    assertEquals("3 files", complete.note());
  }

  @Test
  void waitsGrowAndTheLastOneStays() {
    var backoff = Backoff.seconds(5, 15);
    var random = new Random(2);

    for (var i = 0; i < 100; i++) {
      assertBetween(5, 6, backoff.after(1, random));
      assertBetween(15, 18, backoff.after(2, random));
      assertBetween(15, 18, backoff.after(9, random));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 3600})
  void retryAfterIsKeptToTheSecond(int seconds) {
    var wait = Duration.ofSeconds(seconds);

    var again =
        assertInstanceOf(Again.class, verdict.on(task(0, 0), TaskOutcome.retryAfter(wait, "429")));

    assertEquals(wait, again.delay());
  }

  @Test
  void nobodyMakesUsWaitForEver() {
    var forever = TaskOutcome.retryAfter(Duration.ofDays(4000), "429");

    var again = assertInstanceOf(Again.class, verdict.on(task(0, 0), forever));

    assertEquals(Duration.ofDays(1), again.delay());
  }

  @Test
  void lastAttemptsFailureIsADeadLetter() {
    assertInstanceOf(Again.class, verdict.on(task(1, 0), TaskOutcome.retry("5xx")));
    assertInstanceOf(Bury.class, verdict.on(task(2, 0), TaskOutcome.retry("5xx")));
    assertInstanceOf(Bury.class, verdict.onTimeout(task(2, 0), ""));
    assertTrue(verdict.isLast(task(2, 0)));
  }

  @Test
  void outsideErrorsAreNoSurprise() {
    for (var e :
        new Exception[] {
          new IOException(),
          new SocketTimeoutException(),
          new UncheckedIOException(new IOException()),
          new TimeoutException()
        }) {
      assertEquals(
          false, assertInstanceOf(Again.class, verdict.onException(task(0, 1), e)).surprise());
    }
  }

  @Test
  void secondSurpriseIsADeadLetter() {
    var bug = new IllegalStateException("a bug");

    assertTrue(assertInstanceOf(Again.class, verdict.onException(task(0, 0), bug)).surprise());
    assertInstanceOf(Bury.class, verdict.onException(task(1, 1), bug));
  }

  @Test
  void errorsAreShortAndFitForTheDatabase() {
    var bury =
        assertInstanceOf(
            Bury.class, verdict.on(task(0, 0), TaskOutcome.dead("\0" + "x".repeat(100_000))));

    assertTrue(bury.error().length() < 20_000);
    assertEquals(-1, bury.error().indexOf('\0'));
  }

  private static void assertBetween(int least, int most, Duration wait) {
    assertTrue(
        wait.compareTo(Duration.ofSeconds(least)) >= 0
            && wait.compareTo(Duration.ofSeconds(most)) <= 0,
        wait::toString);
  }

  private static Task task(int failures, int surprises) {
    return new Task(
        1,
        failures + 1,
        "downloads",
        "fetch",
        "{}",
        null,
        null,
        null,
        new Task.Past(Instant.EPOCH, Duration.ZERO, failures, surprises, 0));
  }
}
