package dev.nashra.cli;

import dev.nashra.queue.QueueDesk;
import dev.nashra.queue.QueueDesk.DeadFilter;
import java.util.List;
import picocli.CommandLine.Command;

/** Queues dead letters again. */
@Command(
    name = "retry",
    description = {
      "Queue dead letters again, with all their attempts before them.",
      "One stays where it is while a live task has its unique key."
    })
final class QueueRetryCommand extends DeadLetterCommand {
  @Override
  List<Long> act(QueueDesk desk, DeadFilter which) {
    return desk.retry(which);
  }

  @Override
  String done() {
    return "queued again";
  }
}
