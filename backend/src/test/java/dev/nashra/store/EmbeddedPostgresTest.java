package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EmbeddedPostgresTest {
  @TempDir private Path folder;

  @Test
  void aKilledServerComesBackWithAllThatWasCommitted() throws Exception {
    try (var postgres = EmbeddedPostgres.start(folder, Duration.ZERO)) {
      execute(postgres, "create table kept as select 7 as value");
      var first = server();

      assertTrue(first.destroyForcibly());

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> execute(postgres, "insert into kept values (8)"));
      assertTrue(server().pid() != first.pid());
      assertTrue(execute(postgres, "select 1 / (count(*) - 1) from kept"), "both rows are there");
    }
    assertEquals(0, ProcessHandle.current().descendants().filter(this::isOurs).count());
  }

  /** PG_VERSION is among the first files that a set-up writes. */
  @Test
  void aSetUpThatWasKilledIsDoneAgain() throws Exception {
    var half = Files.createDirectories(folder.resolve("cluster.part"));
    Files.writeString(half.resolve("PG_VERSION"), "18");

    try (var postgres = EmbeddedPostgres.start(folder, Duration.ZERO)) {
      assertTrue(execute(postgres, "select 1"));
    }
    assertTrue(Files.notExists(half));
  }

  private boolean isOurs(ProcessHandle process) {
    return process.info().command().orElse("").startsWith(folder.toString());
  }

  private ProcessHandle server() throws Exception {
    var file = folder.resolve("cluster").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).orElseThrow();
  }

  private static boolean execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    var url = postgres.url();
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    }
  }
}
