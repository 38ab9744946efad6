package dev.nashra.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials of sources, by the names that the operator gave them: the setting {@code
 * CREDENTIAL_DESK} is the credential "desk". They are never stored and never shown.
 */
public final class Credentials {
  static final Credentials NONE = new Credentials(Map.of());

  private final Map<String, String> values;

  private Credentials(Map<String, String> values) {
    this.values = values;
  }

  static Credentials in(Map<String, String> environment, Map<String, String> file) {
    var values = new HashMap<String, String>();
    file.forEach((name, value) -> put(values, name, value));
    environment.forEach((name, value) -> put(values, name, value));
    return new Credentials(values);
  }

  private static void put(Map<String, String> values, String variable, String value) {
    if (Catalog.isCredential(variable) && !value.isBlank()) {
      values.put(variable.toUpperCase(Locale.ROOT), value.strip());
    }
  }

  /** The value of the Authorization header; empty when there is no such credential. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(values.get(Catalog.credential(name)))
        .map(Credentials::authorization);
  }

  private static String authorization(String value) {
    return value.startsWith("Bearer ") || value.startsWith("Basic ")
        ? value
        : "Basic " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return values.size() + " credentials";
  }
}
