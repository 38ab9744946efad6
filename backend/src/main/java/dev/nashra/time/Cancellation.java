package dev.nashra.time;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be stopped when a piece of work is stopped: threads, HTTP calls, child processes.
 *
 * <p>Work is run inside a cancellation ({@link #call}); whatever it starts registers how it is
 * stopped ({@link #onCancel}). Cancelling runs all of these, the newest first, and everything that
 * registers later is stopped at once. Work outside any cancellation sees one that is never
 * cancelled.
 */
public final class Cancellation {
  private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);
  private static final ScopedValue<Cancellation> CURRENT = ScopedValue.newInstance();

  /** Guarded by itself, as is {@link #reason}. */
  private final Deque<Registration> registrations = new ArrayDeque<>();

  private @Nullable String reason;

  private final @Nullable Object work;

  public Cancellation() {
    this(null);
  }

  /**
   * @param work names what this stops, for whoever must know on whose behalf a call is made
   */
  public Cancellation(@Nullable Object work) {
    this.work = work;
  }

  /** What this stops, when it is named by such an object. */
  public <T> Optional<T> work(Class<T> type) {
    return type.isInstance(work) ? Optional.of(type.cast(work)) : Optional.empty();
  }

  /** The cancellation around the calling code; one that nobody can cancel when there is none. */
  public static Cancellation current() {
    return CURRENT.isBound() ? CURRENT.get() : new Cancellation();
  }

  /**
   * Runs the work inside this cancellation on the calling thread, which is interrupted when it is
   * cancelled.
   */
  public <T> T call(Callable<T> work) throws Exception {
    var thread = Thread.currentThread();
    try (var _ = onCancel(thread::interrupt)) {
      return ScopedValue.where(CURRENT, this).call(work::call);
    }
  }

  /**
   * Registers how something is stopped, until the registration is closed. When this is cancelled
   * already, it is stopped before the call returns.
   */
  public Registration onCancel(Runnable stop) {
    var registration = new Registration(stop);
    synchronized (registrations) {
      if (reason == null) {
        registrations.push(registration);
        return registration;
      }
    }
    registration.stop();
    return registration;
  }

  /** Stops everything registered; only the first call has an effect. */
  public void cancel(String because) {
    Deque<Registration> registered;
    synchronized (registrations) {
      if (reason != null) {
        return;
      }
      registered = new ArrayDeque<>(registrations); // first, for there may be no memory for it
      reason = because;
      registrations.clear();
    }
    registered.forEach(Registration::stop);
  }

  public boolean isCancelled() {
    return reason() != null;
  }

  /** Throws when this has been cancelled: for loops that neither wait nor call anything. */
  public void throwIfCancelled() {
    var because = reason();
    if (because != null) {
      throw new CancellationException(because);
    }
  }

  /** Why this was cancelled; null while it is not. */
  public @Nullable String reason() {
    synchronized (registrations) {
      return reason;
    }
  }

  /** One thing to stop; closing it means that it needs no stopping any more. */
  public final class Registration implements AutoCloseable {
    private final Runnable stop;

    /** Guarded by this. */
    private boolean isClosed;

    private Registration(Runnable stop) {
      this.stop = stop;
    }

    private synchronized void stop() {
      if (isClosed) {
        return;
      }
      try {
        stop.run();
      } catch (RuntimeException | Error e) {
        // The others must still be stopped.
        LOG.warn("Something could not be stopped", e);
      }
    }

    /**
     * Waits while it is being stopped: once closed, what it would stop may serve somebody else, as
     * a connection of a pool does.
     */
    @Override
    public void close() {
      synchronized (registrations) {
        registrations.remove(this);
      }
      synchronized (this) {
        isClosed = true;
      }
    }
  }
}
