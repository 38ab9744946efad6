package dev.nashra.worker;

import java.util.List;

/**
 * A named step of the cycle.
 *
 * @param inOrder whether its jobs build on each other and run one after the other
 * @param slots how many of its jobs run at once, over all cycles of a worker
 */
public record Stage(String name, boolean inOrder, int slots, List<Job> jobs) {
  /** More than there are jobs. */
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  public Stage {
    jobs = List.copyOf(jobs);
  }

  /** A stage whose jobs build on each other. */
  public static Stage inOrder(String name, Job... jobs) {
    return new Stage(name, true, UNBOUNDED, List.of(jobs));
  }

  /** A stage whose jobs run side by side, at most so many at once. */
  public static Stage sideBySide(String name, int slots, Job... jobs) {
    return new Stage(name, false, slots, List.of(jobs));
  }
}
