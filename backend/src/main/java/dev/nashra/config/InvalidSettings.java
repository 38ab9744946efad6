package dev.nashra.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; holds every problem at once. */
public final class InvalidSettings extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<SettingProblem> problems;

  InvalidSettings(List<SettingProblem> problems) {
    super(
        problems.stream()
            .map(problem -> "  " + problem)
            .collect(
                Collectors.joining(
                    "\n", "%d setting(s) cannot be used:\n".formatted(problems.size()), "")));
    this.problems = List.copyOf(problems);
  }

  public List<SettingProblem> problems() {
    return problems;
  }
}
