package dev.nashra.cli;

import dev.nashra.media.Brief;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** A command that makes one file of the story on standard input, and needs no database. */
abstract class StoryCommand implements Callable<Integer> {
  private static final int BAD_INPUT = 2;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to write; its folder is made if need be.")
  private Path out;

  @Option(names = "--json", description = "Say what was written as one line of JSON.")
  private boolean json;

  /** Makes the file and tells of it: a record, printed as JSON or by its {@code toString}. */
  protected abstract Object make(Brief story, Path file) throws Exception;

  @Override
  public final Integer call() throws Exception {
    try {
      var made = make(StoryInput.read(System.in), out);
      say(System.out, json ? JsonMapper.builder().build().writeValueAsString(made) : made);
      return 0;
    } catch (BadStoryException | UnusableOptionException e) {
      complain(e);
      return BAD_INPUT;
    } catch (IOException e) {
      complain(new IOException("Cannot write " + out + ": " + e, e));
      return 1;
    }
  }

  private static void complain(Exception problem) {
    say(System.err, String.valueOf(problem.getMessage()));
  }

  /** In UTF-8 whatever the terminal's locale, as the line filters do. */
  private static void say(PrintStream stream, Object line) {
    var output = new PrintStream(stream, true, StandardCharsets.UTF_8);
    output.println(line);
  }
}
