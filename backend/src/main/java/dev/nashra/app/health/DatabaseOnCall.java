package dev.nashra.app.health;

import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.Database;
import dev.nashra.store.EmbeddedPostgres;
import dev.nashra.store.Vitals;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server of another process, which comes and goes with it: found anew when it is at
 * another port.
 */
public final class DatabaseOnCall implements Supplier<Vitals>, AutoCloseable {
  private final Path folder;

  /** Guarded by this, as is {@link #database}. */
  private @Nullable DatabaseUrl url;

  private @Nullable Database database;

  /**
   * @param folder of the embedded server
   */
  public DatabaseOnCall(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized Vitals get() {
    return Vitals.of(open(address()));
  }

  private DatabaseUrl address() {
    try {
      return EmbeddedPostgres.running(folder)
          .orElseThrow(() -> new IllegalStateException("no worker runs on this machine"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Database open(DatabaseUrl now) {
    var known = database;
    if (known != null && now.equals(url)) {
      return known;
    }
    close();
    var opened = Database.openUnchanged(now);
    database = opened;
    url = now;
    return opened;
  }

  @Override
  public synchronized void close() {
    var open = database;
    database = null;
    if (open != null) {
      open.close();
    }
  }
}
