package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** How many letters of a text belong to each script. */
final class Scripts {
  /** Names and brands in Latin letters are common in other scripts, seldom the other way round. */
  private static final double LATIN_WEIGHT = 0.5;

  /** A character of Chinese, Japanese or Korean says as much as some letters. */
  private static final double EAST_ASIAN_WEIGHT = 3;

  private static final int LEAST_KANA = 20;

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
  private int total;

  private Scripts() {}

  static Scripts of(String text) {
    var scripts = new Scripts();
    text.codePoints().filter(Character::isLetter).forEach(scripts::count);
    scripts.joinKana();
    return scripts;
  }

  /** The script of most letters; COMMON when there are none. */
  UnicodeScript main() {
    return letters.entrySet().stream()
        .max(Comparator.comparingDouble(Scripts::weight))
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  double share(UnicodeScript script) {
    return Math.round(1000.0 * letters.getOrDefault(script, 0) / Math.max(1, total)) / 1000.0;
  }

  private void count(int letter) {
    var script = UnicodeScript.of(letter);
    if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
      letters.merge(
          script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script, 1, Integer::sum);
      total++;
    }
  }

  /** Chinese characters between kana are Japanese; a lone kana in Chinese is a brand's. */
  private void joinKana() {
    int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0);
    int han = letters.getOrDefault(UnicodeScript.HAN, 0);
    if (kana * LEAST_KANA >= han && kana > 0) {
      letters.put(UnicodeScript.HIRAGANA, kana + han);
      letters.remove(UnicodeScript.HAN);
    }
  }

  private static double weight(Map.Entry<UnicodeScript, Integer> entry) {
    return entry.getValue()
        * switch (entry.getKey()) {
          case LATIN -> LATIN_WEIGHT;
          case HAN, HIRAGANA, HANGUL -> EAST_ASIAN_WEIGHT;
          default -> 1;
        };
  }
}
