package dev.nashra.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;

/**
 * Something to be read: a file, or a page made for the occasion.
 *
 * @param modified to the second, which is all that HTTP can say
 */
record Document(String type, long size, String etag, Instant modified, Content content) {
  /** Gives the bytes from a position on. */
  interface Content {
    InputStream from(long position) throws IOException;
  }

  static Document of(Path file) throws IOException {
    var size = Files.size(file);
    var modified = Files.getLastModifiedTime(file).toInstant();
    return new Document(
        MediaTypes.of(file.toString()),
        size,
        "\"%x-%x\"".formatted(modified.toEpochMilli(), size),
        modified.truncatedTo(ChronoUnit.SECONDS),
        position -> Channels.newInputStream(FileChannel.open(file).position(position)));
  }

  static Document of(String type, String text, Instant modified) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var sum = new CRC32();
    sum.update(bytes);
    return new Document(
        type,
        bytes.length,
        "\"%x-%x\"".formatted(sum.getValue(), bytes.length),
        modified.truncatedTo(ChronoUnit.SECONDS),
        position -> new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position));
  }
}
