package dev.nashra.cli;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How durations and sizes are printed in tables. */
final class Figures {
  private Figures() {}

  /** Empty for none. */
  static String seconds(@Nullable Duration duration) {
    return duration == null ? "" : String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  /** Empty for nothing. */
  static String size(long bytes) {
    if (bytes == 0) {
      return "";
    }
    return bytes < 1 << 20
        ? String.format(Locale.ROOT, "%,d kB", (bytes + 1023) >> 10)
        : String.format(Locale.ROOT, "%,.1f MB", bytes / (double) (1 << 20));
  }
}
