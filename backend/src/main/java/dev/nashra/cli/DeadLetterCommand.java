package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueDesk;
import dev.nashra.queue.QueueDesk.DeadFilter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something done with one dead letter, or with all that the filter lets through. */
abstract class DeadLetterCommand extends OnQueues {
  @Parameters(paramLabel = "ID", arity = "0..1", description = "The number of one task.")
  private @Nullable Long id;

  @Option(names = "--all", description = "All of them, or all that the options below let through.")
  private boolean all;

  @Mixin private DeadFilterOptions filter;

  /** Gives the numbers of those with which it was done. */
  abstract List<Long> act(QueueDesk desk, DeadFilter which);

  /** Follows "3 dead letters". */
  abstract String done();

  @Override
  int run(Queues queues, Settings settings) {
    if ((id == null) == !all) {
      throw badUsage("Name one ID, or say --all.");
    }
    if (id != null && !filter.isEmpty()) {
      throw badUsage("An ID needs no filter.");
    }
    var ids = act(queues.desk(), filter.filter(id));
    if (json.isSet()) {
      json.print(Map.of("ids", ids));
    } else if (!ids.isEmpty()) {
      System.out.printf(
          "%d dead letter%s %s: %s%n",
          ids.size(), ids.size() == 1 ? "" : "s", done(), shortened(ids));
    }
    if (ids.isEmpty()) {
      System.err.println(
          id == null ? "No dead letters like that." : "No dead letter %d.".formatted(id));
    }
    return ids.isEmpty() && id != null ? 1 : 0;
  }

  private static String shortened(List<Long> ids) {
    return ids.size() <= 20 ? ids.toString() : ids.subList(0, 20) + " …";
  }
}
