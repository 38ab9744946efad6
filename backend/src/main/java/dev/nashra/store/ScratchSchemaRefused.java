package dev.nashra.store;

/** The database does not let this user make a schema, even one that is rolled back. */
public final class ScratchSchemaRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScratchSchemaRefused(Throwable cause) {
    super("no schema for a dry run can be made: " + cause.getMessage(), cause);
  }
}
