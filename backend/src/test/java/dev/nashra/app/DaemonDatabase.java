package dev.nashra.app;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A look from outside into the embedded database of a daemon that runs, and a hand on it. */
final class DaemonDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Connection connection;

  private DaemonDatabase(Connection connection) {
    this.connection = connection;
  }

  /** Waits until the daemon's server answers. */
  static DaemonDatabase of(Path postgres) {
    return Awaitility.await("the database")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> new DaemonDatabase(connect(postgres)), _ -> true);
  }

  private static Connection connect(Path postgres) throws SQLException, InterruptedException {
    return connect(EmbeddedPostgres.running(postgres).orElseThrow());
  }

  static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column. */
  List<String> texts(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  long count(String rows) throws SQLException {
    return Long.parseLong(texts("select count(*) from " + rows).getFirst());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
