package dev.nashra.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that turns each line of standard input into one line of JSON on standard output, in the
 * order in which they come, and needs no database.
 */
abstract class LineFilter implements Callable<Integer> {
  private static final int BUFFER_BYTES = 1 << 16;

  @Option(names = "--json", description = "Accepted everywhere; here the output is always JSON.")
  @SuppressWarnings("UnusedVariable")
  private boolean json;

  private final JsonMapper mapper = JsonMapper.builder().build();

  /** The record or map to print for a line; a line that cannot be used gives one that says why. */
  protected abstract Object answer(String line);

  /** Whether an empty line is a question too; else it is passed over. */
  protected boolean answersBlankLines() {
    return false;
  }

  @Override
  public final Integer call() throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var output =
        new PrintStream(
            new BufferedOutputStream(System.out, BUFFER_BYTES), false, StandardCharsets.UTF_8);
    for (var line = input.readLine(); line != null; line = input.readLine()) {
      if (answersBlankLines() || !line.isBlank()) {
        output.println(mapper.writeValueAsString(answer(line)));
      }
    }
    output.flush();
    return output.checkError() ? 1 : 0;
  }
}
