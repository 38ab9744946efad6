package dev.nashra.app.verify;

import dev.nashra.app.Engine;
import dev.nashra.app.Folders;
import dev.nashra.app.Newsroom;
import dev.nashra.config.Catalog;
import dev.nashra.config.Setting;
import dev.nashra.config.Settings;
import dev.nashra.process.Unpacked;
import dev.nashra.sample.SampleNewsroom;
import dev.nashra.source.NewSource;
import dev.nashra.source.SourceKind;
import dev.nashra.store.Database;
import dev.nashra.store.ScratchSchema;
import dev.nashra.time.Clock;
import dev.nashra.worker.CycleListener;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobRunner;
import dev.nashra.worker.Mode;
import dev.nashra.worker.RunOutcome;
import dev.nashra.worker.Stage;
import dev.nashra.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real jobs and the real engine on a small newsroom beside the real one: a few outlets of the
 * sample on loopback, tables that are rolled back, a folder that is removed, the own pages as the
 * only account. When it is closed, nothing of it is left.
 */
final class DryRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

  /** Each kind of feed, both languages, stories that several tell, enough for a bulletin. */
  private static final Set<String> OUTLETS =
      Set.of("azure-scene", "coast-compass", "lazward-news-agency", "mirsal-courier");

  private static final String ARTICLES_PER_OUTLET = "2";

  private final Path folder;
  private final SampleNewsroom sample;
  private final ScratchSchema scratch;
  private final List<Stage> stages;
  private final Worker worker;

  private DryRun(Path folder, SampleNewsroom sample, ScratchSchema scratch, Settings real) {
    this.folder = folder;
    this.sample = sample;
    this.scratch = scratch;
    var settings = apart(real, folder, sample);
    var newsroom = Newsroom.withoutServices(settings, scratch.database());
    addOutlets(newsroom);
    this.stages =
        Stream.concat(newsroom.stages().stream(), newsroom.besideTheCycle().stream()).toList();
    var runs = scratch.runs("dry run");
    var runner =
        new JobRunner(
            runs, Clock.SYSTEM, Engine.timeouts(real), real.get(Catalog.MAX_PARALLEL_JOBS));
    var mode = Mode.improved(true, true, real.get(Catalog.STALL_PATIENCE));
    this.worker = new Worker(stages, () -> mode, runs, runner, CycleListener.SILENT);
  }

  /** Makes the newsroom; {@code server} is the real one's. */
  static DryRun open(Settings real, Database server) throws IOException {
    var sample = new SampleNewsroom(0, Clock.SYSTEM.instant());
    var folder = Files.createTempDirectory("nashra-dry-run-");
    ScratchSchema scratch;
    try {
      scratch = ScratchSchema.open(server);
    } catch (RuntimeException e) {
      sample.close();
      Unpacked.remove(folder);
      throw e;
    }
    try {
      share(Folders.of(real).cache(), new Folders(folder).cache());
      return new DryRun(folder, sample, scratch, real);
    } catch (RuntimeException | IOException e) {
      close(sample, scratch, folder);
      throw e;
    }
  }

  /** What is unpacked serves everybody; without it every dry run would unpack it anew. */
  private static void share(Path cache, Path link) throws IOException {
    Files.createDirectories(cache);
    Files.createSymbolicLink(link, cache.toRealPath());
  }

  private static Settings apart(Settings real, Path folder, SampleNewsroom sample) {
    var changes = new HashMap<Setting<?>, String>();
    Catalog.all().stream().filter(Setting::secret).forEach(secret -> changes.put(secret, ""));
    changes.putAll(
        Map.of(
            Catalog.DATA_DIR,
            folder.toString(),
            Catalog.ALLOW_PRIVATE_NETWORK_HOSTS,
            sample.baseUrl().replace("http://", ""),
            Catalog.MAX_ARTICLES_PER_SOURCE,
            ARTICLES_PER_OUTLET,
            Catalog.REELS_PER_CYCLE,
            Integer.toString(Math.min(1, real.get(Catalog.REELS_PER_CYCLE)))));
    return real.with(changes);
  }

  private void addOutlets(Newsroom newsroom) {
    sample.outlets().stream()
        .filter(outlet -> OUTLETS.contains(outlet.id()))
        .map(
            outlet ->
                new NewSource(
                    sample.addressOf(outlet),
                    SourceKind.FEED,
                    outlet.name(),
                    outlet.language(),
                    null,
                    null))
        .forEach(newsroom.sources()::add);
  }

  /** The pipeline as the newsroom has it, and what runs beside it. */
  List<Stage> stages() {
    return stages;
  }

  /** Runs a job as the engine does, with its timeout. */
  RunOutcome run(Stage stage, Job job) throws InterruptedException {
    try {
      return worker.begin(stage, job).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("runs complete with values only", e);
    }
  }

  /** Stops the job that runs; none begins from now on. */
  void stop() throws InterruptedException {
    worker.stop(Duration.ZERO);
  }

  @Override
  public void close() {
    close(sample, scratch, folder);
  }

  private static void close(SampleNewsroom sample, ScratchSchema scratch, Path folder) {
    sample.close();
    scratch.close();
    try {
      Unpacked.remove(folder);
    } catch (IOException e) {
      LOG.warn("The folder of the dry run stays at {}: {}", folder, e.toString());
    }
  }
}
