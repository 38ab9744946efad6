package dev.nashra.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Stores what many bring at the same time in one transaction: whoever comes while one is under way
 * waits for it, and the first of those then stores the updates of all that wait.
 *
 * <p>Nobody is told that an update is stored before it is; and nobody waits who comes alone.
 */
public final class GroupedInbox implements UpdateInbox {
  private final UpdateInbox inbox;

  /** Held by the one that stores. */
  private final ReentrantLock storing = new ReentrantLock();

  /** Guarded by itself. */
  private final List<Bringer> waiting = new ArrayList<>();

  public GroupedInbox(UpdateInbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void accept(long bot, List<Update> updates) {
    var me = new Bringer(bot, updates);
    synchronized (waiting) {
      waiting.add(me);
    }
    storing.lock();
    try {
      if (!me.isOver) {
        store(takeGroup(bot));
      }
    } finally {
      storing.unlock();
    }
    if (me.failure != null) {
      throw me.failure;
    }
  }

  /** How many wait for their turn. */
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }

  /** All that wait with updates of this bot. */
  private List<Bringer> takeGroup(long bot) {
    synchronized (waiting) {
      var group = waiting.stream().filter(bringer -> bringer.bot == bot).toList();
      waiting.removeAll(group);
      return group;
    }
  }

  private void store(List<Bringer> group) {
    RuntimeException failure = null;
    try {
      var all = group.stream().flatMap(bringer -> bringer.updates.stream()).toList();
      inbox.accept(group.getFirst().bot, all);
    } catch (RuntimeException e) {
      failure = e;
    }
    for (var bringer : group) {
      bringer.isOver = true;
      bringer.failure = failure;
    }
  }

  /** One who brings updates; its state is guarded by the lock of the one that stores. */
  private static final class Bringer {
    private final long bot;
    private final List<Update> updates;
    private boolean isOver;
    private @Nullable RuntimeException failure;

    Bringer(long bot, List<Update> updates) {
      this.bot = bot;
      this.updates = updates;
    }
  }
}
