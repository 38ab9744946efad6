package dev.nashra.web;

import java.util.List;

/** Whether the newsroom does its work, as the checks found it. */
public record HealthReport(List<Check> checks) {
  public HealthReport {
    checks = List.copyOf(checks);
  }

  /**
   * One thing that was looked at.
   *
   * @param name stable, for programs
   * @param ok whether all is well
   * @param found in words; everybody may read it
   */
  public record Check(String name, boolean ok, String found) {}

  public boolean isReady() {
    return checks.stream().allMatch(Check::ok);
  }

  /** The names of those that are not well. */
  public List<String> bad() {
    return checks.stream().filter(check -> !check.ok()).map(Check::name).toList();
  }
}
