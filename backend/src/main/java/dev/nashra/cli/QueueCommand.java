package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The task queues: how they are doing, and what an operator can do about it. */
@Command(
    name = "queue",
    description = "The task queues: health, dead letters, pausing, workers.",
    subcommands = {
      QueueHealthCommand.class,
      QueueMonitorCommand.class,
      QueueFailedCommand.class,
      QueueRetryCommand.class,
      QueueForgetCommand.class,
      QueueShowCommand.class,
      QueueCommand.Cancel.class,
      QueueCommand.Pause.class,
      QueueCommand.Resume.class,
      QueueWorkCommand.class
    })
final class QueueCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: health, monitor, failed, retry, forget, show, cancel, pause, resume or"
            + " work.");
  }

  @Command(
      name = "cancel",
      description = {
        "Take a task back. One that runs is stopped: its thread, its calls, its child processes;",
        "nothing that it still does is stored."
      })
  static final class Cancel extends OnQueues {
    @Parameters(paramLabel = "ID", description = "Its number.")
    private long id;

    @Override
    int run(Queues queues, Settings settings) {
      return answer(
          id,
          queues.tasks().cancel(id),
          "Task %d is cancelled.".formatted(id),
          "No task %d waits or runs.".formatted(id));
    }
  }

  @Command(
      name = "pause",
      description = "Begin nothing new of a queue, on any machine. What runs goes on.")
  static final class Pause extends OnQueues {
    @Parameters(paramLabel = "NAME", description = "The queue's name.")
    private String name;

    @Override
    int run(Queues queues, Settings settings) {
      queues.desk().pause(name);
      return paused(name, true, json);
    }
  }

  @Command(name = "resume", description = "Let a paused queue go on.")
  static final class Resume extends OnQueues {
    @Parameters(paramLabel = "NAME", description = "The queue's name.")
    private String name;

    @Override
    int run(Queues queues, Settings settings) {
      queues.desk().resume(name);
      return paused(name, false, json);
    }
  }

  private static int paused(String name, boolean paused, JsonOption json) {
    if (json.isSet()) {
      json.print(Map.of("queue", name, "paused", paused));
    } else {
      System.out.printf("Queue %s %s.%n", name, paused ? "is paused" : "goes on");
    }
    return 0;
  }
}
