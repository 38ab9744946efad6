package dev.nashra.cli;

import dev.nashra.app.Storage;
import dev.nashra.config.Settings;
import dev.nashra.store.CycleHistory;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the last cycles and what their jobs did. */
@Command(name = "cycles", description = "Show the last cycles: what ran, how it ended, counts.")
final class CyclesCommand implements Callable<Integer> {
  @Mixin private JsonOption json;

  @Option(names = "--last", defaultValue = "5", description = "How many. Default: 5.")
  private int last;

  @Override
  public Integer call() throws InterruptedException {
    try (var storage = Storage.forCommand(Settings.ofProcess())) {
      var cycles = new CycleHistory(storage.database()).last(last);
      if (json.isSet()) {
        json.print(cycles);
        return 0;
      }
      if (cycles.isEmpty()) {
        System.err.println("No cycle has run yet: nashra cycle, or nashra run.");
      }
      cycles.forEach(CyclesCommand::print);
      return 0;
    }
  }

  private static void print(CycleHistory.PastCycle cycle) {
    System.out.printf(
        "Cycle %d (%s, %s), %s: %s%s%n",
        cycle.id(), cycle.mode(), cycle.worker(), cycle.started(), cycle.state(), times(cycle));
    var table =
        new Table(
            "  STAGE",
            "JOB",
            "OUTCOME",
            ">IN",
            ">OUT",
            ">FAILED",
            ">SIZE",
            ">WAITED",
            ">SECONDS",
            "NOTE");
    cycle
        .runs()
        .forEach(
            run ->
                table.row(
                    "  " + run.stage(),
                    run.job(),
                    run.state(),
                    run.in(),
                    run.out(),
                    run.failed(),
                    Figures.size(run.bytes()),
                    Figures.seconds(run.waited()),
                    Figures.seconds(run.took()),
                    firstLine(run.error() == null ? run.note() : run.error())));
    System.out.println(table);
  }

  private static String times(CycleHistory.PastCycle cycle) {
    return (cycle.took() == null ? "" : " after %s s".formatted(Figures.seconds(cycle.took())))
        + (cycle.latency() == null
            ? ""
            : ", first article to first publication %s s"
                .formatted(Figures.seconds(cycle.latency())));
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
