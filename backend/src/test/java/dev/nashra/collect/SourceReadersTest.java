package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nashra.source.SourceKind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceReadersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<rss/>                                                       | -                | FEED",
        "{\"version\":\"x\"}                                          | -                | FEED",
        "<!doctype html><html><p>x                                    | -                | SECTION",
        "<html><section class='tgme_channel_history'>                 | -                | TELEGRAM",
        "<html><p>x                                                   | https://t.me/abc1 | TELEGRAM",
        "<?xml version='1.0'?><rss><channel><item><html>              | -                | FEED"
      })
  void kindIsToldByContentAndAddress(String document, String url, SourceKind kind) {
    assertEquals(kind, SourceReaders.kind(document.getBytes(StandardCharsets.UTF_8), url));
  }

  @Test
  void automaticReadingChoosesTheReader() {
    var feed =
        Reading.read(SourceReaders.of(SourceKind.AUTO, null), "<rss><channel><title>x", null);
    assertEquals("x", feed.title());
  }

  @Test
  void aWrongPatternIsRefusedAtOnce() {
    assertThrows(
        IllegalArgumentException.class, () -> SourceReaders.of(SourceKind.SECTION, "(unclosed"));
  }
}
