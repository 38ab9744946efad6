package dev.nashra.worker;

/** What is at the bottom of an error, in one line for the log. */
final class RootCause {
  private RootCause() {}

  static String of(Throwable error) {
    var cause = error.getCause();
    return cause == null ? error.toString() : of(cause);
  }
}
