package dev.nashra.app.health;

import dev.nashra.store.Database;
import dev.nashra.store.Vitals;
import dev.nashra.store.Vitals.AliveWorker;
import dev.nashra.telemetry.Meters;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures about the whole newsroom, the same from every process on its database. */
public final class Gauges {
  private static final List<String> PUBLICATION_STATES =
      List.of("PLANNED", "PREPARING", "ARMED", "UNKNOWN", "HELD");

  private final HealthProbe probe;
  private final Meters meters;

  private Gauges(HealthProbe probe, Meters meters) {
    this.probe = probe;
    this.meters = meters;
  }

  /** Figures that come from the database: no number while it is away. */
  public static void show(HealthProbe probe, Meters meters) {
    new Gauges(probe, meters).show();
  }

  private void show() {
    meters.gauge(
        "nashra.ready",
        "Whether the newsroom does its work: 1 or 0",
        () -> probe.answer().report().isReady() ? 1 : 0);
    meters.gauge(
        "nashra.database.up",
        "Whether the database answers: 1 or 0",
        () -> probe.answer().vitals() == null ? 0 : 1);
    gauge("nashra.workers", "Workers that are alive", vitals -> vitals.workers().size());
    gauge(
        "nashra.stuck.threads",
        "Threads of all workers that ignore being stopped",
        vitals -> vitals.workers().stream().mapToInt(AliveWorker::stuck).sum());
    gauge(
        "nashra.last.cycle.age.seconds",
        "Since the end of the last cycle that passed through all stages",
        vitals -> seconds(vitals, true));
    gauge(
        "nashra.last.cycle.duration.seconds",
        "How long that cycle took",
        vitals -> seconds(vitals, false));
    gauge("nashra.runs", "Runs now", vitals -> count(vitals, true), "state", "running");
    gauge("nashra.runs", "Runs now", vitals -> count(vitals, false), "state", "waiting");
    gauge(
        "nashra.runs.longest.wait.seconds",
        "How long the run has waited for its slot that has waited the longest",
        Gauges::longestWait);
    PUBLICATION_STATES.forEach(
        state ->
            gauge(
                "nashra.publications.open",
                "Publications that are not at their end",
                vitals -> vitals.publications().getOrDefault(state, 0L),
                "state",
                state.toLowerCase(Locale.ROOT)));
  }

  private void gauge(String name, String meaning, ToDoubleFunction<Vitals> value, String... tags) {
    meters.gauge(
        name,
        meaning,
        () -> {
          var vitals = probe.answer().vitals();
          return vitals == null ? Double.NaN : value.applyAsDouble(vitals);
        },
        tags);
  }

  private static double seconds(Vitals vitals, boolean age) {
    var last = vitals.lastCycle();
    return last == null ? Double.NaN : (age ? last.age() : last.took()).toMillis() / 1000.0;
  }

  private static double count(Vitals vitals, boolean running) {
    return vitals.openRuns().stream().filter(run -> run.running() == running).count();
  }

  private static double longestWait(Vitals vitals) {
    return vitals.openRuns().stream()
        .filter(run -> !run.running())
        .mapToDouble(run -> run.age().toMillis() / 1000.0)
        .max()
        .orElse(0);
  }

  /** How busy this process' connections are. */
  public static void showPool(Database database, Meters meters) {
    var name = "nashra.pool.connections";
    var meaning = "Connections of this process to the database";
    meters.gauge(name, meaning, () -> database.pool().active(), "state", "active");
    meters.gauge(name, meaning, () -> database.pool().idle(), "state", "idle");
    meters.gauge(
        "nashra.pool.waiting",
        "Threads that wait for a connection",
        () -> database.pool().waiting());
    meters.gauge("nashra.pool.most", "Connections that there may be", () -> database.pool().most());
  }
}
