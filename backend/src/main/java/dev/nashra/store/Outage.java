package dev.nashra.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.stream.Stream;

/** Failures of the database that say nothing about who asked: the same may work in a moment. */
final class Outage {
  /**
   * Beginnings of SQL states (appendix A of PostgreSQL's manual): connection, resources, operator
   * intervention, an idle transaction that was ended, serialization and deadlock.
   */
  private static final List<String> STATES = List.of("08", "53", "57P0", "25P03", "40001", "40P01");

  private static final int DEEPEST = 20;

  private Outage() {}

  static boolean isCauseOf(Throwable thrown) {
    return Stream.iterate(thrown, error -> error != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(error -> error instanceof SQLException sql && isOutage(sql));
  }

  private static boolean isOutage(SQLException error) {
    var state = error.getSQLState();
    return error instanceof SQLTransientException
        || (state != null && STATES.stream().anyMatch(state::startsWith));
  }
}
