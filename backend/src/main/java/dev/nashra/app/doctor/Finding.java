package dev.nashra.app.doctor;

/**
 * What a check found.
 *
 * @param name of what was looked at
 * @param found as it is
 * @param whatToDo about it; empty when there is nothing to do
 */
public record Finding(String name, State state, String found, String whatToDo) {
  /** How bad it is. */
  public enum State {
    OK,
    /** The newsroom runs, but something is worse than it could be. */
    WARNING,
    /** The newsroom cannot do a part of its work. */
    PROBLEM
  }

  public static Finding ok(String name, String found) {
    return new Finding(name, State.OK, found, "");
  }

  public static Finding warning(String name, String found, String whatToDo) {
    return new Finding(name, State.WARNING, found, whatToDo);
  }

  public static Finding problem(String name, String found, String whatToDo) {
    return new Finding(name, State.PROBLEM, found, whatToDo);
  }
}
