package dev.nashra.worker;

import java.util.List;

/**
 * A named step of the cycle.
 *
 * @param width how many of its jobs run at once; 1 means one after the other, in their order
 */
public record Stage(String name, int width, List<Job> jobs) {
  public Stage {
    jobs = List.copyOf(jobs);
  }

  /** A stage whose jobs build on each other. */
  public static Stage inOrder(String name, Job... jobs) {
    return new Stage(name, 1, List.of(jobs));
  }

  /** A stage whose jobs run side by side, at most so many at once. */
  public static Stage sideBySide(String name, int width, Job... jobs) {
    return new Stage(name, width, List.of(jobs));
  }
}
