package dev.nashra.cli;

import dev.nashra.app.Queues;
import dev.nashra.config.Settings;
import dev.nashra.queue.NewTask;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Work for later, by hand. */
@Command(
    name = "tasks",
    description = "Work for later, by hand.",
    subcommands = {TasksCommand.Add.class})
final class TasksCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: add.");
  }

  @Command(
      name = "add",
      description = {
        "Queue a task.",
        "For example: nashra tasks add collect_source --payload '{\"source\": 3}'"
      })
  static final class Add extends OnQueues {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Parameters(paramLabel = "KIND", description = "Which handler does it, such as collect_source.")
    private String kind;

    @Option(
        names = "--payload",
        paramLabel = "JSON",
        defaultValue = "{}",
        description = "What the handler needs to know. Default: {}.")
    private String payload;

    @Option(
        names = "--queue",
        paramLabel = "NAME",
        defaultValue = NewTask.DEFAULT_QUEUE,
        description = "Where it waits. Default: ${DEFAULT-VALUE}.")
    private String queue;

    @Option(
        names = "--delay",
        paramLabel = "TIME",
        converter = DurationConverter.class,
        defaultValue = "0s",
        description = "How long it waits first, such as 30s, 5m, 2h or 1d.")
    private Duration delay;

    @Option(
        names = "--priority",
        paramLabel = "N",
        defaultValue = "0",
        description = "Minutes of head start over other tasks; may be negative. Default: 0.")
    private int priority;

    @Option(
        names = "--unique",
        paramLabel = "KEY",
        description = "While a task of this kind with this key is live, this one is the same.")
    private @Nullable String key;

    @Option(
        names = "--owner",
        paramLabel = "KEY",
        description = "Whose tasks are done in order and under rate limits: bot:7/chat:9.")
    private @Nullable String owner;

    @Option(
        names = "--attempts",
        paramLabel = "N",
        description = "Attempts that may fail. Default: as its queue says.")
    private @Nullable Integer attempts;

    @Option(
        names = "--timeout",
        paramLabel = "TIME",
        converter = DurationConverter.class,
        description = "For one attempt. Default: as its queue says.")
    private @Nullable Duration timeout;

    @Override
    int run(Queues queues, Settings settings) {
      var added = queues.tasks().add(task());
      if (json.isSet()) {
        json.print(added);
      } else {
        System.out.printf(
            added.isNew() ? "Task %d is queued.%n" : "Task %d has this key already.%n", added.id());
      }
      return 0;
    }

    private NewTask task() {
      try {
        var task = NewTask.ofJson(kind, MAPPER.readTree(payload).toString());
        task = task.on(queue).after(delay).priority(priority);
        task = key == null ? task : task.unique(key);
        task = owner == null ? task : task.ownedBy(owner);
        task = attempts == null ? task : task.attempts(attempts);
        return timeout == null ? task : task.timeout(timeout);
      } catch (JacksonException e) {
        throw badUsage("The payload is not JSON: " + e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        throw badUsage(String.valueOf(e.getMessage()));
      }
    }
  }
}
