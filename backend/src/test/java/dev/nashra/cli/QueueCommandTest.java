package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class QueueCommandTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "health", "monitor", "failed", "retry", "forget", "show", "cancel", "pause", "resume",
        "work"
      })
  void everyCommandHasHelpAndJson(String name) {
    var output = new StringWriter();

    var exit =
        Nashra.commandLine().setOut(new PrintWriter(output)).execute("queue", name, "--help");

    assertEquals(0, exit);
    assertTrue(output.toString().contains("--json"), output::toString);
  }

  @Test
  void tasksAddSaysWhatItTakes() {
    var output = new StringWriter();

    Nashra.commandLine().setOut(new PrintWriter(output)).execute("tasks", "add", "--help");

    assertTrue(output.toString().contains("--delay=TIME"), output::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "queue",
    "queue retry x",
    "queue show",
    "tasks",
    "tasks add",
    "tasks add k --delay soon",
    "queue work --max-time never"
  })
  void badUsageIsCodeTwo(String line) {
    var errors = new StringWriter();

    var exit = Nashra.commandLine().setErr(new PrintWriter(errors)).execute(line.split(" ", -1));

    assertEquals(2, exit, errors::toString);
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "45,PT45S", "5m,PT5M", "2h,PT2H", "1d,PT24H"})
  void durationsAreReadAsPeopleWriteThem(String text, Duration duration) {
    assertEquals(duration, new DurationConverter().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-5s", "1.5h", "5 minutes", "99999999999999s"})
  void whatIsNoDurationIsRefused(String text) {
    assertThrows(TypeConversionException.class, () -> new DurationConverter().convert(text));
  }
}
