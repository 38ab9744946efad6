package dev.nashra.queue;

import dev.nashra.queue.Performance.Stop;
import dev.nashra.queue.TaskStore.WorkerCard;
import dev.nashra.time.Deadline;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the tasks of some queues in this process until it is stopped. */
public final class QueueWorker {
  private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Engine engine;
  private final List<QueueLine> lines;
  private final Heart heart;
  private final Watch watch;
  private final DueClock clock;
  private final Wakeups.Subscription bell;

  /** Guarded by this. */
  private boolean stopped;

  private QueueWorker(Engine engine, List<QueueRules> queues, WorkerCard card, Wakeups wakeups) {
    this.engine = engine;
    this.lines = queues.stream().map(queue -> new QueueLine(queue, engine)).toList();
    this.heart = new Heart(engine, card, lines);
    this.watch = new Watch(engine, heart, lines);
    this.clock = new DueClock(engine.store());
    this.bell = wakeups.listen(this::ring);
  }

  /** Begins to work these queues. */
  public static QueueWorker start(
      WorkerRules rules,
      List<QueueRules> queues,
      Handlers handlers,
      TaskStore store,
      Wakeups wakeups,
      TaskListener listener) {
    var card =
        new WorkerCard(
            rules.name(),
            queues.stream().map(QueueRules::name).toList(),
            queues.stream().mapToInt(QueueRules::workers).sum());
    var held = new Held();
    var settler = new Settler(store, held);
    var engine =
        new Engine(
            store.register(card, rules.lease()),
            rules,
            store,
            handlers,
            held,
            settler,
            new Engine.Tally(listener));
    var worker = new QueueWorker(engine, queues, card, wakeups);
    settler.start();
    worker.heart.start();
    worker.watch.start();
    worker.clock.start();
    worker.lines.forEach(QueueLine::start);
    return worker;
  }

  private void ring(String queue) {
    switch (queue) {
      case Wakeups.TAKEN_BACK -> heart.hurry();
      case Wakeups.LATER -> clock.hurry();
      case Wakeups.ANYTHING -> {
        lines.forEach(QueueLine::ring);
        clock.hurry();
      }
      default -> lines.stream().filter(line -> queue.equals(line.name())).forEach(QueueLine::ring);
    }
  }

  /** Attempts that have ended in this worker's life. */
  public long ended() {
    return engine.tally().count();
  }

  /** Its number among the workers. */
  public long id() {
    return engine.worker();
  }

  /**
   * Stops: begins nothing new and gives back what has not begun; what runs may finish within the
   * grace, then it is stopped and goes back to its queue too. Called twice, it stops once, and both
   * calls return when that is done.
   */
  public synchronized void stop(Duration grace) throws InterruptedException {
    if (stopped) {
      return;
    }
    stopped = true;
    lines.forEach(line -> engine.giveBack(line.drain()));
    if (!awaitIdle(grace)) {
      LOG.info("Stopping the tasks that still run");
      lines.forEach(line -> line.running().forEach(task -> task.stop(Stop.SHUTDOWN)));
      awaitIdle(Performance.NOTICE.plusMillis(500)); // the watch abandons those that do not notice
    }
    bell.close();
    watch.stop();
    clock.stop(LAST_WORDS);
    for (var line : lines) {
      line.awaitClaimed(LAST_WORDS);
    }
    heart.stop(LAST_WORDS);
    engine.settler().close(LAST_WORDS);
    unregister();
  }

  private boolean awaitIdle(Duration patience) throws InterruptedException {
    var deadline = Deadline.in(patience);
    var idle = true;
    for (var line : lines) {
      idle &= line.awaitIdle(deadline.left());
    }
    return idle;
  }

  private void unregister() {
    try {
      engine.store().unregister(engine.worker());
    } catch (RuntimeException e) {
      LOG.warn("The worker could not say goodbye; its lease will pass: {}", e.toString());
    }
  }
}
