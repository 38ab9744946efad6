package dev.nashra.media.voice;

/**
 * Respells vowelled Arabic so that espeak-ng says what a newsreader would: it reads letter by
 * letter and knows neither the forms before a pause, nor which alifs are silent, nor the old
 * spellings of a few common words.
 */
final class ArabicSpelling {
  private static final String FATHA = "\u064E";
  private static final String KASRA = "\u0650";
  private static final String SHADDA = "\u0651";
  private static final String SUKUN = "\u0652";
  private static final String VOWEL = "[\u064E\u064F\u0650]";
  private static final String ENDING = "[\u064B-\u0650\u0652]";
  private static final String SUN_LETTER = "([تثدذرزسشصضطظلن])";
  private static final String WORD_START = "(?<![\\p{L}\\p{M}])";
  private static final String PREFIXED = WORD_START + "((?:[وفبك]" + VOWEL + ")?)";
  private static final String PAUSE = "(?=\\s*(?:[،,.؛;:!؟?]|$))";

  private static final Rewriting RULES =
      new Rewriting()
          // A sign and its doubling come in either order; espeak-ng knows one.
          .replace("(" + ENDING + ")" + SHADDA, SHADDA + "$1")
          .replace("إ(?!" + KASRA + ")", "إ" + KASRA)
          .replace(WORD_START + "أن(?![\\p{L}\\p{M}])", "أ" + FATHA + "ن" + SUKUN)
          // Long vowels that are not written.
          .replace(PREFIXED + "ه" + FATHA + "(?=ذ|ؤ)", "$1ه" + FATHA + "ا")
          .replace(PREFIXED + "ذ" + FATHA + "(?=ل" + KASRA + "ك)", "$1ذ" + FATHA + "ا")
          .replace(PREFIXED + "ل" + FATHA + "?(?=ك" + KASRA + "ن)", "$1ل" + FATHA + "ا")
          .replace(WORD_START + "الل" + SHADDA + FATHA + "?ه", "اللاه")
          // The article: silent before a doubled letter, its alif silent after a prefix.
          .replace(WORD_START + "([وفبك]" + VOWEL + ")ال" + SUN_LETTER + SHADDA, "$1$2" + SHADDA)
          .replace(WORD_START + "([وفبك]" + VOWEL + ")ال", "$1ل")
          .replace(WORD_START + "ال" + SUN_LETTER + SHADDA, "ال$1")
          .replace(
              WORD_START + "ل" + KASRA + "ل" + SUN_LETTER + SHADDA, "ل" + KASRA + "$1" + SHADDA)
          .replace(PREFIXED + "ال" + KASRA + "ا", "$1ال" + KASRA)
          .replace(WORD_START + "([وفبكل]" + VOWEL + ")ا(?=\\p{L}" + SUKUN + ")", "$1")
          .replace(WORD_START + "ا(?=[\\p{L}&&[^ل]]" + SUKUN + ")", "ا" + KASRA)
          // Doubled half-vowels are consonants.
          .replace("و" + SHADDA + "(?=" + VOWEL + ")", "و" + SUKUN + "و")
          .replace("ي" + SHADDA + "(?=" + VOWEL + ")", "ي" + SUKUN + "ي")
          // Before a pause endings fall silent.
          .replace("(?:\u064Bا|ا\u064B|\u064Bى|ى\u064B)" + PAUSE, FATHA + "ا")
          .replace("(?<=\\p{L}" + SHADDA + "?)" + ENDING + PAUSE, "")
          .replace(FATHA + "?ة" + ENDING + "*" + PAUSE, FATHA);

  private ArabicSpelling() {}

  static String of(String vowelled) {
    return RULES.apply(vowelled);
  }
}
