package dev.nashra.cli;

import dev.nashra.app.ModeSwitch;
import dev.nashra.app.ModeSwitch.FileState;
import dev.nashra.app.ModeSwitch.Reach;
import dev.nashra.app.ModeSwitch.Status;
import dev.nashra.app.ModeSwitch.Switched;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.config.WorkerType;
import dev.nashra.store.WorkerList.RunningWorker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Switches the workers between their two modes, and shows which they are in. */
@Command(
    name = "switch_worker",
    description = {
      "Switch the workers between their two modes, or show which they are in.",
      "Writes WORKER_TYPE into the .env file of this folder, where workers that start later read"
          + " it, and tells those that run now to take it at their next cycle, without a restart."
    })
final class SwitchWorkerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private JsonOption json;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private What what;

  private static final class What {
    @Option(
        names = "--mode",
        paramLabel = "original|improved",
        description = "The mode to switch to.")
    private @Nullable String mode;

    @Option(names = "--status", description = "Show the mode of every running worker.")
    private boolean status;
  }

  @Override
  public Integer call() throws InterruptedException {
    var type = what.status ? null : type(String.valueOf(what.mode));
    var file = Path.of(".env");
    try {
      var modes = new ModeSwitch(settings(), file);
      return type == null ? show(modes.status()) : show(modes.switchTo(type));
    } catch (IOException e) {
      System.err.printf(
          "%s cannot be %s: %s%n",
          file.toAbsolutePath(), type == null ? "read" : "changed; nothing has been", e);
      return 1;
    }
  }

  private WorkerType type(String mode) {
    return switch (mode) {
      case "original" -> WorkerType.ORIGINAL;
      case "improved" -> WorkerType.IMPROVED;
      default ->
          throw new ParameterException(
              spec.commandLine(), "--mode is original or improved, not \"%s\".".formatted(mode));
    };
  }

  /** A bad mode is what this command is there to correct, so the settings need not be good. */
  private static Settings settings() {
    var examined = Settings.examineProcess();
    examined.problems().stream()
        .filter(problem -> !problem.variable().equals(Catalog.WORKER_TYPE.variable()))
        .forEach(problem -> System.err.println("In the settings: " + problem));
    return examined.settings();
  }

  private int show(Switched switched) {
    if (json.isSet()) {
      json.print(switched);
    } else {
      print(switched);
    }
    if (switched.workers().reach() == Reach.SILENT) {
      System.err.println(switched.workers().why());
      System.err.println("Workers that run now take the mode at their restart.");
    }
    switched.warnings().forEach(System.err::println);
    return 0;
  }

  private static void print(Switched switched) {
    var file = switched.file();
    System.out.printf(
        "%s: WORKER_TYPE=%s (%s)%n",
        file.path(),
        switched.mode(),
        switched.fileChanged() ? "before: " + switched.before() : "as it was");
    if (switched.fileChanged() && file.backup() != null) {
      System.out.println("As it was: " + file.backup());
    }
    var running = switched.workers().running();
    if (!running.isEmpty()) {
      System.out.println(
          running.stream()
              .map(RunningWorker::name)
              .collect(Collectors.joining(", ", "At the next cycle, without a restart: ", "")));
    } else if (switched.workers().reach() != Reach.SILENT) {
      System.out.println("No worker runs now; the next one to start takes it.");
    }
    if (switched.back() != null) {
      System.out.println("Back: " + switched.back());
    }
  }

  private int show(Status status) {
    var isSilent = status.workers().reach() == Reach.SILENT;
    if (json.isSet()) {
      json.print(status);
    } else {
      print(status.workers().running());
      print(status.file());
      System.out.printf(
          "A worker started here now: %s (%s)%n", status.next(), words(status.nextOrigin()));
    }
    if (isSilent) {
      System.err.println(status.workers().why());
    } else if (status.workers().running().isEmpty()) {
      System.err.println("No worker runs now.");
    }
    status.warnings().forEach(System.err::println);
    return isSilent ? 1 : 0;
  }

  private static void print(List<RunningWorker> running) {
    if (running.isEmpty()) {
      return;
    }
    var table = new Table("WORKER", "MODE", "FROM", "SINCE", "NEXT CYCLE", "STARTED", ">STUCK", "");
    running.forEach(
        w ->
            table.row(
                w.name(),
                w.mode(),
                w.modeOrigin() == null ? null : words(w.modeOrigin()),
                w.mode() == null ? null : second(w.modeSince()),
                w.nextMode(),
                second(w.started()),
                w.stuck(),
                w.draining() ? "stopping" : ""));
    System.out.println(table);
  }

  private static void print(FileState file) {
    System.out.printf(
        "%s: %s%n",
        file.path(), file.mode() == null ? "no WORKER_TYPE" : "WORKER_TYPE=" + file.mode());
    var made = file.backupMade();
    if (made != null) {
      System.out.printf("Backup: %s, of %s%n", file.backup(), second(made));
    }
  }

  private static String words(String origin) {
    return origin.replace("file", ".env");
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
