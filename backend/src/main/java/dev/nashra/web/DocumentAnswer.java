package dev.nashra.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Answers GET and HEAD with a document: whole, in part, or not at all when the client has it (RFC
 * 9110, sections 13 and 14).
 */
final class DocumentAnswer {
  /** RFC 9110 wants days of two digits, which the JDK's RFC 1123 format does not write. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int BUFFER = 32 << 10;

  private final Context context;
  private final Document document;

  private DocumentAnswer(Context context, Document document) {
    this.context = context;
    this.document = document;
  }

  static void send(Context context, Document document) throws IOException {
    new DocumentAnswer(context, document).send();
  }

  private void send() throws IOException {
    context.header("ETag", document.etag());
    context.header("Last-Modified", HTTP_DATE.format(document.modified()));
    context.header(
        "Cache-Control", MediaTypes.isMedia(document.type()) ? "public, max-age=3600" : "no-cache");
    context.header("Accept-Ranges", "bytes");
    if (isKnown()) {
      context.status(304);
      return;
    }
    switch (range()) {
      case ByteRange.Whole _ -> send(200, new ByteRange(0, document.size() - 1));
      case ByteRange.Part(ByteRange range) -> {
        context.header("Content-Range", range.header(document.size()));
        send(206, range);
      }
      case ByteRange.Unsatisfiable _ -> {
        context.header("Content-Range", "bytes */" + document.size());
        context.status(416);
      }
    }
  }

  /** If-None-Match decides alone when it is there; only without it counts the date. */
  private boolean isKnown() {
    var tags = context.header("If-None-Match");
    if (tags != null) {
      return Arrays.stream(tags.split(",", -1))
          .map(tag -> tag.strip().replaceFirst("^W/", ""))
          .anyMatch(tag -> tag.equals("*") || tag.equals(document.etag()));
    }
    var since = date(context.header("If-Modified-Since"));
    return since != null && !document.modified().isAfter(since);
  }

  /** Parts are for GET only, and of use only to whoever has the rest of the same version. */
  private ByteRange.Request range() {
    var version = context.header("If-Range");
    var isSame =
        version == null
            || version.strip().equals(document.etag())
            || document.modified().equals(date(version));
    return ByteRange.read(isSame && !isHead() ? context.header("Range") : null, document.size());
  }

  private void send(int status, ByteRange range) throws IOException {
    context.status(status);
    context.contentType(document.type());
    context.res().setContentLengthLong(range.length());
    if (isHead()) {
      return;
    }
    try (var content = document.content().from(range.first())) {
      var out = context.res().getOutputStream();
      var buffer = new byte[BUFFER];
      var left = range.length();
      while (left > 0) {
        var read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          return; // It became shorter meanwhile; the client sees that bytes are missing.
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  private boolean isHead() {
    return context.method().equals(HandlerType.HEAD);
  }

  private static @Nullable Instant date(@Nullable String text) {
    try {
      return text == null ? null : Instant.from(HTTP_DATE.parse(text.strip()));
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
