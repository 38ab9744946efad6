package dev.nashra.report;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives a report in Arabic script one kind of digits: its sentences come from outlets that write ٢٢
 * and from others that write 22, and side by side they look like a mistake. The kind that most of
 * its digits have wins; which numbers they are does not change.
 */
final class Numerals {
  private static final Set<String> LANGUAGES = Set.of("ar", "fa", "ur", "ps", "ckb", "sd", "ug");
  private static final String EASTERN = "[\u0660-\u0669\u06F0-\u06F9]";

  /** A number by itself; "F-16", "COVID-19" and "5G" are names and stay as they are. */
  private static final Pattern WESTERN_NUMBER =
      Pattern.compile("(?<![A-Za-z0-9])(?<![A-Za-z][-./])[0-9]++(?:[.,][0-9]++)*+(?!-?[A-Za-z])");

  private static final Pattern THOUSANDS = Pattern.compile(",(?=[0-9]{3}(?![0-9]))");

  private Numerals() {}

  /** The same report, all its numbers in the digits that most of them have. */
  static Draft alike(Draft draft) {
    if (!LANGUAGES.contains(draft.language().toLowerCase(Locale.ROOT))) {
      return draft;
    }
    var text = String.join("\n", texts(draft).toList());
    long western =
        WESTERN_NUMBER
            .matcher(text)
            .results()
            .mapToLong(number -> count(number.group(), '0'))
            .sum();
    long arabic = count(text, '\u0660');
    long persian = count(text, '\u06F0');
    if (western + arabic == 0 || western + persian == 0 || arabic + persian == 0) {
      return draft;
    }
    if (western >= arabic + persian) {
      return draft.reworded(Numerals::western);
    }
    char zero = arabic >= persian ? '\u0660' : '\u06F0';
    return draft.reworded(sentence -> eastern(western(sentence), zero));
  }

  private static Stream<String> texts(Draft draft) {
    return Stream.concat(Stream.of(draft.headline(), draft.lead()), draft.keyPoints().stream())
        .map(CitedSentence::text);
  }

  private static long count(String text, char zero) {
    return text.chars().filter(c -> c >= zero && c <= zero + 9).count();
  }

  private static String western(String text) {
    var separated =
        text.replaceAll("(?<=" + EASTERN + ")\u066B(?=" + EASTERN + ")", ".")
            .replaceAll("(?<=" + EASTERN + ")\u066C(?=" + EASTERN + ")", ",");
    return mapped(mapped(separated, '\u0660', '0'), '\u06F0', '0');
  }

  private static String eastern(String text, char zero) {
    return WESTERN_NUMBER
        .matcher(text)
        .replaceAll(
            number -> {
              var thousands = THOUSANDS.matcher(number.group()).replaceAll("\u066C");
              return mapped(thousands.replace('.', '\u066B'), '0', zero);
            });
  }

  private static String mapped(String text, char from, char to) {
    var mapped = new StringBuilder(text);
    for (int i = 0; i < mapped.length(); i++) {
      char c = mapped.charAt(i);
      if (c >= from && c <= from + 9) {
        mapped.setCharAt(i, (char) (c - from + to));
      }
    }
    return mapped.toString();
  }
}
