package dev.nashra.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A document to fetch.
 *
 * @param etag and {@code lastModified}: as the server said last time, verbatim
 * @param authorization the header's value, sent to the first host only; never logged
 * @param maxBytes of the decompressed body
 * @param cut whether a larger body is cut off there, rather than refused
 * @param deadline of the whole fetch, redirects included
 */
public record FetchRequest(
    String url,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String authorization,
    int maxBytes,
    boolean cut,
    Duration deadline) {
  /** A fetch without conditions or credentials. */
  public static FetchRequest of(String url, int maxBytes, Duration deadline) {
    return new FetchRequest(url, null, null, null, maxBytes, false, deadline);
  }

  /** The same, of which only the beginning is wanted. */
  public static FetchRequest cutAt(String url, int maxBytes, Duration deadline) {
    return new FetchRequest(url, null, null, null, maxBytes, true, deadline);
  }

  @Override
  public String toString() {
    return url;
  }
}
