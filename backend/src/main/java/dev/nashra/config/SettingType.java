package dev.nashra.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the text of a setting is read.
 *
 * @param mayBe what the text may be, to follow "may be"
 * @param reader the value of a text without white space around it; throws {@link
 *     IllegalArgumentException} when it is not one
 */
public record SettingType<T>(String mayBe, Function<String, T> reader) {
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  static final SettingType<String> TEXT = new SettingType<>("any text", text -> text);

  static final SettingType<Optional<String>> OPTIONAL_TEXT =
      new SettingType<>("any text, or empty", SettingType::optional);

  static final SettingType<Boolean> FLAG =
      new SettingType<>(
          "true or false",
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> true;
                case "false", "no", "off", "0" -> false;
                default -> throw new IllegalArgumentException();
              });

  static final SettingType<String> COLOUR_CODE =
      new SettingType<>(
          "a colour such as #0b5c6b",
          text -> {
            require(COLOUR.matcher(text).matches());
            return text;
          });

  static final SettingType<Path> PATH = new SettingType<>("a path", Path::of);

  static final SettingType<Optional<Path>> OPTIONAL_PATH =
      new SettingType<>("a path, or empty", text -> optional(text).map(Path::of));

  static final SettingType<ZoneId> ZONE =
      new SettingType<>(
          "a time zone such as Africa/Cairo or UTC",
          text -> {
            try {
              return ZoneId.of(text);
            } catch (DateTimeException e) {
              throw new IllegalArgumentException(e);
            }
          });

  static final SettingType<Optional<DatabaseUrl>> DATABASE_URL =
      new SettingType<>(
          "postgres://user:password@host:port/name, jdbc:postgresql://host:port/name?user=…, or"
              + " empty for the embedded server",
          text -> optional(text).map(DatabaseUrl::parse));

  static final SettingType<URI> WEB_ADDRESS =
      new SettingType<>("an http or https address", SettingType::webAddress);

  static final SettingType<Optional<URI>> OPTIONAL_WEB_ADDRESS =
      new SettingType<>(
          "an http or https address, or empty",
          text -> optional(text).map(SettingType::webAddress));

  static final SettingType<List<String>> LIST =
      new SettingType<>(
          "names separated by commas, or empty",
          text ->
              Arrays.stream(text.split(",", -1))
                  .map(String::strip)
                  .filter(part -> !part.isEmpty())
                  .toList());

  static final SettingType<LocalTime> TIME_OF_DAY =
      new SettingType<>(
          "a time of day such as 03:30",
          text -> {
            try {
              return LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES);
            } catch (DateTimeException e) {
              throw new IllegalArgumentException(e);
            }
          });

  static final SettingType<List<Duration>> LIST_OF_SECONDS =
      new SettingType<>(
          "whole numbers of seconds separated by commas, at least one",
          text -> {
            var numbers = LIST.reader().apply(text).stream().map(Integer::parseInt).toList();
            require(!numbers.isEmpty() && numbers.stream().allMatch(n -> n >= 0 && n <= 86_400));
            return numbers.stream().map(Duration::ofSeconds).toList();
          });

  static SettingType<Integer> number(int min, int max) {
    return new SettingType<>(
        "a whole number from %,d to %,d".formatted(min, max),
        text -> {
          var number = Integer.parseInt(text);
          require(number >= min && number <= max);
          return number;
        });
  }

  static SettingType<Duration> seconds(int min, int max) {
    return number(min, max)
        .map("a whole number of seconds from %,d to %,d".formatted(min, max), Duration::ofSeconds);
  }

  static <E extends Enum<E>> SettingType<E> oneOf(Class<E> type) {
    var names =
        Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or "));
    return new SettingType<>(
        names,
        text -> {
          var name = text.toUpperCase(Locale.ROOT).replace('-', '_');
          return Arrays.stream(type.getEnumConstants())
              .filter(value -> value.name().equals(name))
              .findFirst()
              // What it may be is said by whoever asked.
              .orElseThrow(IllegalArgumentException::new);
        });
  }

  static <E extends Enum<E>> SettingType<Set<E>> someOf(Class<E> type) {
    return LIST.map(
        oneOf(type).mayBe().replace(" or ", ", ") + ", or several of them, separated by commas",
        names -> {
          require(!names.isEmpty());
          var set = EnumSet.noneOf(type);
          names.forEach(name -> set.add(oneOf(type).reader().apply(name)));
          return Collections.unmodifiableSet(set);
        });
  }

  private <U> SettingType<U> map(String newMayBe, Function<T, U> function) {
    return new SettingType<>(newMayBe, reader.andThen(function));
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static URI webAddress(String text) {
    var uri = URI.create(text);
    require(uri.getHost() != null && ("http".equals(uri.getScheme()) || isHttps(uri)));
    return uri;
  }

  private static boolean isHttps(URI uri) {
    return "https".equals(uri.getScheme());
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }
}
