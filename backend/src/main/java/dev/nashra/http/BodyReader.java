package dev.nashra.http;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the body of a good answer while it comes in: for what is too large for memory. */
@FunctionalInterface
public interface BodyReader {
  /**
   * Reads as much as it wants.
   *
   * @param body decompressed
   * @return what came of the fetch
   * @throws IOException only from {@code body}: it is taken for a fault of the connection
   */
  FetchResult read(Head head, InputStream body) throws IOException;

  /**
   * What the server says about a document.
   *
   * @param url where it was found, after redirects
   * @param length in bytes; -1 when it is not known before the end
   * @param mediaType such as {@code video/mp4}; null when the server named none
   * @param charset as in Content-Type; null when the server named none
   */
  record Head(String url, long length, @Nullable String mediaType, @Nullable String charset) {}
}
