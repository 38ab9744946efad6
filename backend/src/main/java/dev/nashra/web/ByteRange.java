package dev.nashra.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that a client asks for (RFC 9110, section 14), both ends included.
 *
 * <p>Players ask for one part at a time. Whoever asks for several gets the whole, which the RFC
 * allows.
 */
record ByteRange(long first, long last) {
  private static final Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** What a Range header asks of a file. */
  sealed interface Request {}

  /** No part, or one in words that may be passed over: the whole. */
  record Whole() implements Request {}

  /** This part. */
  record Part(ByteRange range) implements Request {}

  /** A part behind the end. */
  record Unsatisfiable() implements Request {}

  static Request read(@Nullable String header, long size) {
    var asked = header == null ? null : SYNTAX.matcher(header.strip());
    if (asked == null || !asked.matches()) {
      return new Whole();
    }
    var from = number(asked.group(1));
    var to = number(asked.group(2));
    if (from.isEmpty()) {
      return to.isEmpty() ? new Whole() : suffix(to.get(), size);
    }
    if (to.isPresent() && to.get() < from.get()) {
      return new Whole();
    }
    return from.get() >= size
        ? new Unsatisfiable()
        : new Part(new ByteRange(from.get(), Math.min(to.orElse(size), size - 1)));
  }

  private static Request suffix(long length, long size) {
    return length == 0 || size == 0
        ? new Unsatisfiable()
        : new Part(new ByteRange(Math.max(0, size - length), size - 1));
  }

  private static Optional<Long> number(@Nullable String digits) {
    return digits == null || digits.isEmpty()
        ? Optional.empty()
        : Optional.of(Long.valueOf(digits));
  }

  long length() {
    return last - first + 1;
  }

  String header(long size) {
    return "bytes %d-%d/%d".formatted(first, last, size);
  }
}
