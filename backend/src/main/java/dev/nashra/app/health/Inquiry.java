package dev.nashra.app.health;

import dev.nashra.time.Stopwatch;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a source that may be slow, or away: only so often, however many want to know, and never
 * waiting longer than it must.
 */
final class Inquiry<T> {
  private final String name;
  private final Supplier<T> source;
  private final Duration fresh;
  private final Duration patience;

  /** Guarded by this, as are the others. */
  private @Nullable FutureTask<T> asking;

  private @Nullable Reply<T> reply;
  private @Nullable Stopwatch sinceReply;

  /**
   * @param source may block, and fail
   * @param fresh how long a reply is good
   * @param patience how long whoever asks waits for one
   */
  Inquiry(String name, Supplier<T> source, Duration fresh, Duration patience) {
    this.name = name;
    this.source = source;
    this.fresh = fresh;
    this.patience = patience;
  }

  /** What came of asking. */
  sealed interface Reply<T> {
    record Answer<T>(T value) implements Reply<T> {}

    record Late<T>(Duration patience) implements Reply<T> {}

    record Failure<T>(Throwable cause) implements Reply<T> {}

    /** Whoever asked is being stopped. */
    record Interrupted<T>() implements Reply<T> {}
  }

  synchronized Reply<T> ask() {
    var known = reply;
    if (known != null && sinceReply != null && sinceReply.elapsed().compareTo(fresh) < 0) {
      return known;
    }
    var next = askAnew();
    reply = next;
    sinceReply = new Stopwatch();
    return next;
  }

  /** One that was late is waited for again: never two at a time. */
  private Reply<T> askAnew() {
    var task = asking;
    if (task == null || task.isDone()) {
      task = new FutureTask<>(source::get);
      asking = task;
      Thread.ofVirtual().name(name).start(task);
    }
    try {
      return new Reply.Answer<>(task.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return new Reply.Late<>(patience);
    } catch (ExecutionException e) {
      return new Reply.Failure<>(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Reply.Interrupted<>();
    }
  }
}
