package dev.nashra.queue;

import dev.nashra.queue.Settlement.Again;
import dev.nashra.queue.Settlement.Bury;
import dev.nashra.queue.Settlement.Complete;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What follows from how an attempt ended: the policy of retries, in one place. */
final class Verdict {
  /** A task that so many workers died with is likely what killed them. */
  static final int MOST_RESCUES = 5;

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final int MOST_ERROR_CHARACTERS = 16_000;

  private final QueueRules rules;
  private final RandomGenerator random;

  Verdict(QueueRules rules, RandomGenerator random) {
    this.rules = rules;
    this.random = random;
  }

  Duration timeout(Task task) {
    return rules.timeout(task);
  }

  /** Whether a failure of this attempt would be the task's last. */
  boolean isLast(Task task) {
    return task.past().failures() + 1 >= rules.attempts(task);
  }

  Settlement on(Task task, TaskOutcome outcome) {
    return switch (outcome) {
      case TaskOutcome.Done(String note) -> new Complete(Attempt.of(task), shortened(note));
      case TaskOutcome.Retry(String why, Duration after) -> again(task, after, false, why);
      case TaskOutcome.Dead(String why) -> bury(task, why);
    };
  }

  Settlement onException(Task task, Throwable e) {
    return isOfOutside(e) ? again(task, null, false, stack(e)) : surprise(task, stack(e));
  }

  /** The database was away; it is nobody's bug. */
  Settlement onOutage(Task task, Throwable e) {
    return again(task, null, false, stack(e));
  }

  /** A bug, most likely; but let it be a hiccup once. */
  private Settlement surprise(Task task, String error) {
    return task.past().surprises() > 0 ? bury(task, error) : again(task, null, true, error);
  }

  Settlement onRescues(Task task) {
    return bury(
        task,
        "its worker died %d times while it ran; it is not tried again"
            .formatted(task.past().rescues()));
  }

  Settlement onTimeout(Task task, String stack) {
    var seconds = rules.timeout(task).toMillis() / 1000.0;
    return again(task, null, false, "timed out after %s s at\n%s".formatted(seconds, stack));
  }

  private static boolean isOfOutside(Throwable e) {
    return e instanceof IOException
        || e instanceof UncheckedIOException
        || e instanceof TimeoutException;
  }

  private Settlement again(Task task, @Nullable Duration asked, boolean surprise, String error) {
    if (isLast(task)) {
      return bury(task, error);
    }
    var usual = rules.backoff().after(task.past().failures() + 1, random);
    var wait = asked == null ? usual : asked;
    var bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    return new Again(Attempt.of(task), bounded, surprise, shortened(error));
  }

  private static Settlement bury(Task task, String error) {
    return new Bury(Attempt.of(task), shortened(error));
  }

  private static String shortened(String error) {
    var text = error.replace('\0', '\ufffd'); // PostgreSQL has no text with it
    return text.length() <= MOST_ERROR_CHARACTERS
        ? text
        : text.substring(0, MOST_ERROR_CHARACTERS) + "…";
  }

  private static String stack(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
