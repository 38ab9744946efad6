package dev.nashra.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The list of commands. */
@Command(
    name = "nashra",
    description = "A newsroom that runs itself.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {HelpCommand.class, CardCommand.class})
public final class Nashra implements Runnable {
  @Spec private CommandSpec spec;

  /** The whole command line, ready to execute. */
  public static CommandLine commandLine() {
    return new CommandLine(new Nashra())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
