package dev.nashra.social;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the terms of a report in Arabic script, which has no capitals.
 *
 * <p>A noun is known by the article, or by the preposition before it. A name of two or three words
 * is a noun followed by words with the article (مجلس الأمن الدولي), or words that come together
 * more than once.
 */
final class ArabicTerms {
  private static final String ARTICLE = "ال";
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "في", "من", "إلى", "الى", "على", "عن", "بين", "داخل", "قرب", "جنوب", "شمال", "شرق", "غرب",
          "وفي", "ومن", "وإلى", "مدينة", "محافظة", "دولة", "در", "از", "به", "بر");
  private static final Pattern OWNED = Pattern.compile("(?:ها|هم|هما)$");
  private static final double NOUN = 1;
  private static final double IN_HEADLINE = 1;
  private static final double LONGER = 1;
  private static final double LEAST = 2;
  private static final int OFTEN = 3;

  private final List<List<Word>> sentences;
  private final Set<String> common;
  private final Map<String, Integer> uses = new HashMap<>();
  private final Set<String> headline;
  private final Terms terms = new Terms();

  ArabicTerms(List<List<Word>> sentences, String language) {
    this.common = CommonWords.of(language.equals("und") ? "ar" : language);
    var known =
        sentences.stream().flatMap(List::stream).map(Word::surface).collect(Collectors.toSet());
    this.sentences =
        sentences.stream().map(words -> words.stream().map(w -> bare(w, known)).toList()).toList();
    this.headline =
        this.sentences.getFirst().stream().map(Word::surface).collect(Collectors.toSet());
    this.sentences.forEach(this::count);
  }

  List<Term> best(int most) {
    for (var words : sentences) {
      for (int i = 0; i < words.size(); i++) {
        for (int length = 1; length <= 3 && i + length <= words.size(); length++) {
          consider(words, i, length);
        }
      }
    }
    return terms.best(LEAST, most);
  }

  private void count(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      for (int length = 1; length <= 3 && i + length <= words.size(); length++) {
        uses.merge(Term.key(surfaces(words, i, length)), 1, Integer::sum);
      }
    }
  }

  private void consider(List<Word> words, int start, int length) {
    var run = words.subList(start, start + length);
    if (run.stream().anyMatch(this::isCommon)
        || run.stream().skip(1).anyMatch(word -> !word.joined() || hasConjunction(word))
        || (length == 1 && isShort(run.getFirst()))
        || isShort(run.getLast())) {
      return;
    }
    var surfaces = surfaces(words, start, length);
    int used = uses.getOrDefault(Term.key(surfaces), 1);
    boolean noun = isNoun(words, start);
    if (length == 1 ? !noun && used < OFTEN : !isName(run, noun, used)) {
      return;
    }
    boolean isNew = terms.score(surfaces) == 0;
    double once =
        (noun ? NOUN : 0)
            + LONGER * (length - 1)
            + (headline.containsAll(surfaces) ? IN_HEADLINE : 0);
    // A noun that is used once and not in the headline stays below the least score.
    double use = length == 1 ? 0.9 : 1.9;
    terms.add(surfaces, run.getFirst().position(), isNew ? once + use : use);
  }

  /** Two or three words are one name when grammar or repetition holds them together. */
  private static boolean isName(List<Word> run, boolean noun, int used) {
    boolean bound = run.stream().skip(1).allMatch(ArabicTerms::hasArticle);
    boolean mayBeVerb = run.getFirst().first() && !hasArticle(run.getFirst());
    if (mayBeVerb || run.stream().anyMatch(ArabicTerms::isOwned)) {
      return false;
    }
    return used >= 2 || (bound && noun && areOne(run));
  }

  /**
   * Whether words that come together once are one name: a noun in front of the noun that owns it
   * (مجلس النواب), in front of an adjective that agrees with it (الدفاع المدني), or of both (متحف
   * التاريخ الطبيعي).
   */
  private static boolean areOne(List<Word> run) {
    return hasArticle(run.getFirst())
        ? run.size() == 2 && agree(run.getFirst(), run.getLast())
        : run.size() == 2 || agree(run.get(1), run.getLast());
  }

  private static boolean agree(Word noun, Word adjective) {
    boolean feminine = noun.surface().endsWith("ة") || noun.surface().endsWith("ات");
    return adjective.surface().endsWith(feminine ? "ية" : "ي");
  }

  private boolean isNoun(List<Word> words, int at) {
    return hasArticle(words.get(at))
        || (at > 0 && words.get(at).joined() && PREPOSITIONS.contains(words.get(at - 1).surface()));
  }

  private boolean isCommon(Word word) {
    return word.surface().length() < 2
        || word.indefinite()
        || common.contains(word.surface())
        || PREPOSITIONS.contains(word.surface())
        || word.surface().codePoints().noneMatch(Character::isLetter)
        || word.surface().codePoints().anyMatch(Character::isDigit);
  }

  /** Such a word may begin a name (تل ياسمين), but is none. */
  private static boolean isShort(Word word) {
    return word.surface().length() < 3;
  }

  /** "Its session": whose it is stands elsewhere. */
  private static boolean isOwned(Word word) {
    return word.surface().length() > 4 && OWNED.matcher(word.surface()).find();
  }

  /** A word that begins with two waws has the first from "and". */
  private static boolean hasConjunction(Word word) {
    return word.surface().startsWith("وو");
  }

  private static boolean hasArticle(Word word) {
    return word.surface().startsWith(ARTICLE) && word.surface().length() > 4;
  }

  /** The word without the conjunction or preposition that is written together with it. */
  private static Word bare(Word word, Set<String> known) {
    var surface = word.surface();
    if (surface.length() > 5
        && "وبكف".indexOf(surface.charAt(0)) >= 0
        && surface.startsWith(ARTICLE, 1)) {
      return word.without(surface.substring(0, 1));
    }
    if (surface.length() > 5 && surface.startsWith("لل")) {
      return new Word(
          ARTICLE + surface.substring(2), word.position(), word.first(), false, word.indefinite());
    }
    if (surface.length() > 3
        && "وبلف".indexOf(surface.charAt(0)) >= 0
        && known.contains(surface.substring(1))) {
      return word.without(surface.substring(0, 1));
    }
    return word;
  }

  private static List<String> surfaces(List<Word> words, int start, int length) {
    return words.subList(start, start + length).stream().map(Word::surface).toList();
  }
}
