package dev.nashra.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An outlet that we read.
 *
 * @param language ISO 639-1; null when each article's own is detected
 * @param linkPattern section pages: which links are articles; null for a guess
 * @param credential the name of a credential in the settings ({@code CREDENTIAL_name}); null: none
 * @param memory what the last fetch left for the next one
 * @param health how it is doing
 */
public record Source(
    long id,
    String url,
    SourceKind kind,
    String name,
    @Nullable String language,
    @Nullable String linkPattern,
    @Nullable String credential,
    Memory memory,
    Health health) {

  /**
   * What lets the next fetch say "only if it has changed".
   *
   * @param etag and {@code lastModified}: as the server said, verbatim
   * @param bodyHash of the last document, for servers that never say 304
   */
  public record Memory(
      @Nullable String etag, @Nullable String lastModified, @Nullable String bodyHash) {
    public static final Memory NONE = new Memory(null, null, null);
  }

  /**
   * How a source is doing.
   *
   * @param lastError null when all went well; with no failures, a note about a success
   * @param failures in a row
   */
  public record Health(
      @Nullable Instant lastFetched,
      @Nullable Instant lastSucceeded,
      @Nullable String lastError,
      int failures,
      Instant nextFetch) {}
}
