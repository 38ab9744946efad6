package dev.nashra.store;

import dev.nashra.config.DatabaseUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The files that make the schema.
 *
 * <p>They run on connections of their own: the one that holds their lock is idle for as long as
 * they take, which no other may be.
 */
final class Migrations {
  private static final String FOLDER = "db/migration";

  private final Flyway flyway;

  Migrations(DatabaseUrl url) {
    flyway =
        Flyway.configure()
            .dataSource(url.jdbc(), url.user(), url.password())
            .locations("classpath:" + FOLDER)
            .load();
  }

  /** Brings the schema up to date; one process at a time. */
  void run() {
    flyway.migrate();
  }

  /** How far the schema is; empty while there is none. */
  Optional<String> version() {
    var current = flyway.info().current();
    return Optional.ofNullable(current).map(MigrationInfo::getVersion).map(Object::toString);
  }

  int pending() {
    return flyway.info().pending().length;
  }

  /** Where the files are, in order. */
  List<String> files() {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getScript)
        .map(script -> "/" + FOLDER + "/" + script)
        .toList();
  }
}
