package dev.nashra.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://desk:p%40ss%2Fw+d@db.example/news",
        "postgresql://desk:p%40ss%2Fw+d@db.example/news",
        "jdbc:postgresql://desk:p%40ss%2Fw+d@db.example/news",
        "jdbc:postgresql://db.example/news?user=desk&password=p%40ss%2Fw+d"
      })
  void everyWayToWriteAnAddressMeansTheSame(String text) {
    var url = DatabaseUrl.parse(text);

    assertEquals(new DatabaseUrl("jdbc:postgresql://db.example/news", "desk", "p@ss/w+d"), url);
    assertFalse(url.toString().contains("p@ss"));
  }

  @Test
  void portAndOptionsAreKept() {
    assertEquals(
        "jdbc:postgresql://db.example:6432/news?sslmode=require&connectTimeout=5",
        DatabaseUrl.parse(
                "postgres://db.example:6432/news?sslmode=require&user=desk&connectTimeout=5")
            .jdbc());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://h/d", "postgres://", "postgres://host", "postgres:///d", "x y"})
  void whatIsNoAddressIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(text));
  }
}
