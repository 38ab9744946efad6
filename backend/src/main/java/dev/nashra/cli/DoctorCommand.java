package dev.nashra.cli;

import dev.nashra.app.doctor.Doctor;
import dev.nashra.app.doctor.Finding;
import dev.nashra.app.doctor.Finding.State;
import dev.nashra.config.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks what the newsroom needs on this machine and says what to do. */
@Command(
    name = "doctor",
    description = {
      "Check Java, settings, database, ffmpeg, voice, fonts, disk, keys; say what to do.",
      "Changes nothing of the newsroom; on a new machine it unpacks what is bundled into the data"
          + " folder. Exit code 1 when there is a problem."
    })
final class DoctorCommand implements Callable<Integer> {
  private static final String LINE = "%s %-9s %s%n";

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    new Doctor(Settings.examineProcess())
        .examine(
            finding -> {
              findings.add(finding);
              if (!json.isSet()) {
                print(finding);
              }
            });
    var problems = count(findings, State.PROBLEM);
    var warnings = count(findings, State.WARNING);
    if (json.isSet()) {
      json.print(Map.of("ok", problems == 0, "checks", findings));
    } else {
      System.out.println(verdict(problems, warnings));
    }
    return problems == 0 ? 0 : 1;
  }

  private static void print(Finding finding) {
    System.out.printf(LINE, mark(finding.state()), finding.name(), finding.found());
    if (!finding.whatToDo().isEmpty()) {
      System.out.printf(LINE, " ", "", "→ " + finding.whatToDo());
    }
  }

  private static String mark(State state) {
    return switch (state) {
      case OK -> "✓";
      case WARNING -> "!";
      case PROBLEM -> "✗";
    };
  }

  private static long count(List<Finding> findings, State state) {
    return findings.stream().filter(finding -> finding.state() == state).count();
  }

  private static String verdict(long problems, long warnings) {
    return problems + warnings == 0
        ? "Everything is in order."
        : "%d problem(s), %d warning(s).".formatted(problems, warnings);
  }
}
