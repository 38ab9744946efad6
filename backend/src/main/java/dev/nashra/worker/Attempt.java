package dev.nashra.worker;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
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
  private static final Duration NOTICE = Duration.ofSeconds(2);

  private static final int STACK_FRAMES = 40;

  private final CompletableFuture<RunOutcome> outcome = new CompletableFuture<>();
  private final Job job;
  private final JobContext context;
  private final Thread thread;

  private Attempt(Job job, JobContext context) {
    this.job = job;
    this.context = context;
    this.thread = Thread.ofPlatform().daemon().name("job-" + job.name()).unstarted(this::run);
  }

  static Attempt start(Job job, JobContext context) {
    var attempt = new Attempt(job, context);
    attempt.thread.start();
    return attempt;
  }

  /** On the job's own thread: whatever it does, the outcome is a value. */
  private void run() {
    try {
      outcome.complete(new RunOutcome.Done(perform()));
    } catch (Throwable e) {
      outcome.complete(failed(e));
    }
  }

  private JobResult perform() throws Exception {
    return context
        .cancellation()
        .call(() -> CurrentRun.call(context.runId(), () -> job.run(context)));
  }

  private RunOutcome failed(Throwable e) {
    var stopReason = context.cancellation().reason();
    return stopReason != null
        ? new RunOutcome.Stopped(stopReason)
        : new RunOutcome.Failed(stackTrace(e));
  }

  /** Waits for the end; past the timeout the job is stopped. A null timeout never passes. */
  RunOutcome await(@Nullable Duration timeout) throws InterruptedException {
    try {
      return timeout == null
          ? outcome.get()
          : outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return stopAt(timeout == null ? Duration.ZERO : timeout);
    } catch (ExecutionException e) {
      throw new IllegalStateException("run() completes with values only", e);
    }
  }

  private RunOutcome stopAt(Duration timeout) throws InterruptedException {
    var stack = stack();
    stop("timed out after %d s".formatted(timeout.toSeconds()));
    if (!thread.join(NOTICE)) {
      LOG.warn("{} does not stop; its thread is left to itself at\n{}", job.name(), stack());
    }
    return new RunOutcome.TimedOut(timeout, stack);
  }

  /** Stops the job: interrupts it, cancels its calls and statements, kills its children. */
  void stop(String reason) {
    context.cancellation().cancel(reason);
  }

  Job job() {
    return job;
  }

  private String stack() {
    return Arrays.stream(thread.getStackTrace())
        .limit(STACK_FRAMES)
        .map(frame -> "  at " + frame)
        .collect(Collectors.joining("\n"));
  }

  private static String stackTrace(Throwable e) {
    var text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
