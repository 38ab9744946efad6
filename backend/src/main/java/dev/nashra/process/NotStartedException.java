package dev.nashra.process;

import java.io.IOException;

/** The program of a command could not be started: absent, not executable, or no memory. */
public final class NotStartedException extends RuntimeException {
  NotStartedException(Command command, IOException cause) {
    super(command.name() + " could not be started: " + cause.getMessage(), cause);
  }
}
