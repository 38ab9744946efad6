package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class NashraTest {
  static Stream<String> commands() {
    return commands(Nashra.commandLine(), "");
  }

  private static Stream<String> commands(CommandLine parent, String path) {
    return parent.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("help"))
        .flatMap(
            entry -> {
              var name = (path + " " + entry.getKey()).strip();
              return Stream.concat(Stream.of(name), commands(entry.getValue(), name));
            });
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpAndSaysWhatItDoes(String command) {
    var out = new StringWriter();
    var line = Nashra.commandLine().setOut(new PrintWriter(out));

    assertEquals(0, line.execute(words(command + " --help")));
    assertTrue(out.toString().contains("Usage: nashra " + command), out::toString);
    assertFalse(at(command).getCommandSpec().usageMessage().description().length == 0);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandThatDoesSomethingTakesJson(String command) {
    var found = at(command);
    if (found.getSubcommands().isEmpty()) {
      assertTrue(found.getCommandSpec().optionsMap().containsKey("--json"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "publishh",
        "sources",
        "sources ad",
        "story",
        "story one",
        "cycles --last many",
        "doctor --unknown",
        "web here"
      })
  void badUsageExitsWithTwo(String arguments) {
    var err = new StringWriter();
    var line = Nashra.commandLine().setErr(new PrintWriter(err));

    assertEquals(2, line.execute(words(arguments)));
    assertFalse(err.toString().isBlank());
  }

  private static CommandLine at(String command) {
    var line = Nashra.commandLine();
    for (var name : words(command)) {
      line = Objects.requireNonNull(line.getSubcommands().get(name), name);
    }
    return line;
  }

  private static String[] words(String command) {
    return command.isEmpty() ? new String[0] : command.split(" ", -1);
  }
}
