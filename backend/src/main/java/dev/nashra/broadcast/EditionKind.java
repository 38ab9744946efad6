package dev.nashra.broadcast;

import java.util.Locale;

/** The kinds of edition. */
public enum EditionKind {
  /** The top stories of one moment. */
  BULLETIN,
  /** The stories of a day. */
  DIGEST;

  /** As it stands in file names and addresses. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
