package dev.nashra.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Gives the schedule connections of our pool. */
public final class QuartzConnections implements ConnectionProvider {
  private final Database database;

  public QuartzConnections(Database database) {
    this.database = database;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database.connection();
  }

  @Override
  public void initialize() {}

  /** The pool outlives the schedule. */
  @Override
  public void shutdown() {}
}
