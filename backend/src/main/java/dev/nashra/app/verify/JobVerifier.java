package dev.nashra.app.verify;

import dev.nashra.app.Storage;
import dev.nashra.app.doctor.Doctor;
import dev.nashra.app.doctor.Finding;
import dev.nashra.app.doctor.Finding.State;
import dev.nashra.config.BroadcastMode;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.config.Settings.Examined;
import dev.nashra.store.ScratchSchemaRefused;
import dev.nashra.time.Stopwatch;
import dev.nashra.worker.Job;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks jobs: whether they are registered, what they work with, and a dry run of each. */
public final class JobVerifier {
  private static final Logger LOG = LoggerFactory.getLogger(JobVerifier.class);
  private static final String DRY_RUN = "Dry run";

  private final Settings settings;
  private final Examined examined;
  private final Consumer<String> progress;
  private final Map<String, Finding> found = new HashMap<>();

  private volatile @Nullable DryRun current;
  private volatile boolean stopped;

  /**
   * @param examined settings without problems
   * @param progress told what is being done
   */
  public JobVerifier(Examined examined, Consumer<String> progress) {
    this.settings = examined.settings();
    this.examined = examined;
    this.progress = progress;
  }

  /** The jobs there are to check, in the order of the pipeline. */
  public static List<String> names(Settings settings) {
    return KnownJob.all(settings.get(Catalog.BROADCAST_MODE)).stream().map(KnownJob::name).toList();
  }

  /** Checks all jobs, or those of these names. */
  public List<JobVerdict> verify(List<String> names) throws InterruptedException {
    look(names);
    if (isBroken("Database")) {
      return unrun(names, "no database to do it in", "See the database's own line.");
    }
    if (isBroken("Fonts")) {
      return unrun(names, "the pipeline cannot be built", "See the fonts' own line.");
    }
    progress.accept("Dry run on the sample newsroom …");
    try (var storage = Storage.unchanged(settings);
        var dryRun = DryRun.open(settings, storage.database())) {
      current = dryRun;
      if (stopped) {
        dryRun.stop();
      }
      return run(dryRun, names);
    } catch (ScratchSchemaRefused e) {
      return unrun(
          names,
          String.valueOf(e.getMessage()),
          "Let the user of DATABASE_URL make one: GRANT CREATE ON DATABASE name TO user.");
    } catch (IOException | RuntimeException e) {
      LOG.debug("No dry run", e);
      var why = e.toString().lines().findFirst().orElse("");
      return unrun(names, why, "Correct what the message names.");
    } finally {
      current = null;
    }
  }

  /** Ends it early, in good order. */
  public void stop() throws InterruptedException {
    stopped = true;
    var dryRun = current;
    if (dryRun != null) {
      dryRun.stop();
    }
  }

  private void look(List<String> names) throws InterruptedException {
    var needs = new HashSet<String>();
    names.stream().map(this::known).forEach(job -> needs.addAll(job.needs()));
    progress.accept("Looking at " + String.join(", ", needs.stream().sorted().toList()) + " …");
    // The first of a name: the database's check speaks of the sources too.
    new Doctor(examined, needs).examine(finding -> found.putIfAbsent(finding.name(), finding));
  }

  private boolean isBroken(String need) {
    var finding = found.get(need);
    return finding != null && finding.state() == State.PROBLEM;
  }

  private KnownJob known(String name) {
    return KnownJob.named(mode(), name)
        .orElseThrow(() -> new IllegalArgumentException("no such job: " + name));
  }

  private BroadcastMode mode() {
    return settings.get(Catalog.BROADCAST_MODE);
  }

  private List<JobVerdict> run(DryRun dryRun, List<String> names) throws InterruptedException {
    var wanted = new HashSet<>(names);
    names.forEach(name -> wanted.addAll(known(name).after()));
    var verdicts = new HashMap<String, JobVerdict>();
    for (var stage : dryRun.stages()) {
      for (var job : stage.jobs()) {
        if (wanted.contains(job.name())) {
          progress.accept("  " + job.name());
          var watch = new Stopwatch();
          var outcome = dryRun.run(stage, job);
          verdicts.put(job.name(), verdict(stage, job, outcome, watch.elapsed()));
        }
      }
    }
    return names.stream()
        .map(name -> Optional.ofNullable(verdicts.get(name)).orElseGet(() -> missing(name)))
        .toList();
  }

  private JobVerdict verdict(Stage stage, Job job, RunOutcome outcome, Duration took) {
    var plan = new RunPlan(settings, stage, job);
    var checks = checks(job.name(), Finding.ok("Registered", "in stage " + stage.name()));
    return new JobVerdict(
        job.name(),
        stage.name(),
        plan.timeout(),
        plan.executor(),
        checks,
        plan.judge(outcome, checks),
        took);
  }

  private List<Finding> checks(String name, Finding registered) {
    return Stream.concat(
            Stream.of(registered),
            known(name).needs().stream().sorted().map(found::get).filter(f -> f != null))
        .toList();
  }

  private JobVerdict missing(String name) {
    var registered =
        Finding.problem(
            "Registered",
            "in no stage of the pipeline",
            "This build is broken: build Nashra anew.");
    var dryRun = Finding.problem(DRY_RUN, "not made", "");
    return new JobVerdict(name, "-", "-", "-", checks(name, registered), dryRun, Duration.ZERO);
  }

  /** Nothing could be tried, and the pipeline not be looked into. */
  private List<JobVerdict> unrun(List<String> names, String why, String whatToDo) {
    var verdicts = new ArrayList<JobVerdict>();
    for (var name : names) {
      var registered = Finding.warning("Registered", "not known without a dry run", "");
      var dryRun = Finding.problem(DRY_RUN, "not made: " + why, whatToDo);
      verdicts.add(
          new JobVerdict(name, "-", "-", "-", checks(name, registered), dryRun, Duration.ZERO));
    }
    return verdicts;
  }
}
