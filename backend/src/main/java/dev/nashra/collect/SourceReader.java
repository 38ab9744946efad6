package dev.nashra.collect;

import org.jspecify.annotations.Nullable;

/** Reads the answer of a source of one kind. Never throws on any input. */
public interface SourceReader {
  /**
   * Reads one answer.
   *
   * @param body the bytes, decompressed
   * @param charset the charset parameter of the Content-Type header, as sent
   * @param url the address from which it came after redirects; relative links start from it
   */
  ReadResult read(byte[] body, @Nullable String charset, @Nullable String url);
}
