package dev.nashra.store;

import dev.nashra.config.DatabaseUrl;

/** Nothing usable answers at the database's address. */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseUnavailable(DatabaseUrl url, Throwable cause) {
    super("The database at " + url + " cannot be used: " + innermost(cause), cause);
  }

  private static String innermost(Throwable error) {
    var inner = error;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return String.valueOf(inner.getMessage());
  }
}
