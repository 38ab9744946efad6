package dev.nashra.cli;

import dev.nashra.queue.QueueDesk;
import dev.nashra.queue.QueueDesk.DeadFilter;
import java.util.List;
import picocli.CommandLine.Command;

/** Removes dead letters for good. */
@Command(name = "forget", description = "Remove dead letters for good, with their errors.")
final class QueueForgetCommand extends DeadLetterCommand {
  @Override
  List<Long> act(QueueDesk desk, DeadFilter which) {
    return desk.forget(which);
  }

  @Override
  String done() {
    return "removed";
  }
}
