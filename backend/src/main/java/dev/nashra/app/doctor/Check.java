package dev.nashra.app.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One thing to look at.
 *
 * @param limit after which it is given up
 * @param look gives what was found, in one or more lines
 */
record Check(String name, Duration limit, Callable<List<Finding>> look) {
  private static final Duration ORDINARY = Duration.ofSeconds(20);

  static Check of(String name, Callable<Finding> look) {
    return within(ORDINARY, name, look);
  }

  static Check within(Duration limit, String name, Callable<Finding> look) {
    return new Check(name, limit, () -> List.of(look.call()));
  }
}
