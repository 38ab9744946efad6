package dev.nashra.worker;

/** What came of claiming a job for a run. */
public sealed interface RunClaim {
  /** Nobody else runs the job until this run ends. */
  record Claimed(long runId) implements RunClaim {}

  /** Somebody else has it; that this run was skipped is recorded. */
  record Taken(String reason) implements RunClaim {}
}
