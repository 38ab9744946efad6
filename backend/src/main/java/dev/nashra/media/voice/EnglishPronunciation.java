package dev.nashra.media.voice;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** How English is said, where espeak-ng would read it letter by letter or wrong. */
final class EnglishPronunciation implements Pronunciation {
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "dollars", "€", "euros", "£", "pounds", "¥", "yen", "₹", "rupees", "₪", "shekels",
          "₺", "liras", "₽", "roubles");
  private static final Map<String, String> SCALES =
      Map.ofEntries(
          Map.entry("k", "thousand"),
          Map.entry("m", "million"),
          Map.entry("mn", "million"),
          Map.entry("bn", "billion"),
          Map.entry("b", "billion"),
          Map.entry("tn", "trillion"),
          Map.entry("t", "trillion"));
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("km", "kilometres"),
          Map.entry("km/h", "kilometres per hour"),
          Map.entry("kph", "kilometres per hour"),
          Map.entry("mph", "miles per hour"),
          Map.entry("m", "metres"),
          Map.entry("cm", "centimetres"),
          Map.entry("mm", "millimetres"),
          Map.entry("kg", "kilograms"),
          Map.entry("ft", "feet"),
          Map.entry("sq", "square"),
          Map.entry("MW", "megawatts"),
          Map.entry("GW", "gigawatts"),
          Map.entry("°C", "degrees Celsius"),
          Map.entry("°F", "degrees Fahrenheit"),
          Map.entry("°", "degrees"));
  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("Mr", "Mister"),
          Map.entry("Mrs", "Missis"),
          Map.entry("Ms", "Miz"),
          Map.entry("Dr", "Doctor"),
          Map.entry("Prof", "Professor"),
          Map.entry("Gov", "Governor"),
          Map.entry("Sen", "Senator"),
          Map.entry("Rep", "Representative"),
          Map.entry("Gen", "General"),
          Map.entry("Col", "Colonel"),
          Map.entry("Lt", "Lieutenant"),
          Map.entry("St", "Saint"),
          Map.entry("Jr", "Junior"),
          Map.entry("vs", "versus"),
          Map.entry("No", "number"),
          Map.entry("approx", "approximately"),
          Map.entry("est", "estimated"),
          Map.entry("Jan", "January"),
          Map.entry("Feb", "February"),
          Map.entry("Aug", "August"),
          Map.entry("Sept", "September"),
          Map.entry("Oct", "October"),
          Map.entry("Nov", "November"),
          Map.entry("Dec", "December"),
          Map.entry("Inc", "Incorporated"),
          Map.entry("Ltd", "Limited"));

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

  private static final Rewriting RULES =
      new Rewriting()
          .replace("(?<=\\d),(?=\\d{3}\\b)", "")
          .replace(
              "(\\b(?:an?|the) )?(?:US|A|C|NZ|HK)?([$€£¥₹₪₺₽])\\s?"
                  + NUMBER
                  + "(?:[ -]?(k|mn|m|bn|b|tn|t|thousand|million|billion|trillion)\\b)?",
              EnglishPronunciation::amount)
          .replace("\\b" + NUMBER + "(k|mn|bn|tn)\\b", EnglishPronunciation::scaled)
          .replace(
              "\\b" + NUMBER + " ?(km/h|kph|mph|km|m|cm|mm|kg|ft|sq|MW|GW|°C|°F|°)(?!\\w)",
              match -> match.group(1) + " " + UNITS.get(match.group(2)))
          .replace("(?<=\\d)\\s?%", " percent")
          .replace("(?<=\\d)\\s?[-–](?=\\d)", " to ")
          .replace("\\b(\\d{1,2}):00\\b", "$1 o'clock")
          .replace("\\b(\\d{1,2}):0(\\d)\\b", "$1 oh $2")
          .replace("\\b(\\d{1,2}):(\\d\\d)\\b", "$1 $2")
          .replace("(?<![\\d.])(1[1-9]|20)([1-9]\\d)(?![\\d.]\\d|\\d)\\b", "$1 $2")
          .replace(
              "\\b([ap])\\.?m\\.?(?!\\w)", match -> match.group(1).toUpperCase(Locale.ROOT) + " M")
          .replace("\\be\\.g\\.", "for example")
          .replace("\\bi\\.e\\.", "that is")
          .replace("\\betc\\.", "and so on")
          .replace("\\b(?:\\p{Lu}\\.){2,}", match -> match.group().replace(".", " ").strip())
          .replace(
              "\\b(\\p{L}{2,6})\\.(?=\\s)",
              match -> ABBREVIATIONS.getOrDefault(match.group(1), match.group()))
          .replace("\\s*&\\s*", " and ")
          .replace("(?<=\\p{L})/(?=\\p{L})", " or ")
          .replace("\\s+", " ");

  @Override
  public String of(String sentence) {
    return RULES.apply(Unspoken.removedFrom(sentence)).strip();
  }

  /** A sum is in dollars; a plan that costs it is a dollar plan. */
  private static String amount(MatchResult match) {
    var article = match.group(1) == null ? "" : match.group(1);
    var number = match.group(3);
    var scale = match.group(4) == null ? "" : SCALES.getOrDefault(match.group(4), match.group(4));
    var currency = CURRENCIES.getOrDefault(match.group(2), "");
    boolean one = !article.isEmpty() || (number.equals("1") && scale.isEmpty());
    var said = one && currency.endsWith("s") ? currency.replaceFirst("s$", "") : currency;
    return article + number + " " + (scale.isEmpty() ? "" : scale + " ") + said;
  }

  private static String scaled(MatchResult match) {
    return match.group(1) + " " + SCALES.get(match.group(2));
  }
}
