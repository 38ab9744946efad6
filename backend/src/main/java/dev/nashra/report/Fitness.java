package dev.nashra.report;

import dev.nashra.text.Quotations;
import java.util.regex.Pattern;

/** Judges how well a sentence reads on its own, on a card or spoken. */
final class Fitness {
  static final int SHORTEST = 35;
  static final int BEST_LENGTH = 180;
  private static final int LONGEST = 330;

  /** Shorter sentences seldom say enough by themselves. */
  private static final int TELLING = 60;

  private static final double LEAST_TELLING = 0.5;

  private static final Pattern ENDED = Pattern.compile("[.!؟?۔。…।][\"”»)』」']*$");
  private static final Pattern SUBJECTLESS_QUOTE =
      Pattern.compile(
          "[,.!?؟،]?[\"”»“],? (?:he|she|they|it|i|we|er|sie|il|elle|él|ella) \\p{L}+.{0,30}$"
              + "|[\"”»“],? (?:said|added|says|adds)\\.$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TAGGED_ON =
      Pattern.compile(
          ", (?:he|she|they|it) (?:later |also )?(?:said|added|told|says|noted|explained|wrote|continued)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OPENS_QUOTE = Pattern.compile("^[\"“«„「]");
  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?<![\\p{L}'’])(?:I|we|our|my|us)(?![\\p{L}.])(?!-)");
  private static final Pattern FIRST_PERSON_ARABIC =
      Pattern.compile(
          "(?<!\\p{L})و?(?:أنا|نحن|كنا|كنّا|لدينا|عندنا|علينا|إننا|إنني|[أا]قول|بلدنا|شعبنا|يجب علينا)(?!\\p{L})");

  /** An entry of a list, such as "Tomorrow: the market from seven to two." */
  private static final Pattern LABELLED = Pattern.compile("^\\p{L}+(?: \\p{L}+)?: [^\"“«]*$");

  /** The end was cut off by whoever wrote the summary. */
  private static final Pattern CUT_OFF = Pattern.compile("(?:\\.{2,}|…)[\"”»)\\]]*$");

  private static final Pattern LOUD = Pattern.compile("\\p{Lu}{4,}\\W+\\p{Lu}{4,}\\W+\\p{Lu}{3,}");

  private Fitness() {}

  /** 0 for a sentence that must not be used, up to 1. */
  static double of(String sentence, String language) {
    if (sentence.length() < SHORTEST
        || sentence.length() > LONGEST
        || !Quotations.areWhole(sentence)
        || Boilerplate.is(sentence)
        || isAsked(sentence)
        || leansOnOthers(sentence, language)) {
      return 0;
    }
    double fitness = ENDED.matcher(sentence).find() ? 1 : 0.35;
    if (sentence.length() < TELLING) {
      fitness *=
          LEAST_TELLING
              + (1 - LEAST_TELLING) * (sentence.length() - SHORTEST) / (TELLING - SHORTEST);
    }
    if (sentence.length() > BEST_LENGTH) {
      fitness *= 1 - 0.5 * (sentence.length() - BEST_LENGTH) / (double) (LONGEST - BEST_LENGTH);
    }
    if (sentence.endsWith("!") || LOUD.matcher(sentence).find()) {
      fitness *= 0.4;
    }
    if (OPENS_QUOTE.matcher(sentence).find()) {
      fitness *= 0.6;
    }
    if (LABELLED.matcher(sentence).matches() || CUT_OFF.matcher(sentence).find()) {
      fitness *= 0.4;
    }
    return fitness;
  }

  private static boolean leansOnOthers(String sentence, String language) {
    return Openers.leans(sentence, language)
        || SUBJECTLESS_QUOTE.matcher(sentence).find()
        || TAGGED_ON.matcher(sentence).find()
        || isNothingButQuote(sentence)
        || FIRST_PERSON.matcher(withoutQuotes(sentence)).find()
        || (language.equals("ar") && FIRST_PERSON_ARABIC.matcher(withoutQuotes(sentence)).find());
  }

  private static boolean isAsked(String sentence) {
    var bare = sentence.replaceAll("[\"”»)\\s]+$", "");
    return bare.endsWith("?") || bare.endsWith("؟") || bare.endsWith(":");
  }

  private static boolean isNothingButQuote(String sentence) {
    var inside = Quotations.inside(sentence);
    return inside.get(0) && inside.nextClearBit(0) >= sentence.length() - 2;
  }

  private static String withoutQuotes(String sentence) {
    var inside = Quotations.inside(sentence);
    var text = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      if (!inside.get(i)) {
        text.append(sentence.charAt(i));
      }
    }
    return text.toString();
  }
}
