package dev.nashra.process;

import java.nio.charset.StandardCharsets;

/** The last bytes of a stream, as many as fit; the rest is forgotten. */
final class Tail {
  /** A ring, guarded by this. */
  private final byte[] bytes;

  private long written;

  Tail(int limit) {
    bytes = new byte[limit];
  }

  synchronized void write(byte[] chunk, int length) {
    for (int i = Math.max(0, length - bytes.length); i < length; i++) {
      bytes[(int) ((written + i) % bytes.length)] = chunk[i];
    }
    written += length;
  }

  synchronized String text() {
    var size = (int) Math.min(written, bytes.length);
    var straight = new byte[size];
    for (int i = 0; i < size; i++) {
      straight[i] = bytes[(int) ((written - size + i) % bytes.length)];
    }
    return new String(straight, StandardCharsets.UTF_8);
  }
}
