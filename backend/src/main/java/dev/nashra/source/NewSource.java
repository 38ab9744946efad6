package dev.nashra.source;

import org.jspecify.annotations.Nullable;

/** A source as an operator adds it; the fields are those of {@link Source}. */
public record NewSource(
    String url,
    SourceKind kind,
    String name,
    @Nullable String language,
    @Nullable String linkPattern,
    @Nullable String credential) {
  /** A source of which only the address is known. */
  public static NewSource at(String url, String name) {
    return new NewSource(url, SourceKind.AUTO, name, null, null, null);
  }
}
