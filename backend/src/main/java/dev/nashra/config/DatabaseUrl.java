package dev.nashra.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is.
 *
 * @param jdbc {@code jdbc:postgresql://…} without user and password
 * @param user null when the address names none
 * @param password null when the address names none
 */
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {
  private static final String JDBC_PREFIX = "jdbc:postgresql://";

  /**
   * Reads {@code postgres://user:password@host:port/name?options}, the same with {@code
   * postgresql://}, or {@code jdbc:postgresql://…}; user and password may be percent-encoded, and
   * the port may be missing.
   *
   * @throws IllegalArgumentException when it is none of these; the message never holds the password
   */
  public static DatabaseUrl parse(String text) {
    var address = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    if (!address.startsWith("postgres://") && !address.startsWith("postgresql://")) {
      throw new IllegalArgumentException("not a PostgreSQL address");
    }
    var uri = parseUri(address);
    var path = uri.getRawPath();
    if (uri.getHost() == null || path == null || path.length() < 2) {
      throw new IllegalArgumentException("no host or no database name in it");
    }
    var query = new Query(uri.getRawQuery());
    var user = userInfo(uri, 0);
    var password = userInfo(uri, 1);
    return new DatabaseUrl(
        JDBC_PREFIX
            + uri.getHost()
            + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
            + path
            + query.withoutCredentials(),
        user != null ? user : query.value("user"),
        password != null ? password : query.value("password"));
  }

  private static URI parseUri(String address) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException e) {
      // The cause's message would show the password.
      throw new IllegalArgumentException(
          "not a valid address; percent-encode special characters in user and password");
    }
  }

  private static @Nullable String userInfo(URI uri, int index) {
    var info = uri.getRawUserInfo();
    if (info == null) {
      return null;
    }
    var parts = info.split(":", 2);
    return parts.length > index ? decode(parts[index]) : null;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return jdbc;
  }

  private record Query(@Nullable String raw) {
    @Nullable String value(String name) {
      if (raw == null) {
        return null;
      }
      for (var pair : raw.split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return decode(pair.substring(name.length() + 1));
        }
      }
      return null;
    }

    String withoutCredentials() {
      var kept = new StringBuilder();
      for (var pair : raw == null ? new String[0] : raw.split("&", -1)) {
        if (!pair.startsWith("user=") && !pair.startsWith("password=")) {
          kept.append(kept.isEmpty() ? '?' : '&').append(pair);
        }
      }
      return kept.toString();
    }
  }
}
