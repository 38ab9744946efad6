package dev.nashra;

import dev.nashra.cli.Nashra;

/**
 * Where the program starts: hands the command line to the list of commands and exits with its code.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Nashra.commandLine().execute(arguments));
  }
}
