package dev.nashra.cli;

import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The option of every command that prints for programs, and how that is printed. */
final class JsonOption {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final JsonMapper LINE_MAPPER = JsonMapper.builder().build();

  @Option(names = "--json", description = "Print for programs.")
  private boolean json;

  boolean isSet() {
    return json;
  }

  /** Prints a record, list or map. */
  void print(Object value) {
    System.out.println(MAPPER.writeValueAsString(value));
  }

  /** Prints it on one line, and at once: for streams of them. */
  void printLine(Object value) {
    System.out.println(LINE_MAPPER.writeValueAsString(value));
    System.out.flush();
  }
}
