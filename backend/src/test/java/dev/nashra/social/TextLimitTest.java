package dev.nashra.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextLimitTest {
  private static final String FAMILY = "👨‍👩‍👧‍👦";
  private static final String FLAG = "🇲🇦";
  private static final String THUMB = "👍🏽";
  private static final String ARABIC = "عاجل";
  private static final String VOWELLED = "مُحَمَّد";
  private static final String LINK = "https://example.com/a/very/long/path/that/goes/on?with=query";

  record Counted(Network network, String text, int length) {}

  static Counted[] counted() {
    return new Counted[] {
      // Telegram: code points.
      new Counted(Network.TELEGRAM, "abc", 3),
      new Counted(Network.TELEGRAM, "a👍é中", 4),
      new Counted(Network.TELEGRAM, FAMILY, 7),
      new Counted(Network.TELEGRAM, ARABIC, 4),
      // X: weights.
      new Counted(Network.X, "abc", 3),
      new Counted(Network.X, ARABIC, 4),
      new Counted(Network.X, "مرحبا، ما الجديد؟", 17),
      new Counted(Network.X, "Привет", 6),
      new Counted(Network.X, "中文", 4),
      new Counted(Network.X, "— “x”", 5),
      new Counted(Network.X, "…", 2),
      new Counted(Network.X, "€₽№", 6),
      new Counted(Network.X, "👍", 2),
      new Counted(Network.X, THUMB, 2),
      new Counted(Network.X, FAMILY, 2),
      new Counted(Network.X, FLAG, 2),
      new Counted(Network.X, LINK, 23),
      new Counted(Network.X, "example.com", 23),
      new Counted(Network.X, "see " + LINK + " now", 31),
      new Counted(Network.X, "e\u0301", 1),
      // Mastodon: graphemes, addresses with a scheme 23.
      new Counted(Network.MASTODON, FAMILY, 1),
      new Counted(Network.MASTODON, FLAG + THUMB, 2),
      new Counted(Network.MASTODON, VOWELLED, 4),
      new Counted(Network.MASTODON, LINK, 23),
      new Counted(Network.MASTODON, "http://a.io", 23),
      new Counted(Network.MASTODON, "example.com", 11),
      new Counted(Network.MASTODON, "x " + LINK + "\n" + LINK, 49),
      // Bluesky: graphemes, addresses as they are.
      new Counted(Network.BLUESKY, FAMILY, 1),
      new Counted(Network.BLUESKY, VOWELLED, 4),
      new Counted(Network.BLUESKY, "https://a.io", 12),
      // Instagram, Facebook, LinkedIn: UTF-16 units, never more lenient than they are.
      new Counted(Network.INSTAGRAM, "a👍", 3),
      new Counted(Network.FACEBOOK, ARABIC, 4),
      new Counted(Network.LINKEDIN, "a👍", 3),
      // Threads: an emoji is its bytes.
      new Counted(Network.THREADS, "abc", 3),
      new Counted(Network.THREADS, ARABIC, 4),
      new Counted(Network.THREADS, "👍", 4),
      new Counted(Network.THREADS, FLAG, 8),
      new Counted(Network.THREADS, FAMILY, 25),
      new Counted(Network.THREADS, "3️⃣", 7),
    };
  }

  @ParameterizedTest
  @MethodSource("counted")
  void everyNetworkCountsInItsOwnWay(Counted counted) {
    assertEquals(counted.length(), TextLimit.of(counted.network()).length(counted.text()));
  }

  @ParameterizedTest
  @CsvSource({
    "TELEGRAM,4096",
    "X,280",
    "MASTODON,500",
    "BLUESKY,300",
    "FACEBOOK,63206",
    "INSTAGRAM,2200",
    "THREADS,500",
    "LINKEDIN,3000"
  })
  void aTextOfExactlyTheLimitFitsAndOneMoreDoesNot(Network network, int most) {
    var limit = TextLimit.of(network);
    assertTrue(limit.fits("ع".repeat(most)));
    assertFalse(limit.fits("ع".repeat(most + 1)));
  }

  @Test
  void captionsOnTelegramAreShorterThanMessages() {
    assertTrue(TextLimit.TELEGRAM_CAPTION.fits("👍".repeat(1024)));
    assertFalse(TextLimit.TELEGRAM_CAPTION.fits("👍".repeat(1025)));
  }

  @Test
  void blueskyAlsoCountsBytes() {
    var limit = TextLimit.of(Network.BLUESKY);
    assertTrue(limit.fits(FAMILY.repeat(120)));
    assertFalse(limit.fits(FAMILY.repeat(121)));
  }

  @Test
  void instagramTakesThirtyHashtags() {
    var limit = TextLimit.of(Network.INSTAGRAM);
    assertTrue(limit.fits("#وسم ".repeat(30)));
    assertFalse(limit.fits("#وسم ".repeat(31)));
  }

  @Test
  void theOwnPageTakesAnything() {
    assertTrue(TextLimit.of(Network.LOCAL).fits("x".repeat(1_000_000)));
  }
}
