package dev.nashra.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32BE;
import static java.nio.charset.StandardCharsets.UTF_32LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes at a document's start that tell its Unicode encoding form, one character a byte. */
record ByteOrderMark(Charset charset, String bytes) {
  /** UTF-32LE stands before UTF-16LE, whose mark is its prefix. */
  private static final List<ByteOrderMark> MARKS =
      List.of(
          new ByteOrderMark(UTF_8, "\u00EF\u00BB\u00BF"),
          new ByteOrderMark(UTF_32LE, "\u00FF\u00FE\0\0"),
          new ByteOrderMark(UTF_32BE, "\0\0\u00FE\u00FF"),
          new ByteOrderMark(UTF_16LE, "\u00FF\u00FE"),
          new ByteOrderMark(UTF_16BE, "\u00FE\u00FF"));

  private static final List<ByteOrderMark> LESS_THAN_SIGNS =
      List.of(
          new ByteOrderMark(UTF_32LE, "<\0\0\0"),
          new ByteOrderMark(UTF_32BE, "\0\0\0<"),
          new ByteOrderMark(UTF_16LE, "<\0"),
          new ByteOrderMark(UTF_16BE, "\0<"));

  static @Nullable ByteOrderMark of(byte[] body) {
    return find(MARKS, body);
  }

  /** The wide form of a document that starts with {@code <} and has no mark, or null. */
  static @Nullable Charset wideWithoutMark(byte[] body) {
    var sign = find(LESS_THAN_SIGNS, body);
    return sign == null ? null : sign.charset();
  }

  int length() {
    return bytes.length();
  }

  private static @Nullable ByteOrderMark find(List<ByteOrderMark> starts, byte[] body) {
    var head = new String(body, 0, Math.min(4, body.length), ISO_8859_1);
    for (var start : starts) {
      if (head.startsWith(start.bytes())) {
        return start;
      }
    }
    return null;
  }
}
