package dev.nashra.cli;

/** Standard input is not a story; the message says what is missing and where. */
final class BadStoryException extends RuntimeException {
  BadStoryException(String problem) {
    super("The story on standard input " + problem);
  }
}
