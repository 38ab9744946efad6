package dev.nashra.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.quartz.utils.ConnectionProvider;

/** Connections of a test's database that can be taken away, as when a machine loses its network. */
public final class TestConnections implements ConnectionProvider {
  private final Database database;
  private volatile boolean isAway;

  public TestConnections(TestDatabase database) {
    this.database = database.get();
  }

  /** From now on nothing reaches the database, or everything does again. */
  public void away(boolean away) {
    isAway = away;
  }

  /** Does something to the tables of the schedule. */
  public void execute(String sql) {
    database.useTransaction(handle -> handle.execute(sql));
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (isAway) {
      throw new SQLException("the database is away");
    }
    return database.connection();
  }

  @Override
  public void initialize() {}

  @Override
  public void shutdown() {}
}
