package dev.nashra.queue;

import dev.nashra.queue.TaskStore.Claims;
import dev.nashra.queue.TaskStore.Wanted;
import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue in one process: a thread that claims, and threads that do what it has claimed.
 *
 * <p>Short tasks are claimed ahead, as many as the threads finish in a moment; long ones are not,
 * so that they can begin elsewhere.
 */
final class QueueLine {
  private static final Logger LOG = LoggerFactory.getLogger(QueueLine.class);

  /** How much work is claimed ahead. */
  private static final Duration AHEAD = Duration.ofMillis(25);

  /** After this, what is claimed ahead is given back: the tasks before it are longer than usual. */
  private static final Duration STALE = Duration.ofSeconds(1);

  private static final int MOST_AHEAD = 400;
  private static final Duration RETRY = Duration.ofMillis(500);

  private final QueueRules rules;
  private final Verdict verdict;
  private final Engine engine;
  private final Thread claimer;
  private final Set<Performance> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threads = new AtomicInteger();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition taskArrived = lock.newCondition();
  private final Condition roomOrRing = lock.newCondition();

  /** Guarded by the lock, as are those below. */
  private final Deque<Task> claimed = new ArrayDeque<>();

  private int busy;
  private boolean rung;
  private boolean draining;

  /** How long nothing of what is claimed ahead has begun. */
  private Deadline stale = Deadline.in(STALE);

  /** Of the last attempts, in nanoseconds; long until something is known. */
  private double usualNanos = AHEAD.toNanos();

  QueueLine(QueueRules rules, Engine engine) {
    this.rules = rules;
    this.engine = engine;
    this.claimer =
        Thread.ofPlatform()
            .daemon()
            .name("queue-" + rules.name())
            .unstarted(this::claimUntilDraining);
    this.verdict = new Verdict(rules, () -> ThreadLocalRandom.current().nextLong());
  }

  void start() {
    for (var i = 0; i < rules.workers(); i++) {
      startThread();
    }
    claimer.start();
  }

  private void startThread() {
    var name = "task-%s-%d".formatted(rules.name(), threads.incrementAndGet());
    Thread.ofPlatform().daemon().name(name).start(this::workUntilDraining);
  }

  // claiming

  private void claimUntilDraining() {
    try {
      for (var room = awaitRoom(); room > 0; room = awaitRoom()) {
        claim(room);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many to claim; 0 when no more are to be claimed. */
  private int awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!draining && !isWorthClaiming()) {
        roomOrRing.await();
      }
      rung = false;
      return draining ? 0 : rules.workers() + ahead() - busy - claimed.size();
    } finally {
      lock.unlock();
    }
  }

  private boolean isWorthClaiming() {
    var most = rules.workers() + ahead();
    var has = busy + claimed.size();
    return ahead() == 0 ? has < most : has <= most / 2;
  }

  private int ahead() {
    return Math.clamp((long) (rules.workers() * (AHEAD.toNanos() / usualNanos - 1)), 0, MOST_AHEAD);
  }

  private void claim(int room) throws InterruptedException {
    try {
      var wanted =
          new Wanted(
              rules.name(),
              engine.worker(),
              room,
              Math.min(room, rules.workers()),
              engine.rules().limits());
      var claims = engine.held().claim(() -> engine.store().claim(wanted));
      accept(claims.tasks());
      if (claims.tasks().size() < room) {
        awaitRing(claims);
      }
    } catch (RuntimeException e) {
      LOG.warn("Nothing could be claimed from {}: {}", rules.name(), e.toString());
      Waiter.pause(RETRY);
    }
  }

