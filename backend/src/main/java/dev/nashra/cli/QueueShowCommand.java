package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import dev.nashra.queue.QueueDesk.TaskRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a task with everything that happened to it. */
@Command(name = "show", description = "Show a task: state, payload, attempts, errors with stacks.")
final class QueueShowCommand extends OnQueues {
  private static final int MOST_PAYLOAD = 2000;

  @Parameters(paramLabel = "ID", description = "Its number.")
  private long id;

  @Override
  int run(Queues queues, Settings settings) {
    var found = queues.desk().find(id);
    if (found.isEmpty()) {
      System.err.printf("No task %d, or it was finished long ago.%n", id);
      return 1;
    }
    if (json.isSet()) {
      json.print(found.get());
    } else {
      print(found.get());
    }
    return 0;
  }

  private static void print(TaskRecord task) {
    System.out.printf(
        "Task %d: %s on %s, %s%n",
        task.id(), task.kind(), task.queue(), task.state().name().toLowerCase(Locale.ROOT));
    line("created", task.created());
    line("due", task.state().isEnd() ? null : task.due());
    line("started", task.started());
    line("ended", task.ended());
    line("worker", task.worker());
    line("owner", task.owner());
    line("unique key", task.uniqueKey());
    line("priority", task.priority() == 0 ? null : task.priority());
    line(
        "attempts",
        "%d (%d failed, %d died with their worker)"
            .formatted(task.attempts(), task.failures(), task.rescues()));
    line("payload", Lines.first(task.payload(), MOST_PAYLOAD));
    line("note", Lines.first(task.note(), MOST_PAYLOAD));
    task.errors()
        .forEach(
            error ->
                System.out.printf(
                    "%nAttempt %d failed at %s:%n%s%n",
                    error.attempt(), error.occurred(), Lines.all(error.error())));
  }

  private static void line(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      System.out.printf("  %-12s %s%n", name, value);
    }
  }
}
