package dev.nashra.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Retry-After header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final InstantSource clock;

  public RetryAfter(InstantSource clock) {
    this.clock = clock;
  }

  /** How long to wait, between nothing and a day; null when the header is missing or unreadable. */
  public @Nullable Duration read(@Nullable String header) {
    if (header == null) {
      return null;
    }
    var text = header.strip();
    try {
      return bounded(
          text.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