  /** What comes in while it drains is given back when the worker says goodbye. */
  private void accept(List<Task> tasks) {
    lock.lock();
    try {
      tasks.stream().filter(task -> task.owner() == null).forEach(claimed::addLast);
      // Those whose tokens are taken go first.
      tasks.reversed().stream().filter(task -> task.owner() != null).forEach(claimed::addFirst);
      taskArrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** There was no more to claim: until somebody rings, or it is time to look. */
  private void awaitRing(Claims claims) throws InterruptedException {
    var turn = claims.untilTurn();
    var patience =
        turn == null || turn.compareTo(engine.rules().poll()) > 0 ? engine.rules().poll() : turn;
    lock.lock();
    try {
      var nanos = patience.toNanos();
      while (!rung && !draining && nanos > 0) {
        nanos = roomOrRing.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }

  /** There may be something to claim. */
  void ring() {
    lock.lock();
    try {
      rung = true;
      roomOrRing.signalAll();
    } finally {
      lock.unlock();
    }
  }

  // working

  private void workUntilDraining() {
    try {
      for (var task = next(null); task != null; ) {
        var performance = new Performance(task, engine.handlers(), verdict);
        running.add(performance);
        var end = perform(performance);
        if (!running.remove(performance)) {
          return; // It was abandoned, and another thread has taken its place.
        }
        engine.ended(performance, end);
        task = next(performance);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The next task; null when there is none any more.
   *
   * @param done what this thread has done before; null when it comes for the first time
   */
  private @Nullable Task next(@Nullable Performance done) throws InterruptedException {
    lock.lock();
    try {
      if (done != null) {
        noLongerBusy(done);
      }
      while (claimed.isEmpty() && !draining) {
        taskArrived.await();
      }
      if (draining) {
        return null;
      }
      busy++;
      stale = Deadline.in(STALE);
      return claimed.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Settlement> perform(Performance performance) {
    var task = performance.task();
    return task.past().rescues() >= Verdict.MOST_RESCUES
        ? Optional.of(verdict.onRescues(task))
        : performance.run(engine.store());
  }

  /** Called with the lock. */
  private void noLongerBusy(Performance done) {
    busy--;
    usualNanos += (done.elapsed().toNanos() - usualNanos) / 8;
    usualNanos = Math.max(usualNanos, 1000);
    if (draining || isWorthClaiming()) {
      roomOrRing.signalAll();
    }
  }

  // watching and stopping

  String name() {
    return rules.name();
  }

  Set<Performance> running() {
    return running;
  }

  /** Gives up waiting for a thread that ignores its stop, and puts another one in its place. */
  void abandon(Performance performance) {
    if (running.remove(performance)) {
      LOG.error(
          "Task {} ({}) does not stop; its thread is left to itself at\n{}",
          performance.task().id(),
          performance.task().kind(),
          performance.currentStack());
      engine.ended(performance, performance.abandon());
      lock.lock();
      try {
        noLongerBusy(performance);
      } finally {
        lock.unlock();
      }
      startThread();
    }
  }

  /** Claims no more and begins nothing; gives what it had claimed ahead. */
  List<Task> drain() {
    lock.lock();
    try {
      draining = true;
      roomOrRing.signalAll();
      taskArrived.signalAll();
      return takeClaimed();
    } finally {
      lock.unlock();
    }
  }

  /** What is claimed ahead and has to wait longer than was thought. */
  List<Task> takeStale() {
    lock.lock();
    try {
      return stale.isPast() ? takeClaimed() : List.of();
    } finally {
      lock.unlock();
    }
  }

  /** What is claimed ahead. */
  List<Task> takeClaimed() {
    lock.lock();
    try {
      var tasks = new ArrayList<>(claimed);
      claimed.clear();
      roomOrRing.signalAll();
      return tasks;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the claim that is under way end, after {@link #drain}. */
  void awaitClaimed(Duration patience) throws InterruptedException {
    claimer.join(patience);
  }

  boolean awaitIdle(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      var nanos = patience.toNanos();
      while (busy > 0 && nanos > 0) {
        nanos = roomOrRing.awaitNanos(nanos);
      }
      return busy == 0;
    } finally {
      lock.unlock();
    }
  }
}
