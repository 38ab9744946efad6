package dev.nashra.bench;

import dev.nashra.bench.engine.EngineBenchmark;
import dev.nashra.bench.queue.QueueBenchmark;
import dev.nashra.bench.queue.QueueProcess;
import dev.nashra.bench.webhook.WebhookBenchmark;
import dev.nashra.bench.webhook.WebhookProcess;
import dev.nashra.config.LogFormat;
import dev.nashra.telemetry.Logs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The list of benchmarks: {@code ./nashra bench NAME}. */
@Command(
    name = "bench",
    description = "What the parts of Nashra cost, measured on this machine.",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      HelpCommand.class,
      EngineBenchmark.class,
      QueueBenchmark.class,
      QueueProcess.class,
      WebhookBenchmark.class,
      WebhookProcess.class
    })
public final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  private Bench() {}

  public static void main(String[] arguments) {
    Logs.configure("error", LogFormat.TEXT);
    System.exit(new CommandLine(new Bench()).setUsageHelpAutoWidth(true).execute(arguments));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a benchmark.");
  }
}
