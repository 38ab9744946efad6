package dev.nashra.worker;

import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job that runs on a thread of its own, and how it is stopped. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  /** How long a stopped job may take to notice; after that its thread counts as stuck. */
  private static final Duration NOTICE = Duration.ofMillis(500);

  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final int STACK_FRAMES = 40;
  private static final int LONGEST_ERROR = 20_000;

  /** Made beforehand, for when there is no memory left to make one. */
  private static final RunOutcome SPEECHLESS =
      new RunOutcome.Failed("it failed, and what it threw cannot be told");

  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();

  /** Completed when the job is told to stop. */
  private final CompletableFuture<RunOutcome> stopped = new CompletableFuture<>();

  private final Job job;
  private final JobContext context;
  private final Run run;
  private final Thread thread;

  private Attempt(Job job, JobContext context, Run run) {
    this.job = job;
    this.context = context;
    this.run = run;
    this.thread = Thread.ofPlatform().daemon().name("job-" + job.name()).unstarted(this::work);
  }

  static Attempt start(Job job, JobContext context, Run run) {
    Reserve.refill();
    var attempt = new Attempt(job, context, run);
    attempt.thread.start();
    return attempt;
  }

  /** On the job's own thread: whatever it does, the outcome is a value. */
  private void work() {
    try {
      outcome.complete(new RunOutcome.Done(perform()));
    } catch (Throwable e) {
      outcome.complete(failed(e));
    } finally {
      outcome.complete(SPEECHLESS); // if there is none yet
    }
  }

  private JobResult perform() throws Exception {
    var result = context.cancellation().call(() -> CurrentRun.call(run, () -> job.run(context)));
    return Objects.requireNonNull(result, "the job gave no result");
  }

  private RunOutcome failed(Throwable e) {
    var reason = context.cancellation().reason();
    return reason != null ? new RunOutcome.Stopped(reason) : new RunOutcome.Failed(stackTrace(e));
  }

  /**
   * Waits for the end. Past the timeout, or when it is told to stop, the job has a moment to
   * notice; whatever it does then, this returns. A null timeout never passes.
   */
  RunOutcome await(@Nullable Duration timeout) throws InterruptedException {
    var deadline = Deadline.in(timeout == null ? FOR_EVER : timeout);
    while (true) {
      try {
        return deadline.isPast() ? timedOut(deadline) : await(deadline);
      } catch (OutOfMemoryError _) {
        // This job or another has taken it all, even what it takes to stop one.
        if (deadline.isPast()) {
          wakeWithReserve();
        }
        Waiter.pause(MOMENT);
      }
    }
  }

  private RunOutcome await(Deadline deadline) throws InterruptedException {
    try {
      CompletableFuture.anyOf(outcome, stopped)
          .get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
      return stopped.isDone() ? awaitNotice() : outcome.join();
    } catch (TimeoutException _) {
      return timedOut(deadline);
    } catch (ExecutionException e) {
      throw new IllegalStateException("both futures complete with values only", e);
    }
  }

  private RunOutcome timedOut(Deadline deadline) throws InterruptedException {
    if (Reserve.isNeeded()) {
      wakeWithReserve();
    }
    var stack = stack();
    stop("timed out after %d s".formatted(deadline.whole().toSeconds()));
    awaitNotice();
    return new RunOutcome.TimedOut(deadline.whole(), stack);
  }

  /** Before anything that needs memory: whoever has it all takes what is free within a moment. */
  private void wakeWithReserve() {
    Reserve.free();
    thread.interrupt();
  }

  /** The job may still end it as it likes, for a moment. */
  private RunOutcome awaitNotice() throws InterruptedException {
    if (thread.join(NOTICE)) {
      return outcome.join();
    }
    LOG.warn("{} does not stop; its thread is left to itself at\n{}", job.name(), stack());
    return stopped.join();
  }

  /** Stops the job: interrupts it, cancels its calls and statements, kills its children. */
  void stop(String reason) {
    stopped.complete(new RunOutcome.Stopped(reason));
    try {
      // Not on this thread: stopping one thing may take time, and nobody here may be held up.
      Thread.ofPlatform()
          .daemon()
          .name("stop-" + job.name())
          .start(() -> context.cancellation().cancel(reason));
    } catch (OutOfMemoryError _) {
      context.cancellation().cancel(reason); // no room for a thread
    }
  }

  Job job() {
    return job;
  }

  Run run() {
    return run;
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /** What the thread is doing, and that of which run it is. */
  String describe() {
    return "%s (run %d)\n%s".formatted(job.name(), run.id(), stack());
  }

  private String stack() {
    return frames(thread.getStackTrace());
  }

  private static String frames(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .limit(STACK_FRAMES)
        .map(frame -> "  at " + frame)
        .collect(Collectors.joining("\n"));
  }

  private static String stackTrace(Throwable e) {
    try {
      var text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      return text.getBuffer().substring(0, Math.min(LONGEST_ERROR, text.getBuffer().length()));
    } catch (OutOfMemoryError _) {
      return e.getClass().getName();
    } catch (Throwable _) { // from its own code, when it is asked what it is
      return e.getClass().getName() + ", which cannot say more\n" + frames(e.getStackTrace());
    }
  }
}
