package dev.nashra.store;

import dev.nashra.queue.Wakeups;
import dev.nashra.time.Waiter;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells workers on all machines that a queue was added to, by NOTIFY and LISTEN.
 *
 * <p>It rings after the commit and on a connection of its own. PostgreSQL lets transactions that
 * notify commit only one after the other, so a ring in the transactions themselves would slow down
 * everybody who adds; and a thousand additions at once need no more than a ring or two. The first
 * ring after a silence goes out at once. Workers of this process are told directly, without the way
 * over the database.
 */
public final class TaskBell implements Wakeups, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskBell.class);
  private static final String CHANNEL = "nashra_tasks";

  /** From one ring to the next. */
  private static final Duration SILENCE = Duration.ofMillis(5);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How long the listening connection may be silent before it is asked whether it lives. */
  private static final Duration LISTENING = Duration.ofSeconds(10);

  /** A lost ring costs a poll interval, so it does not wait for the disk. */
  private static final String NOTIFY =
      """
      select set_config('synchronous_commit', 'off', true), pg_notify(:channel, :bell || ' ' || q)
      from unnest(:queues) q""";

  private final Database database;

  /** By this, we know our own rings when they come back. */
  private final String id = Long.toHexString(new SecureRandom().nextLong());

  private final List<Consumer<String>> near = new CopyOnWriteArrayList<>();

  /** Guarded by itself, as are the two below. */
  private final Set<String> toRing = new LinkedHashSet<>();

  private @Nullable Thread ringer;
  private boolean closed;

  public TaskBell(Database database) {
    this.database = database;
  }

  /** Rings for a queue: here at once, elsewhere soon; does not wait for it. */
  void ring(String queue) {
    near.forEach(listener -> listener.accept(queue));
    synchronized (toRing) {
      if (!closed && toRing.add(queue)) {
        if (ringer == null) {
          ringer = Thread.ofPlatform().daemon().name("task-bell").start(this::ringUntilClosed);
        }
        toRing.notifyAll();
      }
    }
  }

  private void ringUntilClosed() {
    try {
      for (var queues = next(); !queues.isEmpty(); queues = next()) {
        ring(queues);
        Waiter.pause(SILENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Empty when the bell is closed and has rung for everything. */
  private List<String> next() throws InterruptedException {
    synchronized (toRing) {
      while (toRing.isEmpty() && !closed) {
        toRing.wait();
      }
      var queues = new ArrayList<>(toRing);
      toRing.clear();
      return queues;
    }
  }

  private void ring(List<String> queues) {
    try {
      database.inEngineStatement(
          handle ->
              handle
                  .createQuery(NOTIFY)
                  .bind("channel", CHANNEL)
                  .bind("bell", id)
                  .bindArray("queues", String.class, queues)
                  .mapTo(String.class)
                  .list());
    } catch (RuntimeException e) {
      // The workers look by themselves too.
      LOG.debug("The bell could not be rung", e);
    }
  }

  @Override
  public Subscription listen(Consumer<String> queue) {
    var listener = new Listener(queue);
    near.add(queue);
    listener.thread.start();
    return listener;
  }

  /** Rings for what is left, then no more. */
  @Override
  public void close() {
    Thread last;
    synchronized (toRing) {
      closed = true;
      last = ringer;
      toRing.notifyAll();
    }
    try {
      if (last != null) {
        last.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Listener implements Subscription {
    private final Consumer<String> onRing;
    private final Thread thread =
        Thread.ofPlatform().daemon().name("task-listener").unstarted(this::run);
    private volatile boolean stopped;
    private volatile @Nullable Connection connection;

    Listener(Consumer<String> onRing) {
      this.onRing = onRing;
    }

    private void run() {
      try {
        while (!stopped) {
          listenOnce();
          Waiter.pause(Duration.ofSeconds(1));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // close() does that
      }
    }

    /** Until the connection breaks. */
    private void listenOnce() {
      try (var opened = database.connectAlone(PATIENCE)) {
        connection = opened;
        try (var statement = opened.createStatement()) {
          statement.execute("listen " + CHANNEL);
        }
        onRing.accept(ANYTHING); // whatever was rung while nobody listened
        while (!stopped) {
          hear(opened);
        }
      } catch (SQLException e) {
        LOG.debug("Not listening", e);
      }
    }

    private void hear(Connection opened) throws SQLException {
      var rings = opened.unwrap(PGConnection.class).getNotifications((int) LISTENING.toMillis());
      if (rings == null || rings.length == 0) {
        if (!opened.isValid((int) PATIENCE.toSeconds())) {
          throw new SQLException("the listening connection is dead");
        }
        return;
      }
      for (var ring : rings) {
        hear(ring.getParameter());
      }
    }

    private void hear(String ring) {
      var from = ring.substring(0, Math.max(0, ring.indexOf(' ')));
      if (!from.equals(id)) { // else it was heard here when it was rung
        onRing.accept(ring.substring(ring.indexOf(' ') + 1));
      }
    }

    @Override
    public void close() {
      near.remove(onRing);
      stopped = true;
      thread.interrupt();
      var open = connection;
      try {
        if (open != null) {
          open.abort(Runnable::run); // it waits for an answer, which no interrupt ends
        }
      } catch (SQLException e) {
        LOG.debug("The listening connection could not be closed", e);
      }
    }
  }
}
