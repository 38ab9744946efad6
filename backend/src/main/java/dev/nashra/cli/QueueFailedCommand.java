package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the dead letters: tasks that will not be tried again by themselves. */
@Command(
    name = "failed",
    description = {
      "List the dead letters: tasks that will not be tried again by themselves.",
      "\"nashra queue show ID\" has all attempts with their errors and stacks."
    })
final class QueueFailedCommand extends OnQueues {
  private static final int MOST_CHARACTERS = 80;

  @Mixin private DeadFilterOptions filter;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "The newest N (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  int run(Queues queues, Settings settings) {
    var letters = queues.desk().dead(filter.filter(null), limit);
    if (json.isSet()) {
      json.print(letters);
      return 0;
    }
    if (letters.isEmpty()) {
      System.err.println("No dead letters.");
      return 0;
    }
    var table = new Table(">ID", "QUEUE", "KIND", "OWNER", ">ATTEMPTS", "DIED", "ERROR");
    letters.forEach(
        letter ->
            table.row(
                letter.id(),
                letter.queue(),
                letter.kind(),
                letter.owner(),
                letter.attempts(),
                letter.died(),
                Lines.first(letter.error(), MOST_CHARACTERS)));
    System.out.print(table);
    return 0;
  }
}
