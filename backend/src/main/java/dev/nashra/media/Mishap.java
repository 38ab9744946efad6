package dev.nashra.media;

import dev.nashra.media.type.UnwritableLanguageException;
import dev.nashra.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what could not be made, so that it is tried after all others, and not for ever. */
final class Mishap {
  private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);

  /** Only the operator can add a font, and does not do so from one cycle to the next. */
  private static final Duration UNTIL_A_FONT_MAY_BE_THERE = Duration.ofDays(1);

  private Mishap() {}

  static void note(
      Renderings renderings, Report report, RenderingKind kind, Exception e, Instant now) {
    var reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    var what = "No %s for story %d: %s".formatted(label(kind), report.storyId(), reason);
    if (e instanceof UnwritableLanguageException) {
      LOG.warn(what);
      renderings.failed(report, kind, reason, now.plus(UNTIL_A_FONT_MAY_BE_THERE));
    } else {
      // A full disk says all by its message, and for every file; anything else is ours to explain.
      LOG.warn(what, e instanceof IOException ? null : e);
      renderings.failed(report, kind, reason, now);
    }
  }

  private static String label(RenderingKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
