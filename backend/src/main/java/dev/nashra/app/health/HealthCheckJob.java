package dev.nashra.app.health;

import dev.nashra.app.doctor.Doctor;
import dev.nashra.app.doctor.Finding;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Looks at what can go bad slowly, and writes a line when something does and when it is good again.
 *
 * <p>What was bad last time stands in the record of the last run, whichever worker ran it.
 */
public final class HealthCheckJob implements Job {
  public static final String NAME = "health_check";

  private static final Logger LOG = LoggerFactory.getLogger("health");
  private static final String ALL_WELL = "all well";
  private static final String BETWEEN = ", ";

  private final HealthProbe probe;
  private final Doctor doctor;
  private final Supplier<String> lastNote;
  private final BiConsumer<Level, String> tell;

  /**
   * @param doctor for checks that take no time
   * @param lastNote what the last run noted
   * @param tell hears what has turned bad or good again
   */
  public HealthCheckJob(
      HealthProbe probe, Doctor doctor, Supplier<String> lastNote, BiConsumer<Level, String> tell) {
    this.probe = probe;
    this.doctor = doctor;
    this.lastNote = lastNote;
    this.tell = tell;
  }

  /** Tells it the operator. */
  public static void log(Level level, String line) {
    LOG.atLevel(level).log(line);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.HEALTH;
  }

  @Override
  public JobResult run(JobContext context) throws InterruptedException {
    var before = List.of(lastNote.get().split(BETWEEN, -1));
    var found = new ArrayList<String>();
    var bad = new LinkedHashMap<String, String>();
    for (var check : probe.answer().report().checks()) {
      found.add(check.name());
      if (!check.ok()) {
        bad.put(check.name(), check.found());
      }
    }
    doctor.examine(
        finding -> {
          found.add(finding.name());
          if (finding.state() != Finding.State.OK) {
            bad.put(finding.name(), finding.found() + ". " + finding.whatToDo());
          }
        });
    tell(found, bad, before);
    var note = bad.isEmpty() ? ALL_WELL : String.join(BETWEEN, bad.keySet());
    return new JobResult(found.size(), found.size() - bad.size(), bad.size(), note);
  }

  private void tell(List<String> found, Map<String, String> bad, List<String> before) {
    bad.forEach(
        (name, what) -> {
          if (!before.contains(name)) {
            tell.accept(Level.WARN, "Not well: " + name + ": " + what);
          }
        });
    before.stream()
        .filter(name -> found.contains(name) && !bad.containsKey(name))
        .forEach(name -> tell.accept(Level.INFO, "Well again: " + name));
  }
}
