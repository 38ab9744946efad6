package dev.nashra.text;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the language of a text, from a headline of three words up.
 *
 * <p>Three witnesses: the script and the letters that only some languages use, the function words,
 * and the n-gram model of Apache OpenNLP, which alone is unsure about headlines. Their scores are
 * added as logarithms; the weights were found by trial on headlines and sentences of eighty
 * languages.
 */
public final class LanguageDetector {
  private static final int MAX_LENGTH = 2_000;

  private static final double WORDS_WEIGHT = 6;
  private static final double SHARPNESS = 3;

  /** How far behind its best guess a language starts that the n-gram model does not know. */
  private static final double UNKNOWN_TO_MODEL = 0.5;

  /** The language of this text; {@code und} with confidence 0 when it has no letters. */
  public DetectedLanguage detect(String text) {
    var head = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    var scripts = Scripts.of(head);
    var script = scripts.main();
    var only = OneLanguageScripts.language(script, head);
    if (only != null) {
      return new DetectedLanguage(only, scripts.share(script));
    }
    var candidates = Candidates.of(script);
    return candidates.isEmpty() ? DetectedLanguage.UNKNOWN : best(scores(candidates, script, head));
  }

  private static Map<String, Double> scores(
      Map<String, Double> candidates, UnicodeScript script, String text) {
    var words = FunctionWords.score(text);
    var letters = TellingLetters.score(script, text);
    var ngrams = NgramModel.logProbabilities(text);
    double unknown =
        candidates.keySet().stream()
                .filter(ngrams::containsKey)
                .mapToDouble(ngrams::get)
                .max()
                .orElse(0)
            - UNKNOWN_TO_MODEL;
    var scores = new HashMap<String, Double>();
    candidates.forEach(
        (language, start) ->
            scores.put(
                language,
                start
                    + ngrams.getOrDefault(language, unknown)
                    + WORDS_WEIGHT * words.getOrDefault(language, 0.0)
                    + letters.getOrDefault(language, 0.0)));
    return scores;
  }

  private static DetectedLanguage best(Map<String, Double> scores) {
    var best = scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    double sum = 0;
    for (double score : scores.values()) {
      sum += Math.exp(SHARPNESS * (score - best.getValue()));
    }
    return new DetectedLanguage(best.getKey(), Math.round(1000 / sum) / 1000.0);
  }
}
