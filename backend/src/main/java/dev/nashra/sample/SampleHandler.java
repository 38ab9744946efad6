package dev.nashra.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers GET and HEAD from an edition, with conditional requests as RFC 9110 section 13 says. */
final class SampleHandler implements HttpHandler {
  /** RFC 9110 wants days of two digits, which the JDK's RFC 1123 format does not write. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final long NO_BODY = -1;

  private final Edition edition;

  SampleHandler(Edition edition) {
    this.edition = edition;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, NO_BODY);
        return;
      }
      var document = edition.find(String.valueOf(exchange.getRequestURI().getPath()));
      answer(exchange, document == null ? missing() : document);
    }
  }

  private static void answer(HttpExchange exchange, SampleDocument document) throws IOException {
    var headers = exchange.getResponseHeaders();
    if (document.status() == 200) {
      headers.set("ETag", document.etag());
      headers.set("Last-Modified", HTTP_DATE.format(document.lastModified()));
      headers.set("Cache-Control", "max-age=60");
      if (unchanged(exchange, document)) {
        exchange.sendResponseHeaders(304, NO_BODY);
        return;
      }
    }
    headers.set("Content-Type", document.contentType());
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(document.body().length));
      exchange.sendResponseHeaders(document.status(), NO_BODY);
      return;
    }
    exchange.sendResponseHeaders(document.status(), document.body().length);
    exchange.getResponseBody().write(document.body());
  }

  /** If-None-Match decides alone when it is there; only without it counts the date. */
  private static boolean unchanged(HttpExchange exchange, SampleDocument document) {
    var tags = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (tags != null) {
      return Arrays.stream(tags.split(",", -1))
          .map(String::strip)
          .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
          .anyMatch(tag -> tag.equals("*") || tag.equals(document.etag()));
    }
    var since = parse(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
    return since != null && !document.lastModified().isAfter(since);
  }

  private static @Nullable Instant parse(@Nullable String date) {
    try {
      return date == null ? null : Instant.from(HTTP_DATE.parse(date));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static SampleDocument missing() {
    return new SampleDocument(
        404,
        "text/plain; charset=utf-8",
        "Not found\n".getBytes(StandardCharsets.UTF_8),
        Instant.EPOCH);
  }
}
