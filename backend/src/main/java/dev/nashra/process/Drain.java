package dev.nashra.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.ObjIntConsumer;

/** Reads one of a child's streams to its end, so that the child never waits for us to read. */
final class Drain {
  private static final int CHUNK_BYTES = 8 << 10;
  private static final int STACK_BYTES = 128 << 10;

  private final Thread thread;

  private Drain(String name, InputStream stream, ObjIntConsumer<byte[]> reader) {
    // A platform thread: reading a pipe would hold a virtual thread's carrier, and there are few.
    thread = new Thread(null, () -> read(stream, reader), name, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
  }

  static Drain keepingFirst(String name, InputStream stream, ByteArrayOutputStream first, int max) {
    return new Drain(
        name,
        stream,
        (chunk, length) -> {
          synchronized (first) {
            first.write(chunk, 0, Math.min(length, max - first.size()));
          }
        });
  }

  static Drain keepingLast(String name, InputStream stream, Tail last) {
    return new Drain(name, stream, last::write);
  }

  /** Waits for the stream's end, but not for ever: somebody else may hold it open. */
  void await(long millis) throws InterruptedException {
    thread.join(millis);
  }

  private static void read(InputStream stream, ObjIntConsumer<byte[]> reader) {
    var chunk = new byte[CHUNK_BYTES];
    try (stream) {
      for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
        reader.accept(chunk, length);
      }
    } catch (IOException e) {
      // The stream was closed under us: the child is gone, and so is what it still had to say.
    }
  }
}
