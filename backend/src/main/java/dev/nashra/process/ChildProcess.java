package dev.nashra.process;

import dev.nashra.process.Command.Signal;
import dev.nashra.time.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A child process that runs. Closing it, or cancelling the cancellation that it was started in,
 * kills it with all its descendants.
 */
public final class ChildProcess implements AutoCloseable {
  /** How long the last output of a child may take to reach us after its end. */
  private static final long LAST_WORDS_MILLIS = 2_000;

  private final Command command;
  private final Process process;
  private final ProcessTree tree;
  private final Cancellation cancellation;
  private final Cancellation.Registration registration;

  /** Guarded by itself. */
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  private final Tail errors;
  private final @Nullable Drain outputDrain;
  private final @Nullable Drain errorDrain;
  private final AtomicReference<@Nullable RuntimeException> feedFailure = new AtomicReference<>();

  private ChildProcess(Command command, Process process, String mark) {
    this.command = command;
    this.process = process;
    tree = new ProcessTree(process.toHandle(), mark);
    errors = new Tail(Math.max(1, command.capture().errorBytes()));
    if (command.capture().log() == null) {
      var name = "child-" + process.pid();
      outputDrain =
          Drain.keepingFirst(
              name + "-out", process.getInputStream(), output, command.capture().outputBytes());
      errorDrain = Drain.keepingLast(name + "-err", process.getErrorStream(), errors);
    } else {
      outputDrain = null;
      errorDrain = null;
    }
    cancellation = Cancellation.current();
    registration = cancellation.onCancel(this::kill);
    // What it leaves behind is cleared away when it ends, also when nobody waits for it.
    var _ = process.onExit().thenRun(this::close);
  }

  /** Whether children end even when this process is killed by {@code kill -9}. */
  public static boolean diesWithUs() {
    return Launcher.childrenDieWithUs();
  }

  static ChildProcess start(Command command) {
    try {
      var mark = UUID.randomUUID().toString();
      return new ChildProcess(command, Launcher.start(command, mark), mark);
    } catch (IOException e) {
      throw new NotStartedException(command, e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes, on some thread, when the child has ended for whatever reason. */
  public CompletableFuture<ChildProcess> onExit() {
    return process.onExit().thenApply(_ -> this);
  }

  /** Its standard input, for callers that talk with it. */
  public OutputStream stdin() {
    return process.getOutputStream();
  }

  /** The last that it wrote to standard error, for callers that watch it. */
  public String errors() {
    return errors.text();
  }

  /** Waits for the child's own end and for all its output; kills it after the timeout. */
  public Outcome await(Duration timeout) throws InterruptedException {
    try {
      var ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
      kill();
      awaitLastWords();
      cancellation.throwIfCancelled();
      throwFeedFailure();
      return ended
          ? new Outcome.Exited(process.exitValue(), outputBytes(), errors.text())
          : new Outcome.TimedOut(timeout, errors.text());
    } finally {
      close();
    }
  }

  /** Sends a signal and waits for the end; kills everything when that takes too long. */
  public void stop(Signal signal, Duration grace) throws InterruptedException {
    try {
      signal(signal);
      process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      close();
    }
  }

  /** Sends a signal to the child alone. */
  public void signal(Signal signal) throws InterruptedException {
    switch (signal) {
      case KILL -> process.destroyForcibly();
      case TERM -> process.destroy();
      case INT, QUIT ->
          // Java knows no other signals. The shell has kill built in on every machine.
          Command.of("sh", "-c", "kill -" + signal + " " + pid()).run(Duration.ofSeconds(5));
    }
  }

  /** Kills the child and all its descendants; nothing happens when they have ended. */
  @Override
  public void close() {
    registration.close();
    kill();
  }

  /** Writes standard input on a thread of its own, so that the caller can wait with a timeout. */
  void feed(Input input) {
    Thread.ofPlatform().daemon().name("child-" + pid() + "-in").start(() -> write(input));
  }

  private void write(Input input) {
    try (var stdin = process.getOutputStream()) {
      input.writeTo(stdin);
    } catch (IOException e) {
      // It reads no more. Its exit code and its last words say why.
    } catch (RuntimeException e) {
      feedFailure.set(e);
      kill();
    }
  }

  private void throwFeedFailure() {
    var failure = feedFailure.get();
    if (failure != null) {
      throw new IllegalStateException("the input of " + command.name() + " failed", failure);
    }
  }

  private void kill() {
    tree.kill();
  }

  private void awaitLastWords() throws InterruptedException {
    if (outputDrain != null && errorDrain != null) {
      outputDrain.await(LAST_WORDS_MILLIS);
      errorDrain.await(LAST_WORDS_MILLIS);
    }
  }

  private byte[] outputBytes() {
    synchronized (output) {
      return output.toByteArray();
    }
  }
}
