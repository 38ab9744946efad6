package dev.nashra.process;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a child's standard input, on a thread of its own; the stream is closed after it. */
@FunctionalInterface
public interface Input {
  /** An {@link IOException} of the stream itself means that the child reads no more. */
  void writeTo(OutputStream stdin) throws IOException;
}
