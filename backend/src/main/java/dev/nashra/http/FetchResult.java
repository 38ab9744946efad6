package dev.nashra.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. */
public sealed interface FetchResult {

  /**
   * The document.
   *
   * @param url where it was found, after redirects
   * @param mediaType such as {@code text/html}; null when the server named none
   * @param charset as in Content-Type; null when the server named none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copying megabytes serves nobody
  record Fetched(
      String url,
      byte[] body,
      @Nullable String mediaType,
      @Nullable String charset,
      @Nullable String etag,
      @Nullable String lastModified)
      implements FetchResult {}

  /** The server says that nothing has changed. */
  record NotModified() implements FetchResult {}

  /**
   * No document.
   *
   * @param reason in words for the operator
   * @param cause what kind of failure
   * @param retryAfter how long the server asks to be left alone; null when it does not say
   */
  record Failed(String reason, Cause cause, @Nullable Duration retryAfter) implements FetchResult {}

  /** Why there is no document. */
  enum Cause {
    /** May work next time: connection faults, timeouts, 429, 5xx. */
    TRANSIENT,
    /** Will not work until somebody changes something: 4xx, too large, redirect loops. */
    PERMANENT,
    /** 410: the document is gone for good. */
    GONE,
    /** Not fetched at all: the address is not allowed. */
    REFUSED
  }
}
