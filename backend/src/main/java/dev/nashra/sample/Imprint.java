package dev.nashra.sample;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Under which addresses and at what times an outlet prints: what every document of it needs.
 *
 * @param baseUrl of the server, without a slash at its end
 * @param anchor the moment from which times are counted back
 */
record Imprint(SampleOutlet outlet, String baseUrl, Instant anchor) {
  /** The invented country keeps one time all year. */
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(2);

  String url(SampleArticle article) {
    return url(outlet.pathOf(article));
  }

  String path(SampleArticle article) {
    return encoded(outlet.pathOf(article));
  }

  String url(String path) {
    return baseUrl + encoded(path);
  }

  /** Identifies an article for good: the same on every port. */
  String id(SampleArticle article) {
    return "tag:" + outlet.id() + ".example,2025:" + encoded(article.slug());
  }

  String imagePath(SampleArticle article) {
    return picturePath(outlet, article);
  }

  static String picturePath(SampleOutlet outlet, SampleArticle article) {
    return "/pictures/"
        + outlet.id()
        + "/"
        + Integer.toHexString(article.slug().hashCode())
        + ".jpg";
  }

  OffsetDateTime published(SampleArticle article) {
    return time(article.first());
  }

  OffsetDateTime updated(SampleArticle article) {
    return time(article.current());
  }

  /** When anything of the outlet last changed. */
  OffsetDateTime updated() {
    return outlet.articles().isEmpty()
        ? anchor.atOffset(ZONE)
        : updated(outlet.articles().getFirst());
  }

  OffsetDateTime time(SampleVersion version) {
    return anchor.minus(Duration.ofMinutes(version.minutesAgo())).atOffset(ZONE);
  }

  String iso(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  String rfc822(OffsetDateTime time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
  }

  /** As a reader of the outlet's pages sees it. */
  String words(OffsetDateTime time) {
    return DateTimeFormatter.ofPattern(
            outlet.arabic() ? "d MMMM yyyy، HH:mm" : "d MMMM yyyy, HH:mm",
            Locale.forLanguageTag(outlet.language()))
        .format(time);
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
