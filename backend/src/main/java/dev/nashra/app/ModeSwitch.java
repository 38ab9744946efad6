package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.DotenvFile;
import dev.nashra.config.Settings;
import dev.nashra.config.Settings.Origin;
import dev.nashra.config.WorkerType;
import dev.nashra.store.DatabaseUnavailable;
import dev.nashra.store.WorkerList;
import dev.nashra.store.WorkerList.RunningWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mode that workers run in: of those that run now by a word in the database, of those that
 * start later by the {@code .env} file.
 */
public final class ModeSwitch {
  private static final String VARIABLE = Catalog.WORKER_TYPE.variable();

  /** Where a worker's mode was said, as the engine records it. */
  private static final Pattern SWITCHED = Pattern.compile("switched from (\\w+) \\(environment\\)");

  private final Settings settings;
  private final DotenvFile file;

  public ModeSwitch(Settings settings, Path dotenv) throws IOException {
    this.settings = settings;
    this.file = new DotenvFile(dotenv);
  }

  /**
   * Writes the file and tells the workers that run now, if there is a way to.
   *
   * @throws IOException when the file could not be written; then nothing has changed
   */
  public Switched switchTo(WorkerType type) throws IOException, InterruptedException {
    var mode = nameOf(type);
    var before = file.value(VARIABLE).orElse(Catalog.WORKER_TYPE.defaultText());
    var changed = file.set(VARIABLE, mode);
    var workers = workers(list -> list.switchTo(mode));
    var isNews =
        !before.equalsIgnoreCase(mode)
            || workers.running().stream().anyMatch(w -> !mode.equals(w.mode()));
    var back = nameOf(type == WorkerType.ORIGINAL ? WorkerType.IMPROVED : WorkerType.ORIGINAL);
    return new Switched(
        mode,
        before,
        changed,
        fileState(),
        workers,
        warnings(mode, workers.running()),
        isNews ? "switch_worker --mode " + back : null);
  }

  /** What is, without changing anything. */
  public Status status() throws IOException, InterruptedException {
    var workers = workers(_ -> {});
    var next = nameOf(settings.get(Catalog.WORKER_TYPE));
    var inFile = file.value(VARIABLE).orElse(next);
    return new Status(
        fileState(),
        next,
        settings.origin(Catalog.WORKER_TYPE).name().toLowerCase(Locale.ROOT),
        workers,
        warnings(inFile, workers.running()));
  }

  private FileState fileState() throws IOException {
    var backup = file.backupMade();
    return new FileState(
        file.path().toString(),
        file.value(VARIABLE).orElse(null),
        backup.isPresent() ? file.backup().toString() : null,
        backup.orElse(null));
  }

  private Workers workers(Consumer<WorkerList> first) throws InterruptedException {
    try {
      return look(first);
    } catch (DatabaseUnavailable e) {
      return new Workers(Reach.SILENT, String.valueOf(e.getMessage()), List.of());
    }
  }

  private Workers look(Consumer<WorkerList> first) throws InterruptedException {
    var running = Storage.ifRunning(settings);
    if (running.isEmpty()) {
      return new Workers(Reach.NOBODY, "the embedded database is not running", List.of());
    }
    try (var storage = running.get()) {
      var list = new WorkerList(storage.database());
      if (!list.exists()) {
        return new Workers(Reach.NOBODY, "no worker has run on this database yet", List.of());
      }
      first.accept(list);
      return new Workers(Reach.KNOWN, "", list.running());
    }
  }

  /** What would win over the file at the next start. */
  private List<String> warnings(String mode, List<RunningWorker> running) {
    var warnings = new ArrayList<String>();
    var here = nameOf(settings.get(Catalog.WORKER_TYPE));
    if (settings.origin(Catalog.WORKER_TYPE) == Origin.ENVIRONMENT && !here.equals(mode)) {
      warnings.add(
          "%s=%s is set in this shell and wins over the file for what is started from it. Do: unset %s"
              .formatted(VARIABLE, here, VARIABLE));
    }
    for (var worker : running) {
      environment(worker)
          .filter(said -> !said.equals(mode))
          .ifPresent(
              said ->
                  warnings.add(
                      ("Worker %s was started with %s=%s in its environment, which wins over the"
                              + " file when it starts again. Change it there: the compose file,"
                              + " the systemd unit, or the service's settings")
                          .formatted(worker.name(), VARIABLE, said)));
    }
    return warnings;
  }

  /** What a worker's own environment says. */
  private static Optional<String> environment(RunningWorker worker) {
    var origin = worker.modeOrigin();
    if (origin == null) {
      return Optional.empty();
    }
    if (origin.equals("environment")) {
      return Optional.ofNullable(worker.mode());
    }
    var switched = SWITCHED.matcher(origin);
    return switched.matches() ? Optional.of(switched.group(1)) : Optional.empty();
  }

  private static String nameOf(WorkerType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is a way to the workers that run now. */
  public enum Reach {
    /** The database answers; who runs is listed. */
    KNOWN,
    /** Nobody can be running. */
    NOBODY,
    /** The database does not answer. */
    SILENT
  }

  /**
   * The workers that run now.
   *
   * @param why none are known; empty when they are
   */
  public record Workers(Reach reach, String why, List<RunningWorker> running) {}

  /**
   * What the file says.
   *
   * @param mode null when it says nothing
   * @param backup the file before its last change, if there was one
   */
  public record FileState(
      String path, @Nullable String mode, @Nullable String backup, @Nullable Instant backupMade) {}

  /**
   * What came of a switch.
   *
   * @param before what the file, or else the default, said
   * @param back how to undo it; null when nothing is different now
   */
  public record Switched(
      String mode,
      String before,
      boolean fileChanged,
      FileState file,
      Workers workers,
      List<String> warnings,
      @Nullable String back) {}

  /**
   * How things are.
   *
   * @param next mode of a worker that is started from here now
   * @param nextOrigin where that is said: environment, file or default
   */
  public record Status(
      FileState file, String next, String nextOrigin, Workers workers, List<String> warnings) {}
}
