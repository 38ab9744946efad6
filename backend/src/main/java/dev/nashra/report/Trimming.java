package dev.nashra.report;

import dev.nashra.text.Quotations;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Shortens a long sentence at a place where its main clause is complete. What is cut only adds; who
 * said it, and any condition, stays.
 */
final class Trimming {
  private static final int SHORTEST_REST = 60;

  private static final Pattern CUT_OFF =
      Pattern.compile("\\s*(?:\\[(?:…|\\.{3})\\]|\\.{3,}|…)\\s*$");
  private static final String CLAUSE_MARKS = ",،;؛";

  /** From here to the end a sentence adds a second thought. */
  private static final List<Pattern> SECOND_THOUGHTS =
      List.of(
          Pattern.compile("(?<=^[^;]{0,400})\\s*;\\s(?=[^;]*$)"),
          Pattern.compile("\\s*؛\\s"),
          Pattern.compile(
              "[,،]\\s+(?:while|whereas|although|adding that|noting that|as well as|a move that|in a move"
                  + "|which|whose|wobei|während|tandis que|alors que|mientras que|mentre|тогда как)\\s"),
          Pattern.compile(" [–—] (?!.* [–—] )"),
          Pattern.compile(
              "[,،]?\\s+(?:فيما|بينما|في حين|في وقت|في الوقت الذي|مشيرا|مشيرًا|مشيراً|مشيرة|مؤكدا|مؤكدًا|مؤكداً"
                  + "|مؤكدة|موضحا|موضحًا|موضحاً|موضحة|لافتا|لافتًا|لافتاً|لافتة|مضيفا|مضيفًا|مضيفاً|مضيفة|منوها|منوهة"
                  + "|معتبرا|معتبرًا|معتبراً|معتبرة|علما بأن|علماً بأن|الأمر الذي|وهو ما|وهي التي|وهو الذي|ما أدى|مما أدى)\\s"),
          Pattern.compile(
              "،\\s+(?:وأن|وأنه|وأنها|وأضاف|وأضافت|وقال|وقالت|وأكد|وأكدت|وأوضح|وأوضحت|وأشار|وأشارت|كما|حيث|وذلك)\\s"),
          Pattern.compile("[،,]\\s+(?:در حالی که|که این|و این در حالی)\\s"));

  private Trimming() {}

  /** The sentence itself when it is short enough or cannot be cut well. */
  static String shortened(String sentence, int wanted) {
    if (sentence.length() <= wanted) {
      return sentence;
    }
    int best = -1;
    var quoted = Quotations.inside(sentence);
    for (var pattern : SECOND_THOUGHTS) {
      var matcher = pattern.matcher(sentence);
      while (matcher.find()) {
        int cut = matcher.start();
        if (cut >= SHORTEST_REST && cut < sentence.length() && !quoted.get(cut)) {
          best = better(best, cut, wanted);
        }
      }
    }
    if (best < 0) {
      return sentence;
    }
    var rest = sentence.substring(0, best).replaceAll("[,،;؛\\s–—-]+$", "");
    return Quotations.areWhole(rest) ? rest + lastMark(sentence) : sentence;
  }

  /**
   * A sentence whose end a summary cut off ("… than a placebo, a...") without its unfinished
   * clause; the sentence itself when it is whole, or when too little would be left.
   */
  static String finished(String sentence) {
    return finished(sentence, SHORTEST_REST);
  }

  /** {@code least}: how many characters must be left. */
  static String finished(String sentence, int least) {
    var stem = CUT_OFF.matcher(sentence).replaceFirst("");
    if (stem.length() == sentence.length()) {
      return sentence;
    }
    var quoted = Quotations.inside(stem);
    for (int cut = stem.length() - 1; cut >= least; cut--) {
      boolean clause =
          CLAUSE_MARKS.indexOf(stem.charAt(cut)) >= 0
              && (cut + 1 == stem.length() || stem.charAt(cut + 1) == ' ');
      if (clause && !quoted.get(cut)) {
        var rest = stem.substring(0, cut).strip();
        return Quotations.areWhole(rest) ? rest + lastMark(sentence) : sentence;
      }
    }
    return sentence;
  }

  /** The longest rest within the wanted length, else the shortest beyond it. */
  private static int better(int best, int cut, int wanted) {
    if (best < 0) {
      return cut;
    }
    if (cut <= wanted) {
      return best > wanted ? cut : Math.max(best, cut);
    }
    return Math.min(best, cut);
  }

  private static String lastMark(String sentence) {
    return sentence.endsWith("۔") ? "۔" : sentence.endsWith("。") ? "。" : ".";
  }
}
