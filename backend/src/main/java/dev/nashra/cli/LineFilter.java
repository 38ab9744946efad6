package dev.nashra.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command that turns each line of standard input into one line of JSON on standard output, in the
 * order in which they come, and needs no database.
 */
abstract class LineFilter implements Callable<Integer> {
  private static final int BUFFER_CHARACTERS = 1 << 16;

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

  /** Nobody reads to the end what nobody listens to: a broken pipe ends the filter. */
  @Override
  public final Integer call() throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var answers = new StringBuilder();
    for (var line = input.readLine(); line != null; line = input.readLine()) {
      if (answersBlankLines() || !line.isBlank()) {
        answers.append(mapper.writeValueAsString(answer(line))).append('\n');
      }
      // An answer is not kept back while the next question is waited for.
      if (answers.length() > BUFFER_CHARACTERS || !input.ready()) {
        if (!isHeard(answers.toString())) {
          return 1;
        }
        answers.setLength(0);
      }
    }
    return isHeard(answers.toString()) ? 0 : 1;
  }

  private static boolean isHeard(String answers) {
    var bytes = answers.getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    return !System.out.checkError();
  }
}
