package dev.nashra.cli;

import dev.nashra.config.InvalidSettings;
import dev.nashra.config.LogFormat;
import dev.nashra.media.ffmpeg.FfmpegFailed;
import dev.nashra.media.ffmpeg.FfmpegNotFound;
import dev.nashra.media.voice.VoiceFailed;
import dev.nashra.store.DatabaseUnavailable;
import dev.nashra.store.EmbeddedPostgresException;
import dev.nashra.telemetry.Logs;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
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
    version = "nashra 0.1.0",
    subcommands = {
      BotCommands.class,
      CardCommand.class,
      ClusterFilter.class,
      ConfigCommand.class,
      CycleCommand.class,
      CyclesCommand.class,
      DemoCommand.class,
      DoctorCommand.class,
      ExtractFilter.class,
      FeedFilter.class,
      HelpCommand.class,
      JobsCommand.class,
      LanguageFilter.class,
      PublicationsCommand.class,
      QueueCommand.class,
      ReelCommand.class,
      RunCommand.class,
      ShowStoryCommand.class,
      SourcesCommand.class,
      SpeakCommand.class,
      StoriesCommand.class,
      SwitchWorkerCommand.class,
      TasksCommand.class,
      VerifyJobsCommand.class,
      WebCommand.class,
    })
public final class Nashra implements Runnable {
  @Spec private CommandSpec spec;

  /** The whole command line, ready to execute. */
  public static CommandLine commandLine() {
    Logs.configure("warn", LogFormat.TEXT); // commands speak for themselves; the daemon says more
    return new CommandLine(new Nashra())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((error, _, _) -> exitCode(error));
  }

  private static int exitCode(Exception error) {
    switch (error) {
      case InvalidSettings _ -> {
        System.err.println(error.getMessage());
        return ExitCode.USAGE;
      }
      case DatabaseUnavailable _,
          EmbeddedPostgresException _,
          FfmpegNotFound _,
          FfmpegFailed _,
          VoiceFailed _ ->
          System.err.println(error.getMessage());
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          System.err.println(error.getMessage() + ": " + FileTrouble.in(unchecked.getCause()));
      case IOException trouble -> System.err.println(FileTrouble.in(trouble));
      case InterruptedException _ -> System.err.println("Interrupted.");
      default -> LoggerFactory.getLogger("nashra").error("The command failed", error);
    }
    return ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
