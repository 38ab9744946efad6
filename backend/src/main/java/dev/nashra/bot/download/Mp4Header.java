package dev.nashra.bot.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long an MPEG-4 file plays and how large its picture is, from its boxes (ISO/IEC 14496-12).
 *
 * @param width 0 when it has no picture
 */
record Mp4Header(long seconds, int width, int height) {
  private static final int MOST_BOXES = 10_000;
  private static final int MOST_HEADER_BYTES = 16 << 20;
  private static final int MOVIE = 0x6d6f6f76; // moov
  private static final int MOVIE_HEADER = 0x6d766864; // mvhd
  private static final int TRACK = 0x7472616b; // trak
  private static final int TRACK_HEADER = 0x746b6864; // tkhd

  /** Empty when the file has no such header, or none that we understand. */
  static Optional<Mp4Header> of(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var movie = movie(channel);
      return movie == null ? Optional.empty() : Optional.of(read(movie));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty(); // A length that cannot be.
    }
  }

  private static @Nullable ByteBuffer movie(FileChannel channel) throws IOException {
    long at = 0;
    for (var boxes = 0; boxes < MOST_BOXES && at + 8 <= channel.size(); boxes++) {
      var head = bytes(channel, at, (int) Math.min(16, channel.size() - at));
      long size = head.getInt(0) & 0xffff_ffffL;
      int header = size == 1 ? 16 : 8;
      if (size == 1) {
        size = head.getLong(8);
      }
      if (size == 0) {
        size = channel.size() - at;
      }
      if (size < header || size > channel.size() - at) {
        return null;
      }
      if (head.getInt(4) == MOVIE) {
        return size > MOST_HEADER_BYTES ? null : bytes(channel, at + header, (int) (size - header));
      }
      at += size;
    }
    return null;
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
      // Until it is full, or the file ends.
    }
    return buffer.flip();
  }

  private static Mp4Header read(ByteBuffer movie) {
    long seconds = 0;
    int width = 0;
    int height = 0;
    for (var box = next(movie); box != null; box = next(movie)) {
      if (box.type() == MOVIE_HEADER) {
        seconds = seconds(box.content());
      } else if (box.type() == TRACK) {
        for (var part = next(box.content()); part != null; part = next(box.content())) {
          if (part.type() == TRACK_HEADER) {
            int end = part.content().limit();
            width = Math.max(width, part.content().getInt(end - 8) >>> 16);
            height = Math.max(height, part.content().getInt(end - 4) >>> 16);
          }
        }
      }
    }
    return new Mp4Header(seconds, width, height);
  }

  private record Box(int type, ByteBuffer content) {}

  private static @Nullable Box next(ByteBuffer boxes) {
    if (boxes.remaining() < 8) {
      return null;
    }
    int start = boxes.position();
    int size = boxes.getInt(start);
    if (size < 8 || size > boxes.remaining()) {
      return null;
    }
    boxes.position(start + size);
    return new Box(boxes.getInt(start + 4), boxes.slice(start + 8, size - 8));
  }

  private static long seconds(ByteBuffer header) {
    boolean isLong = header.get(0) == 1;
    long scale = header.getInt(isLong ? 20 : 12) & 0xffff_ffffL;
    long duration = isLong ? header.getLong(24) : header.getInt(16) & 0xffff_ffffL;
    return scale == 0 || duration < 0 ? 0 : duration / scale;
  }
}
