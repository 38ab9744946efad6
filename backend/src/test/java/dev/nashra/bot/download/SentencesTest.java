package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.bot.Asker;
import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.download.Download.Progress;
import dev.nashra.bot.download.Download.State;
import dev.nashra.bot.download.Download.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SentencesTest {
  private final Sentences sentences =
      new Sentences(new Limits(50_000_000, Duration.ofMinutes(10)), 20);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHAT_GONE")
  void everyFailureHasASentenceInBothLanguages(Failure failure) {
    var english = failed("en", failure);
    var arabic = failed("ar", failure);

    assertFalse(english.isBlank());
    assertTrue(arabic.codePoints().anyMatch(c -> c >= 0x600 && c < 0x700), arabic);
    assertNotEquals(english, arabic);
    assertFalse((english + arabic).contains("%"), english + arabic);
  }

  @Test
  void limitsAreToldWithTheirNumbers() {
    assertTrue(failed("en", Failure.TOO_LARGE).contains("50 MB"));
    assertTrue(failed("en", Failure.TOO_LONG).contains("10 min"));
    assertTrue(failed("ar", Failure.QUOTA).contains("20"));
    var odd = new Sentences(new Limits(1, Duration.ofSeconds(95)), 1);
    assertTrue(
        odd.status(download("en", State.FAILED, 0, 0).failed(Failure.TOO_LONG))
            .orElseThrow()
            .contains("1:35"));
  }

  @Test
  void progressIsToldInWholeMegabytes() {
    assertEquals("Downloading…", running("en", 900_000, 0));
    assertEquals("Downloading… 12 MB so far", running("en", 12_900_000, 0));
    assertEquals("Downloading… 12 of 34 MB", running("en", 12_900_000, 33_100_000));
    assertEquals("جارٍ التنزيل… 12 من 34 م.ب", running("ar", 12_900_000, 33_100_000));
  }

  private String failed(String language, Failure failure) {
    return sentences.status(download(language, State.RUNNING, 0, 0).failed(failure)).orElseThrow();
  }

  private String running(String language, long bytes, long total) {
    return sentences.status(download(language, State.RUNNING, bytes, total)).orElseThrow();
  }

  private static Download download(String language, State state, long bytes, long total) {
    return new Download(
        1,
        new Asker(7, 8, 9, 10, BotLanguage.of(language).orElseThrow()),
        "u",
        "u",
        state,
        null,
        0,
        null,
        null,
        0,
        false,
        new Progress(bytes, total),
        Status.NONE);
  }
}
