package dev.nashra.queue;

import dev.nashra.queue.TaskStore.Claims;
import dev.nashra.queue.TaskStore.Wanted;
import dev.nashra.time.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One queue in one process: a thread that claims, and threads that do what it has claimed. */
final class QueueLine {
  private static final Logger LOG = LoggerFactory.getLogger(QueueLine.class);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final QueueRules rules;
  private final Verdict verdict;
  private final Engine engine;
  private final Backlog backlog;
  private final Thread claimer;
  private final Set<Performance> running = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threads = new AtomicInteger();

  QueueLine(QueueRules rules, Engine engine) {
    this.rules = rules;
    this.engine = engine;
    this.verdict = new Verdict(rules, () -> ThreadLocalRandom.current().nextLong());
    this.backlog = new Backlog(rules.workers());
    this.claimer =
        Thread.ofPlatform()
            .daemon()
            .name("queue-" + rules.name())
            .unstarted(this::claimUntilDraining);
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

  private void claimUntilDraining() {
    try {
      for (var room = backlog.awaitRoom(); room > 0; room = backlog.awaitRoom()) {
        claim(room);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claim(int room) throws InterruptedException {
    var limits = engine.rules().limits();
    var wanted =
        new Wanted(rules.name(), engine.worker(), room, Math.min(room, rules.workers()), limits);
    try {
      var claims = engine.held().claim(() -> engine.store().claim(wanted));
      backlog.accept(claims.tasks());
      if (claims.tasks().size() < room) {
        backlog.awaitRing(patience(claims)); // There was no more to claim.
      }
    } catch (RuntimeException e) {
      LOG.warn("Nothing could be claimed from {}: {}", rules.name(), e.toString());
      Waiter.pause(RETRY);
    }
  }

  private Duration patience(Claims claims) {
    var turn = claims.untilMore();
    var poll = engine.rules().poll();
    return turn == null || turn.compareTo(poll) > 0 ? poll : turn;
  }

  private void workUntilDraining() {
    try {
      for (var task = backlog.next(null); task != null; ) {
        var performance = new Performance(task, engine.handlers(), verdict);
        running.add(performance);
        var end = perform(performance);
        if (!running.remove(performance)) {
          return; // It was abandoned, and another thread has taken its place.
        }
        engine.ended(performance, end);
        task = backlog.next(performance);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Settlement> perform(Performance performance) {
    var task = performance.task();
    return task.past().rescues() >= Verdict.MOST_RESCUES
        ? Optional.of(verdict.onRescues(task))
        : performance.run(engine.store());
  }

  String name() {
    return rules.name();
  }

  Set<Performance> running() {
    return running;
  }

  /** There may be something to claim. */
  void ring() {
    backlog.ring();
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
      backlog.over(performance);
      startThread();
    }
  }

  /** Claims no more and begins nothing; gives what it had claimed ahead. */
  List<Task> drain() {
    return backlog.drain();
  }

  /** What it has claimed ahead and has to wait longer than was thought. */
  List<Task> takeStale() {
    return backlog.takeStale();
  }

  /** What it has claimed ahead and not begun. */
  List<Task> takeClaimed() {
    return backlog.takeClaimed();
  }

  /** Lets the claim that is under way end, after {@link #drain}. */
  void awaitClaimed(Duration patience) throws InterruptedException {
    claimer.join(patience);
  }

  boolean awaitIdle(Duration patience) throws InterruptedException {
    return backlog.awaitIdle(patience);
  }
}
