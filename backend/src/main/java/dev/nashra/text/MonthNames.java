package dev.nashra.text;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of the months as dates on the web write them, in the languages that feeds use. */
final class MonthNames {
  /** A month's name found in a text. */
  record Match(int month, int start, int end) {}

  /**
   * In order of precedence: the first to use a name has it. Arabic has three families of month
   * names: of Egypt and the Gulf, of the Levant and Iraq, and of the Maghreb.
   */
  private static final List<String> LANGUAGES =
      List.of(
          ("en en-GB ar ar-LB ar-DZ ar-TN ar-MA ar-MR fr de de-AT es it pt ru uk be bg sr tr az fa ur"
                  + " ku he nl sv da nb fi pl cs sk sl hu ro el ca id ms sq et lv lt ka hy kk uz")
              .split(" "));

  private static final Map<String, Integer> EXTRA =
      Map.of(
          "sept", 9, "febr", 2, "marz", 3, "mrz", 3, "janv", 1, "fevr", 2, "avr", 4, "juil", 7,
          "اوت", 8, "غشت", 8);

  private static final int SHORTEST = 3;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern ANY =
      Pattern.compile(
          MONTHS.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|", "(?<!\\p{L})(?:", ")(?!\\p{L})")));

  private MonthNames() {}

  /**
   * The last month named in a folded text: a weekday before it may look like one, as the French and
   * Spanish "mar." of Tuesday does. Null when none is.
   */
  static @Nullable Match lastIn(String folded) {
    var matcher = ANY.matcher(folded);
    Match found = null;
    while (matcher.find()) {
      var month = MONTHS.get(matcher.group());
      if (month != null) {
        found = new Match(month, matcher.start(), matcher.end());
      }
    }
    return found;
  }

  /** Lower case without accents and hamzas, which writers of dates leave out as they like. */
  static String fold(String text) {
    var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (var language : LANGUAGES) {
      for (var month : Month.values()) {
        for (var style : TextStyle.values()) {
          add(
              months,
              month.getDisplayName(style, Locale.forLanguageTag(language)),
              month.getValue());
        }
      }
    }
    EXTRA.forEach((name, month) -> add(months, name, month));
    return months;
  }

  private static void add(Map<String, Integer> months, String name, int month) {
    var folded = fold(name).replaceAll("\\.$", "").strip();
    if (folded.length() >= SHORTEST && folded.chars().noneMatch(Character::isDigit)) {
      months.putIfAbsent(folded, month);
    }
  }
}
