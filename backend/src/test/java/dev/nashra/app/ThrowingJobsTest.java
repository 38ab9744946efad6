package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.store.TestDatabase;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import dev.nashra.worker.TimeoutType;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a job throws ends that job alone, and is told in its record. */
@Timeout(60)
final class ThrowingJobsTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final HostileRuns runs = new HostileRuns(DATABASE);

  @BeforeAll
  static void createWrites() {
    new HostileRuns(DATABASE).createWrites();
  }

  @AfterEach
  void empty() {
    runs.empty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whateverAJobThrowsIsItsOwnFailure(String named, Supplier<Throwable> thrown)
      throws Exception {
    var run =
        runs.beforeAnother(
            _ -> {
              throw ThrowingJobsTest.<RuntimeException>unchecked(thrown.get());
            });

    assertEquals("FAILED", run.state());
    assertTrue(run.error().contains(named), run::error);
    assertTrue(run.error().contains("ThrowingJobsTest"), run::error);
  }

  static Stream<Arguments> whateverAJobThrowsIsItsOwnFailure() {
    return Stream.of(
        thrown("java.io.IOException", IOException::new),
        thrown("IllegalStateException: on \uFFFD purpose", () -> fault("on \0 purpose")),
        thrown("IllegalStateException", () -> fault("\uD800 half a letter")),
        thrown("CancellationException", java.util.concurrent.CancellationException::new),
        thrown("InterruptedException", InterruptedException::new),
        thrown("RunEnded", () -> new RunEnded(1)),
        thrown("AssertionError", AssertionError::new),
        thrown("StackOverflowError", ThrowingJobsTest::overflow),
        thrown("OutOfMemoryError", OutOfMemoryError::new),
        thrown("NoClassDefFoundError", NoClassDefFoundError::new),
        thrown("ExceptionInInitializerError", ThrowingJobsTest::initializerError),
        thrown("ThreadDeathOfOurs", ThreadDeathOfOurs::new),
        thrown("Unspeakable", Unspeakable::new),
        thrown("CauseOfItself", CauseOfItself::new));
  }

  private static Arguments thrown(String named, Supplier<Throwable> thrown) {
    return Arguments.of(named, thrown);
  }

  private static Throwable fault(String message) {
    return new IllegalStateException(message);
  }

  private static Throwable overflow() {
    return new StackOverflowError("as deep as it goes");
  }

  private static Throwable initializerError() {
    return new ExceptionInInitializerError("as a class that cannot be loaded does");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void jobWithoutAResultFails() throws Exception {
    var job =
        new Job() {
          @Override
          public String name() {
            return "hostile";
          }

          @Override
          public TimeoutType timeoutType() {
            return TimeoutType.IMAGES;
          }

          @Override
          @SuppressWarnings("NullAway") // what the compiler does not see in other people's jobs
          public JobResult run(JobContext context) {
            return null;
          }
        };

    assertEquals("FAILED", runs.beforeAnother(job, runs::write).state());
  }

  /** As {@code Thread.stop} once threw. */
  private static final class ThreadDeathOfOurs extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Throws again when it is asked what it is. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final AtomicInteger ASKED = new AtomicInteger();

    @Override
    public String getMessage() {
      throw new IllegalStateException("asked %d times".formatted(ASKED.incrementAndGet()));
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }

  private static final class CauseOfItself extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }
}
