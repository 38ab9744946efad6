package dev.nashra.queue;

import dev.nashra.queue.Performance.Stop;
import dev.nashra.time.Deadline;
import dev.nashra.time.Stopwatch;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a worker's lease, finds out what it has lost, and rescues what dead workers held.
 *
 * <p>It beats at once when a task was taken back somewhere.
 */
final class Heart {
  private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
  private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

  private final Engine engine;
  private final TaskStore.WorkerCard card;
  private final List<QueueLine> lines;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("task-heart").unstarted(this::beatUntilStopped);

  /** Since the last beat that the database answered began. */
  private volatile Stopwatch sinceBeat = new Stopwatch();

  private Deadline nextSweep = Deadline.in(SWEEP_EVERY);

  /** Guarded by this, as is the other. */
  private boolean hurried;

  private boolean stopped;

  Heart(Engine engine, TaskStore.WorkerCard card, List<QueueLine> lines) {
    this.engine = engine;
    this.card = card;
    this.lines = lines;
  }

  void start() {
    thread.start();
  }

  private void beatUntilStopped() {
    try {
      var steady = beat(false);
      while (pause(engine.rules().heartbeat())) {
        steady = beat(steady);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param steady whether the beat before this one was answered: after an outage every lease has
   *     passed, and the living must have time to say that they live
   */
  private boolean beat(boolean steady) {
    try {
      var begun = new Stopwatch();
      engine.store().heartbeat(engine.worker(), card, engine.held().size(), engine.rules().lease());
      sinceBeat = begun;
      stopLost();
      if (steady && engine.store().rescue() > 0) {
        lines.forEach(QueueLine::ring);
      }
      if (nextSweep.isPast()) {
        nextSweep = Deadline.in(SWEEP_EVERY);
        engine.store().sweep(engine.rules().retention());
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The heartbeat was not heard: {}", e.toString());
      return false;
    }
  }

  private void stopLost() {
    var lost = engine.held().reconcile(engine.store(), engine.worker());
    if (lost.isEmpty()) {
      return;
    }
    for (var line : lines) {
      line.running().stream()
          .filter(performance -> lost.contains(Attempt.of(performance.task())))
          .forEach(performance -> performance.stop(Stop.LOST));
    }
  }

  /** Gives whether to go on. */
  private synchronized boolean pause(Duration duration) throws InterruptedException {
    var end = Deadline.in(duration);
    while (!hurried && !stopped && !end.isPast()) {
      wait(Math.max(1, end.left().toMillis()));
    }
    hurried = false;
    return !stopped;
  }

  synchronized void hurry() {
    hurried = true;
    notifyAll();
  }

  /** Whether others may take our tasks for lost by now. */
  boolean leaseIsDoubtful() {
    return sinceBeat.elapsed().compareTo(engine.rules().trust()) > 0;
  }

  /** Lets the statement that is under way end. */
  void stop(Duration patience) throws InterruptedException {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    thread.join(patience);
  }
}
