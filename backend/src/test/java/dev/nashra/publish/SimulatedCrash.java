package dev.nashra.publish;

/** The end of a process, as far as a test on one machine can have it: nothing catches it. */
final class SimulatedCrash extends Error {
  private static final long serialVersionUID = 1;

  SimulatedCrash(String where) {
    super(where);
  }
}
