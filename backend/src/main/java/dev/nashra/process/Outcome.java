package dev.nashra.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How a child process ended, when it was not we who were stopped. */
public sealed interface Outcome {
  /** Whether the child ended by itself with code 0. */
  default boolean succeeded() {
    return this instanceof Exited(var code, _, _) && code == 0;
  }

  /** The last that it wrote to standard error, as much as the command keeps. */
  String errors();

  /** One line that says how it ended and the last thing it complained about. */
  String summary();

  /**
   * It ended by itself, or somebody else killed it (128 and the signal's number).
   *
   * @param output the first bytes of standard output, as many as the command keeps
   * @param errors the last lines of standard error, as many as the command keeps
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Exited(int code, byte[] output, String errors) implements Outcome {
    public String text() {
      return new String(output, StandardCharsets.UTF_8);
    }

    @Override
    public String summary() {
      return "exit code " + code + lastLine(errors);
    }
  }

  /** It took too long and was killed. */
  record TimedOut(Duration timeout, String errors) implements Outcome {
    @Override
    public String summary() {
      return "killed after " + timeout.toSeconds() + " s" + lastLine(errors);
    }
  }

  /** There was no such program, or it could not be executed. */
  record NotStarted(String summary) implements Outcome {
    @Override
    public String errors() {
      return "";
    }
  }

  private static String lastLine(String errors) {
    var stripped = errors.strip();
    return stripped.isEmpty() ? "" : ": " + stripped.substring(stripped.lastIndexOf('\n') + 1);
  }
}
