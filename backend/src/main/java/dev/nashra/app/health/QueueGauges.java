package dev.nashra.app.health;

import dev.nashra.app.QueueBounds;
import dev.nashra.app.health.Inquiry.Reply;
import dev.nashra.queue.QueueHealth;
import dev.nashra.queue.QueueHealth.QueueLength;
import dev.nashra.queue.QueueHealth.WorkerLine;
import dev.nashra.telemetry.Meters;
import dev.nashra.telemetry.Meters.Row;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@code nashra queue health}, over all workers. The database is asked every few
 * seconds at most; while it is away there are none.
 */
public final class QueueGauges {
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Inquiry<QueueHealth> inquiry;
  private final QueueBounds bounds;
  private final Meters meters;

  private QueueGauges(Supplier<QueueHealth> health, QueueBounds bounds, Meters meters) {
    this.inquiry = new Inquiry<>("queue-health", health, FRESH, PATIENCE);
    this.bounds = bounds;
    this.meters = meters;
  }

  /**
   * Shows them.
   *
   * @param health asks the database; may block, and fail
   */
  public static void show(Supplier<QueueHealth> health, QueueBounds bounds, Meters meters) {
    var gauges = new QueueGauges(health, bounds, meters);
    gauges.showQueues();
    gauges.showWorkers();
    gauges.showOwners();
  }

  private void showQueues() {
    rows("nashra.queue.tasks", "Tasks by state", QueueGauges::states);
    perQueue(
        "nashra.queue.oldest.ready.seconds",
        "How long the first task that could begin has waited; 0: none waits",
        queue -> seconds(queue.oldestReady()));
    perQueue(
        "nashra.queue.paused",
        "Whether nothing new is begun: 1 or 0",
        queue -> queue.paused() ? 1 : 0);
    perQueue(
        "nashra.queue.done.per.minute",
        "Tasks done within the last minute",
        queue -> queue.lastMinute().finished());
    perQueue(
        "nashra.queue.failures.per.minute",
        "Attempts that failed within the last minute",
        queue -> queue.lastMinute().failed());
    perQueue(
        "nashra.queue.usual.seconds",
        "How long the attempts took on average that were done within the last minute",
        queue -> seconds(queue.lastMinute().usual()));
    rows(
        "nashra.queue.bounds.broken",
        "Bounds of the queues that are broken, as nashra queue health says",
        health -> Stream.of(new Row(bounds.broken(health).size())));
  }

  private static Stream<Row> states(QueueHealth health) {
    return health.queues().stream()
        .flatMap(
            queue ->
                Stream.of(
                    state(queue, "scheduled", queue.scheduled()),
                    state(queue, "ready", queue.ready()),
                    state(queue, "waiting", queue.waiting()),
                    state(queue, "running", queue.running()),
                    state(queue, "dead", queue.dead())));
  }

  private static Row state(QueueLength queue, String state, long count) {
    return new Row(count, "queue", queue.name(), "state", state);
  }

  private void showWorkers() {
    rows(
        "nashra.queue.workers",
        "Workers of queues whose lease has not passed",
        health -> Stream.of(new Row(health.alive().size())));
    perWorker("nashra.queue.worker.slots", "Tasks that a worker does at once", WorkerLine::slots);
    perWorker(
        "nashra.queue.worker.held",
        "Tasks that a worker has claimed, at its last heartbeat",
        WorkerLine::running);
    perWorker(
        "nashra.queue.worker.heartbeat.age.seconds",
        "Since a worker said that it lives",
        worker -> seconds(worker.sinceHeartbeat()));
  }

  private void showOwners() {
    rows(
        "nashra.queue.held.owners",
        "Owners that must be left alone for a while: after a failure or a retry-after",
        health ->
            Stream.of(
                new Row(
                    health.heldOwners().stream().filter(owner -> owner.left() != null).count())));
  }

  private void perQueue(String name, String meaning, ToDoubleFunction<QueueLength> value) {
    rows(
        name,
        meaning,
        health ->
            health.queues().stream()
                .map(queue -> new Row(value.applyAsDouble(queue), "queue", queue.name())));
  }

  private void perWorker(String name, String meaning, ToDoubleFunction<WorkerLine> value) {
    rows(
        name,
        meaning,
        health ->
            health.workers().stream()
                .map(
                    worker ->
                        new Row(
                            value.applyAsDouble(worker),
                            "worker",
                            "%s#%d".formatted(worker.name(), worker.id()))));
  }

  private void rows(String name, String meaning, Function<QueueHealth, Stream<Row>> rows) {
    meters.rows(
        name,
        meaning,
        () ->
            switch (inquiry.ask()) {
              case Reply.Answer<QueueHealth>(var health) -> rows.apply(health).toList();
              case Reply.Late<QueueHealth> _,
                  Reply.Failure<QueueHealth> _,
                  Reply.Interrupted<QueueHealth> _ ->
                  List.of();
            });
  }

  private static double seconds(@Nullable Duration duration) {
    return duration == null ? 0 : duration.toMillis() / 1000.0;
  }
}
