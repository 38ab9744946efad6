package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;

/**
 * The languages that a script may hold, each with how much news is written in it, as a head start.
 */
final class Candidates {
  private static final double COMMON = 0;
  private static final double LESS_COMMON = -0.15;
  private static final double RARE = -0.4;

  private static final Map<String, Double> LATIN =
      group(
          "en de fr es it pt nl tr id sv pl ro vi",
          "no da fi cs sk sl hr sr bs hu az sq ca gl eu ms sw so tl af et lv lt is ga cy mt uz ha",
          "ku eo la lb oc br fy ast mg mi");
  private static final Map<String, Double> CYRILLIC =
      group("ru uk", "bg be sr mk kk", "ky tg mn tt ba ce uz az");
  private static final Map<String, Double> ARABIC = group("ar fa", "ur", "ps ckb ug sd pa");
  private static final Map<String, Double> DEVANAGARI = group("hi", "mr ne", "sa");
  private static final Map<String, Double> HEBREW = group("he", "", "yi");

  private Candidates() {}

  static Map<String, Double> of(UnicodeScript script) {
    return switch (script) {
      case ARABIC -> ARABIC;
      case CYRILLIC -> CYRILLIC;
      case DEVANAGARI -> DEVANAGARI;
      case HEBREW -> HEBREW;
      case LATIN -> LATIN;
      default -> Map.of();
    };
  }

  private static Map<String, Double> group(String common, String lessCommon, String rare) {
    var starts = new HashMap<String, Double>();
    put(starts, common, COMMON);
    put(starts, lessCommon, LESS_COMMON);
    put(starts, rare, RARE);
    return Map.copyOf(starts);
  }

  private static void put(Map<String, Double> starts, String languages, double start) {
    for (var language : languages.split(" ", -1)) {
      if (!language.isEmpty()) {
        starts.put(language, start);
      }
    }
  }
}
