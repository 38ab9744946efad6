package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.collect.CollectSourceHandler;
import dev.nashra.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has one source read soon, outside the cycle. */
@Command(
    name = "collect",
    description = {
      "Have a source read soon, whatever the cycle says: queues a task for the daemon or for",
      "\"nashra queue work\"."
    })
final class SourcesCollectCommand extends OnQueues {
  @Parameters(paramLabel = "ID", description = "Its number.")
  private long id;

  @Override
  int run(Queues queues, Settings settings) {
    var added = queues.tasks().add(CollectSourceHandler.task(id));
    if (json.isSet()) {
      json.print(added);
    } else {
      System.out.printf(
          "Task %d %s. To see it: nashra queue show %d%n",
          added.id(), added.isNew() ? "is queued" : "is on its way already", added.id());
    }
    return 0;
  }
}
