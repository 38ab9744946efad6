package dev.nashra.bot.download;

import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.download.Download.Progress;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** What readers are told about a download, in their language; never how it works inside. */
public final class Sentences {
  private static final Properties PHRASES = load();
  private static final long MEGABYTE = 1_000_000;

  private final Limits limits;
  private final int perDay;

  public Sentences(Limits limits, int perDay) {
    this.limits = limits;
    this.perDay = perDay;
  }

  /** What the status message should say now; empty when there should be none. */
  Optional<String> status(Download download) {
    var language = download.asker().language();
    return switch (download.state()) {
      case WAITING, SENDING -> Optional.of(phrase(language, "downloading"));
      case RUNNING -> Optional.of(downloading(language, download.progress()));
      case DONE -> Optional.empty();
      case CANCELLED -> Optional.of(phrase(language, "cancelled"));
      case FAILED -> failure(language, Objects.requireNonNull(download.failure()));
    };
  }

  private static String downloading(BotLanguage language, Progress progress) {
    if (progress.bytes() < MEGABYTE) {
      return phrase(language, "downloading");
    }
    return progress.total() > 0
        ? phrase(language, "downloading.of")
            .formatted(progress.bytes() / MEGABYTE, Math.ceilDiv(progress.total(), MEGABYTE))
        : phrase(language, "downloading.so_far").formatted(progress.bytes() / MEGABYTE);
  }

  private Optional<String> failure(BotLanguage language, Failure failure) {
    var phrase = phrase(language, "failed." + failure.name().toLowerCase(Locale.ROOT));
    return switch (failure) {
      case CHAT_GONE -> Optional.empty();
      case QUOTA -> Optional.of(phrase.formatted(perDay));
      case TOO_LARGE -> Optional.of(phrase.formatted(limits.bytes() / MEGABYTE));
      case TOO_LONG -> Optional.of(phrase.formatted(length(language)));
      case BUSY,
          NO_LINK,
          NOT_PUBLIC,
          UNSUPPORTED,
          LIVE,
          PRIVATE,
          COUNTRY,
          UNAVAILABLE,
          BROKEN,
          BLOCKED,
          UNREACHABLE,
          TOO_SLOW,
          UNCLEAR,
          NOT_SENT,
          NOT_SURE ->
          Optional.of(phrase);
    };
  }

  /** The limit as minutes and seconds, which need no plural: {@code 10:00}. */
  private String length(BotLanguage language) {
    var longest = limits.duration();
    return longest.toSecondsPart() == 0
        ? phrase(language, "minutes").formatted(longest.toMinutes())
        : "%d:%02d".formatted(longest.toMinutes(), longest.toSecondsPart());
  }

  private static String phrase(BotLanguage language, String key) {
    return Objects.requireNonNull(PHRASES.getProperty(language.code() + "." + key), key);
  }

  private static Properties load() {
    var phrases = new Properties();
    try (var in = Sentences.class.getResourceAsStream("sentences.properties");
        var reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
      phrases.load(reader);
      return phrases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
