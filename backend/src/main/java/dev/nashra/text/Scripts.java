package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** How many letters of a text belong to each script. */
final class Scripts {
  /** Names and brands in Latin letters are common in other scripts, seldom the other way round. */
  private static final double LATIN_WEIGHT = 0.5;

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
  private int total;

  private Scripts() {}

  static Scripts of(String text) {
    var scripts = new Scripts();
    text.codePoints().filter(Character::isLetter).forEach(scripts::count);
    return scripts;
  }

  /** The script of most letters; COMMON when there are none. */
  UnicodeScript main() {
    int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0);
    if (kana > 0 && kana * 20 >= total) {
      return UnicodeScript.HIRAGANA;
    }
    return letters.entrySet().stream()
        .max((a, b) -> Double.compare(weight(a), weight(b)))
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  double share(UnicodeScript script) {
    return Math.round(1000.0 * letters.getOrDefault(script, 0) / Math.max(1, total)) / 1000.0;
  }

  private static double weight(Map.Entry<UnicodeScript, Integer> entry) {
    return entry.getKey() == UnicodeScript.LATIN
        ? LATIN_WEIGHT * entry.getValue()
        : entry.getValue();
  }

  private void count(int letter) {
    var script = UnicodeScript.of(letter);
    if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
      letters.merge(
          script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script, 1, Integer::sum);
      total++;
    }
  }
}
