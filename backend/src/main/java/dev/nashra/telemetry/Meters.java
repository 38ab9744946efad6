package dev.nashra.telemetry;

import dev.nashra.queue.TaskListener;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.CycleState;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The figures of this process, in the words of Prometheus. */
public final class Meters {
  private static final List<Duration> BUCKETS =
      List.of(
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(20));

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<MultiGauge, Supplier<List<Row>>> rows = new ConcurrentHashMap<>();

  public Meters() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
  }

  /** Everything there is, as Prometheus reads it. */
  public String scrape() {
    rows.forEach(
        (gauge, current) ->
            gauge.register(current.get().stream().map(Row::asMicrometer).toList(), true));
    return registry.scrape();
  }

  /** Shows figures of which there may be more or fewer at each look. */
  public void rows(String name, String meaning, Supplier<List<Row>> current) {
    rows.put(MultiGauge.builder(name).description(meaning).register(registry), current);
  }

  /**
   * A figure with what it is about.
   *
   * @param tags names and values in turn
   */
  public record Row(double value, List<String> tags) {
    public Row(double value, String... tags) {
      this(value, List.of(tags));
    }

    private MultiGauge.Row<?> asMicrometer() {
      return MultiGauge.Row.of(Tags.of(tags.toArray(String[]::new)), value);
    }
  }

  /**
   * Shows a figure that is asked for at each look.
   *
   * @param tags names and values in turn
   */
  public void gauge(String name, String meaning, Supplier<Number> value, String... tags) {
    Gauge.builder(name, value).description(meaning).tags(Tags.of(tags)).register(registry);
  }

  /** Counts what this process runs. */
  public CycleListener cycles() {
    return new CycleListener() {
      @Override
      public void runEnded(Stage stage, Job job, RunOutcome outcome, Duration took) {
        ended(stage, job, outcome, took);
      }

      @Override
      public void runStalled(Stage stage, Job job, Duration patience) {
        registry.counter("nashra.job.stalls", "job", job.name()).increment();
      }

      @Override
      public void cycleEnded(long cycleId, CycleState state, Duration took) {
        registry
            .timer("nashra.cycle.duration", "state", state.name().toLowerCase(Locale.ROOT))
            .record(took);
      }

      @Override
      public void cycleSkipped() {
        registry.counter("nashra.cycle.skips").increment();
      }
    };
  }

  /** Counts the attempts at tasks in this process. */
  public TaskListener tasks() {
    return new TaskMeters(registry);
  }

  private void ended(Stage stage, Job job, RunOutcome outcome, Duration took) {
    var name = outcome.state().name().toLowerCase(Locale.ROOT);
    registry
        .counter("nashra.job.runs", "job", job.name(), "stage", stage.name(), "outcome", name)
        .increment();
    if (!(outcome instanceof RunOutcome.Skipped)) {
      duration(job).record(took);
    }
    if (outcome instanceof RunOutcome.Done(JobResult result)) {
      registry.counter("nashra.job.items", "job", job.name()).increment((double) result.out());
      registry
          .counter("nashra.job.items.failed", "job", job.name())
          .increment((double) result.failed());
      registry.counter("nashra.job.bytes", "job", job.name()).increment((double) result.bytes());
    }
  }

  private Timer duration(Job job) {
    return Timer.builder("nashra.job.duration")
        .description("How long runs took that were not skipped")
        .tag("job", job.name())
        .serviceLevelObjectives(BUCKETS.toArray(Duration[]::new))
        .register(registry);
  }
}
