package dev.nashra.app.doctor;

import dev.nashra.app.Folders;
import dev.nashra.config.Catalog;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.config.Settings;
import dev.nashra.source.Source;
import dev.nashra.store.Database;
import dev.nashra.store.DatabaseUnavailable;
import dev.nashra.store.EmbeddedPostgres;
import dev.nashra.store.EmbeddedPostgresException;
import dev.nashra.store.SourceTable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the database answers or the embedded one runs here, and how the sources in it do. */
final class DatabaseCheck implements Callable<List<Finding>> {
  private static final String NAME = "Database";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NAMED = 5;

  private final Settings settings;
  private final Folders folders;

  DatabaseCheck(Settings settings, Folders folders) {
    this.settings = settings;
    this.folders = folders;
  }

  @Override
  public List<Finding> call() throws InterruptedException {
    try {
      var url = settings.get(Catalog.DATABASE_URL);
      return url.isPresent() ? look(url.get(), "at " + url.get().jdbc()) : lookAtEmbedded();
    } catch (DatabaseUnavailable e) {
      return List.of(
          Finding.problem(
              NAME,
              String.valueOf(e.getMessage()),
              "Start that server and check address, user and password in DATABASE_URL; or leave"
                  + " DATABASE_URL empty for the embedded server."));
    } catch (EmbeddedPostgresException | UncheckedIOException e) {
      return List.of(
          Finding.problem(
              NAME,
              String.valueOf(e.getMessage()),
              "Do as the message says, or set DATABASE_URL to a PostgreSQL server."));
    }
  }

  private List<Finding> lookAtEmbedded() throws InterruptedException {
    var folder = folders.postgres();
    var running = EmbeddedPostgres.running(folder);
    if (running.isPresent()) {
      return look(running.get(), "embedded, in use by another nashra");
    }
    try (var server = EmbeddedPostgres.start(folder, PATIENCE)) {
      return look(server.url(), "embedded, in " + folder.toAbsolutePath().normalize());
    }
  }

  private static List<Finding> look(DatabaseUrl url, String where) {
    try (var database = Database.openUnchanged(url)) {
      var schema = database.schema();
      var found = "PostgreSQL %s %s".formatted(schema.server(), where);
      if (schema.version() == null) {
        return List.of(
            Finding.ok(NAME, found + "; empty, the first start makes the tables"),
            sources(List.of()));
      }
      var state =
          schema.pending() == 0
              ? "schema %s, up to date".formatted(schema.version())
              : "schema %s, %d migration(s) to come at the next start"
                  .formatted(schema.version(), schema.pending());
      return List.of(
          Finding.ok(NAME, found + "; " + state), sources(new SourceTable(database).all()));
    }
  }

  static Finding sources(List<Source> sources) {
    if (sources.isEmpty()) {
      return Finding.warning("Sources", "none yet", "nashra sources add URL, or try nashra demo.");
    }
    var failing = sources.stream().filter(source -> source.health().failures() > 0).toList();
    if (failing.isEmpty()) {
      return Finding.ok("Sources", "%d, none failing".formatted(sources.size()));
    }
    var named =
        failing.stream()
            .limit(NAMED)
            .map(s -> "%s: %s".formatted(s.name(), firstLine(s.health().lastError())))
            .collect(Collectors.joining("; "));
    var more = failing.size() > NAMED ? "; and %d more".formatted(failing.size() - NAMED) : "";
    return Finding.warning(
        "Sources",
        "%d, %d failing (%s%s)".formatted(sources.size(), failing.size(), named, more),
        "nashra sources test URL shows what such a source answers.");
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "?" : text.lines().findFirst().orElse("?");
  }
}
