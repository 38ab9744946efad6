package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.config.Settings;
import dev.nashra.store.Database;
import dev.nashra.store.EmbeddedPostgres;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database that the settings name, or the embedded one. */
public final class Storage implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
  private static final Duration OWNER_PATIENCE = Duration.ofSeconds(30);
  private static final Duration VISITOR_PATIENCE = Duration.ofMinutes(30);

  private final Database database;
  private final @Nullable EmbeddedPostgres embedded;
  private final boolean waitsForVisitors;

  private Storage(
      Database database, @Nullable EmbeddedPostgres embedded, boolean waitsForVisitors) {
    this.database = database;
    this.embedded = embedded;
    this.waitsForVisitors = waitsForVisitors;
  }

  /** For the daemon: an embedded server belongs to it, and goes when it goes. */
  public static Storage forDaemon(Settings settings) throws InterruptedException {
    var url = settings.get(Catalog.DATABASE_URL);
    return url.isPresent()
        ? new Storage(open(url.get(), settings), null, false)
        : own(settings, OWNER_PATIENCE, false);
  }

  /**
   * For one command: visits the embedded server that another process runs, or runs it for as long
   * as this command and those that visit it need it.
   */
  public static Storage forCommand(Settings settings) throws InterruptedException {
    var url = settings.get(Catalog.DATABASE_URL);
    if (url.isPresent()) {
      return new Storage(open(url.get(), settings), null, false);
    }
    var running = EmbeddedPostgres.running(folders(settings).postgres());
    return running.isPresent()
        ? new Storage(open(running.get(), settings), null, false)
        : own(settings, OWNER_PATIENCE, true);
  }

  /**
   * For a look, or a word to the workers: a database that somebody else runs, with its schema left
   * as it is. Empty when that would be the embedded server, and nobody runs it now.
   */
  public static Optional<Storage> ifRunning(Settings settings) throws InterruptedException {
    var url = settings.get(Catalog.DATABASE_URL);
    var running = url.isPresent() ? url : EmbeddedPostgres.running(folders(settings).postgres());
    return running.map(server -> new Storage(Database.openUnchanged(server), null, false));
  }

  /** As {@link #forCommand}, with the schema left as it is. */
  public static Storage unchanged(Settings settings) throws InterruptedException {
    var running = ifRunning(settings);
    if (running.isPresent()) {
      return running.get();
    }
    var embedded = EmbeddedPostgres.start(folders(settings).postgres(), OWNER_PATIENCE);
    try {
      return new Storage(Database.openUnchanged(embedded.url()), embedded, true);
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static Storage own(Settings settings, Duration patience, boolean waitsForVisitors)
      throws InterruptedException {
    var embedded = EmbeddedPostgres.start(folders(settings).postgres(), patience);
    try {
      return new Storage(open(embedded.url(), settings), embedded, waitsForVisitors);
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static Database open(DatabaseUrl url, Settings settings) {
    return Database.open(url, settings.get(Catalog.DB_MAX_POOL_SIZE));
  }

  private static Folders folders(Settings settings) {
    return new Folders(settings.get(Catalog.DATA_DIR));
  }

  public Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
    if (embedded == null) {
      return;
    }
    try {
      if (waitsForVisitors && !embedded.awaitVisitors(VISITOR_PATIENCE)) {
        LOG.warn("Another command still uses the database, which stops now");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      embedded.close();
    }
  }
}
