package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/news/, https://a.example/news/x, true",
    "/news/, https://a.example/sport/x, false",
    "/news/*.html, https://a.example/news/x.html, true",
    "/news/*.html, https://a.example/news/x.html?utm=1, true",
    "/news/*.html, https://a.example/news/y/x.html, false",
    "/news/**.html, https://a.example/news/y/x.html, true",
    "/news/*.html, https://a.example/news/x.htm, false",
    "'/\\d{4}/\\d+', https://a.example/2026/17, true",
    "'/\\d{4}/\\d+', https://a.example/26/17, false",
    "'/خبر/*', https://a.example/خبر/17, true"
  })
  void partsGlobsAndExpressionsMatch(String pattern, String url, boolean matches) {
    assertEquals(matches, LinkPattern.of(pattern).matches(url));
  }

  @Test
  void aWrongPatternIsNamed() {
    var wrong = assertThrows(IllegalArgumentException.class, () -> LinkPattern.of("/(news"));
    assertTrue(String.valueOf(wrong.getMessage()).startsWith("The link pattern cannot be read"));
    assertThrows(IllegalArgumentException.class, () -> LinkPattern.of("  "));
  }
}
