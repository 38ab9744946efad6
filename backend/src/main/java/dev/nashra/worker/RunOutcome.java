package dev.nashra.worker;

import java.time.Duration;

/** How a run ended. */
public sealed interface RunOutcome {
  /** The state as it is recorded. */
  default RunState state() {
    return switch (this) {
      case Done _ -> RunState.DONE;
      case Failed _ -> RunState.FAILED;
      case TimedOut _ -> RunState.TIMED_OUT;
      case Stopped _ -> RunState.STOPPED;
      case Skipped _ -> RunState.SKIPPED;
    };
  }

  /** The job ended it. */
  record Done(JobResult result) implements RunOutcome {}

  /** The job threw something; {@code error} says what, with its stack. */
  record Failed(String error) implements RunOutcome {}

  /**
   * It was stopped at its timeout.
   *
   * @param stack what its thread was doing then
   */
  record TimedOut(Duration timeout, String stack) implements RunOutcome {}

  /** It was stopped because the worker stops. */
  record Stopped(String reason) implements RunOutcome {}

  /** It never began. */
  record Skipped(String reason) implements RunOutcome {}
}
