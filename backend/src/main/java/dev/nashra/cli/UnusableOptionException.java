package dev.nashra.cli;

/** An option names something that cannot be used; the message says what and why. */
final class UnusableOptionException extends RuntimeException {
  UnusableOptionException(String problem) {
    super(problem);
  }
}
