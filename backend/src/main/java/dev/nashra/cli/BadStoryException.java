package dev.nashra.cli;

/** Standard input is no story that can be used; the message says why. */
final class BadStoryException extends RuntimeException {
  BadStoryException(String problem) {
    super("The story on standard input " + problem);
  }
}
