package dev.nashra.cli;

import dev.nashra.app.Folders;
import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueDesk.DeadFilter;
import dev.nashra.queue.QueueHealth;
import dev.nashra.time.Stopwatch;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A live screen of the queues. */
@Command(
    name = "monitor",
    description = {
      "Show the queues live until Ctrl-C: rates, latencies, workers, disk, last errors.",
      "With --json it prints one object a line."
    })
final class QueueMonitorCommand extends OnQueues {
  private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";
  private static final int LAST_ERRORS = 5;
  private static final int WIDTH = 100;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "2s",
      description = "From one look to the next. Default: ${DEFAULT-VALUE}.")
  private Duration every;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "0",
      description = "Looks before it ends by itself; 0: it does not. Default: 0.")
  private int times;

  @Override
  int run(Queues queues, Settings settings) throws InterruptedException {
    if (every.isZero()) {
      throw badUsage("--every is longer than nothing.");
    }
    try (var signal = new ShutdownSignal()) {
      for (var i = 1; !signal.isReceived(); i++) {
        show(queues, settings);
        if (i == times || Waiter.until(signal::isReceived, every, Duration.ofMillis(100))) {
          break;
        }
      }
    }
    return 0;
  }

  private void show(Queues queues, Settings settings) {
    var watch = new Stopwatch();
    var health = queues.desk().health();
    var answered = watch.elapsed();
    if (json.isSet()) {
      json.printLine(
          Map.of(
              "databaseMillis",
              answered.toMillis(),
              "freeBytes",
              free(settings),
              "health",
              health));
      return;
    }
    System.out.print(screen(health, answered, free(settings)));
    queues
        .desk()
        .dead(DeadFilter.ALL, LAST_ERRORS)
        .forEach(
            letter ->
                System.out.printf(
                    "%s  task %d (%s): %s%n",
                    letter.died(), letter.id(), letter.kind(), Lines.first(letter.error(), WIDTH)));
    System.out.flush();
  }

  private static String screen(QueueHealth health, Duration answered, long free) {
    return HOME_AND_CLEAR
        + "Queues at %s   database %d ms   disk free %,d MB%n%n"
            .formatted(health.now(), answered.toMillis(), free >> 20)
        + QueueHealthCommand.queues(health)
        + "\n"
        + QueueHealthCommand.workers(health)
        + "\nLast dead letters\n";
  }

  private static long free(Settings settings) {
    var folder = Folders.of(settings).data();
    try {
      return Files.getFileStore(Files.exists(folder) ? folder : folder.toAbsolutePath().getRoot())
          .getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }
}
