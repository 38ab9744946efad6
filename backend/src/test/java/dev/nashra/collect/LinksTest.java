package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @ParameterizedTest
  @CsvSource({
    "https://b.example, https://b.example",
    "HTTP://b.example/X, HTTP://b.example/X",
    "c, https://a.example/x/c",
    "/c?d=e#f, https://a.example/c?d=e#f",
    "?q=1, https://a.example/x/y?q=1",
    "../c, https://a.example/c",
    "../../../c, https://a.example/c",
    "//b.example/c, https://b.example/c",
    "https://b.example/a b, https://b.example/a%20b",
    "https://b.example/?a=1&amp;b=2, https://b.example/?a=1&b=2",
    "https://b.example/خبر, https://b.example/خبر",
    "/خبر/١, https://a.example/خبر/١"
  })
  void linksAreMadeAbsoluteAsTheyAreWritten(String link, String absolute) {
    assertEquals(absolute, Links.web(link, "https://a.example/x/y"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "ftp://a.example/",
        "http:",
        "https:///x",
        "data:,x"
      })
  void whatIsNotOnTheWebIsNull(String link) {
    assertNull(Links.web(link, "https://a.example/x/y"));
  }

  @Test
  void relativeLinksNeedABase() {
    assertNull(Links.web("/x", null));
    assertNull(Links.web(null, "https://a.example/"));
    assertNull(Links.web("https://a.example/" + "x".repeat(10_000), null));
  }

  @Test
  void hostsAreCompared() {
    assertEquals("a.example", Links.host("https://www.A.example:8080/x"));
    assertEquals("", Links.host("mailto:x"));
    assertEquals("", Links.host(null));
  }
}
