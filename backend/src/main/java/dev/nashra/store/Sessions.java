package dev.nashra.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.nashra.config.DatabaseUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Opens sessions on a database, with limits that free it of clients that are no more. */
record Sessions(DatabaseUrl url, Limits limits) {
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

  /**
   * How long the two sides wait for each other.
   *
   * @param idle a transaction may be without a statement; then the server ends the session, and
   *     what it had locked is free
   * @param answer a client waits for an answer before it takes the network for broken
   * @param turn whoever wants a session of a pool waits for one
   */
  record Limits(Duration idle, Duration answer, Duration turn) {
    private static final Duration USUAL_TURN = Duration.ofSeconds(10);

    /** Nothing that a job does between two statements of a transaction takes long. */
    static final Limits OF_NEWSROOM =
        new Limits(Duration.ofSeconds(30), Duration.ofMinutes(5), USUAL_TURN);

    /** A queue's statements are short: an answer that takes longer will not come any more. */
    static final Limits OF_QUEUES =
        new Limits(Duration.ofSeconds(15), Duration.ofSeconds(15), USUAL_TURN);

    /** Whoever asks over the network is told soon that the database is away. */
    static final Limits OF_REQUESTS =
        new Limits(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(1));
  }

  /** A pool of such sessions. */
  HikariDataSource pool(String name, int size) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url.jdbc());
    config.setUsername(url.user());
    config.setPassword(url.password());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    config.setConnectionTimeout(limits.turn().toMillis());
    config.setValidationTimeout(limits.turn().dividedBy(2).toMillis());
    config.setConnectionInitSql(initialisation());
    config.addDataSourceProperty("ApplicationName", "nashra");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", Long.toString(limits.turn().toSeconds()));
    config.addDataSourceProperty("socketTimeout", Long.toString(limits.answer().toSeconds()));
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new DatabaseUnavailable(url, e);
    }
  }

  /** One session outside of every pool, for as long as the caller keeps it. */
  Connection alone(Duration patience) throws SQLException {
    var properties = new Properties();
    if (url.user() != null) {
      properties.setProperty("user", url.user());
    }
    if (url.password() != null) {
      properties.setProperty("password", url.password());
    }
    properties.setProperty("ApplicationName", "nashra");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("loginTimeout", Long.toString(patience.toSeconds()));
    properties.setProperty("connectTimeout", Long.toString(patience.toSeconds()));
    var connection = DriverManager.getConnection(url.jdbc(), properties);
    try (var statement = connection.createStatement()) {
      statement.execute(initialisation());
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * What the server is to do for a session. As statements, because a pooler in between may not know
   * start-up options. A client that is gone without a word is noticed by keep-alives within a
   * minute, also while the server works for it, where its platform can tell.
   */
  private String initialisation() {
    return """
        do $$ begin
          perform set_config('idle_in_transaction_session_timeout', '%d', false),
            set_config('tcp_keepalives_idle', '30', false),
            set_config('tcp_keepalives_interval', '10', false),
            set_config('tcp_keepalives_count', '3', false);
          begin
            perform set_config('client_connection_check_interval', '10s', false);
          exception when others then null;
          end;
        end $$"""
        .formatted(limits.idle().toMillis());
  }
}
