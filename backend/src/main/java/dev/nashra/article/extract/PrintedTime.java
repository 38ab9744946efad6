package dev.nashra.article.extract;

import dev.nashra.text.DateReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as a page prints it, which may leave out the zone or the time of day.
 *
 * @param printed the day and time on the page, as if they were in UTC
 * @param zoned the moment, if the page names a zone
 */
record PrintedTime(Instant printed, @Nullable Instant zoned) {
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private static final Pattern ZONE =
      Pattern.compile(
          "(?i)(\\d:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,9})?(?: ?[ap]\\.?m\\.?)?)"
              + " ?(?:z|[a-z]{2,4}t|utc|(?:gmt|utc)? ?[+-]\\d{2}:?\\d{2})(?: ?\\([^)]*\\))?$");

  /** The time that this text names, or none. */
  static Optional<PrintedTime> in(String text) {
    var line = Prose.squeeze(text);
    var zone = ZONE.matcher(line);
    boolean hasZone = zone.find();
    var printed = DateReader.read(hasZone ? zone.replaceFirst("$1") : line);
    if (printed == null || printed.isBefore(FIRST) || printed.isAfter(LAST)) {
      return Optional.empty();
    }
    return Optional.of(new PrintedTime(printed, hasZone ? DateReader.read(line) : null));
  }

  /** The moment, in UTC where no zone is named; a bare day, also as a local midnight, stays one. */
  Instant instant() {
    return zoned == null || !hasTimeOfDay() ? printed : zoned;
  }

  /** Whether the other says the same and more. */
  boolean isCompletedBy(PrintedTime other) {
    if (!hasTimeOfDay()) {
      return other.hasTimeOfDay() && printed.equals(other.printed.truncatedTo(ChronoUnit.DAYS));
    }
    return zoned == null
        && other.zoned != null
        && Duration.between(printed, other.printed).abs().compareTo(Duration.ofMinutes(1)) < 0;
  }

  private boolean hasTimeOfDay() {
    return !printed.equals(printed.truncatedTo(ChronoUnit.DAYS));
  }
}
