package dev.nashra.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The small words that give a language away, and how many of them a text has for each. */
final class FunctionWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\u200C]++['’-]?");
  private static final Map<String, List<String>> LANGUAGES_OF = load();

  /** Keeps one small word among three from deciding alone. */
  private static final int DAMPING = 6;

  private FunctionWords() {}

  /**
   * For each language the share of words that are its own, those of few languages counting more.
   */
  static Map<String, Double> score(String text) {
    var scores = new HashMap<String, Double>();
    var words = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    int count = 0;
    while (words.find()) {
      count++;
      var word = words.group();
      var languages = LANGUAGES_OF.get(word);
      if (languages == null) {
        languages = LANGUAGES_OF.getOrDefault(word.replaceAll("['-]$", ""), List.of());
      }
      for (var language : languages) {
        scores.merge(language, 1 / Math.sqrt(languages.size()), Double::sum);
      }
    }
    double total = count + DAMPING;
    scores.replaceAll((language, score) -> score / total);
    return scores;
  }

  private static Map<String, List<String>> load() {
    var languages = new HashMap<String, List<String>>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                FunctionWords.class.getResourceAsStream("function-words.txt"),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(languages, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return languages;
  }

  private static void add(Map<String, List<String>> languages, String line) {
    int colon = line.indexOf(':');
    var language = line.substring(0, colon);
    for (var word : line.substring(colon + 1).strip().split("\\s+", -1)) {
      var known = languages.computeIfAbsent(word, ignored -> new ArrayList<>());
      if (!known.contains(language)) {
        known.add(language);
      }
    }
  }
}
