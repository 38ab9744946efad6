package dev.nashra.app.verify;

import dev.nashra.app.doctor.Finding;
import dev.nashra.app.doctor.Finding.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a job after it was checked.
 *
 * @param stage it belongs to; a dash when it is in none
 * @param timeout after which it is stopped, in words
 * @param executor how its stage runs it, in words
 * @param checks whether it is registered, and what it works with
 * @param dryRun how it did on the sample newsroom
 * @param took how long that was
 */
public record JobVerdict(
    String job,
    String stage,
    String timeout,
    String executor,
    List<Finding> checks,
    Finding dryRun,
    Duration took) {
  public JobVerdict {
    checks = List.copyOf(checks);
  }

  /** Whether the job can do its work; a warning does not keep it from that. */
  public boolean isFine() {
    return findings().noneMatch(finding -> finding.state() == State.PROBLEM);
  }

  /** What there is to say beside that all is well. */
  public List<Finding> remarks() {
    return findings().filter(finding -> finding.state() != State.OK).toList();
  }

  private Stream<Finding> findings() {
    return Stream.concat(checks.stream(), Stream.of(dryRun));
  }
}
