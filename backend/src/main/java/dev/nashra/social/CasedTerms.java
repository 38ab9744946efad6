package dev.nashra.social;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the terms of a report in a script that has capitals. */
final class CasedTerms {
  private static final Set<String> CONNECTORS =
      Set.of("of", "de", "del", "di", "da", "al", "el", "bin", "ibn", "van", "von", "der", "la");
  private static final double NAME = 1.5;
  private static final double IN_HEADLINE = 1;
  private static final double LONGER = 0.5;
  private static final double LEAST = 2;
  private static final int ENOUGH = 2;
  private static final int LONGEST_NAME = 4;
  private static final int SHORTEST_COMMON_TERM = 5;

  private final List<List<Word>> sentences;
  private final Set<String> common;
  private final Set<String> headline;
  private final Set<String> alwaysCapital;
  private final Terms names = new Terms();

  CasedTerms(List<List<Word>> sentences, String language) {
    this.sentences = sentences;
    this.common = CommonWords.of(language);
    this.headline = keys(sentences.getFirst());
    this.alwaysCapital = capitalInsideSentences();
  }

  List<Term> best(int most) {
    sentences.stream().filter(words -> !isTitleCase(words)).forEach(this::addNames);
    int enough = Math.min(ENOUGH, most);
    var named = names.best(LEAST, most);
    if (named.size() >= enough) {
      return named;
    }
    sentences.forEach(this::addRepeated);
    var best = new ArrayList<>(names.best(LEAST, enough));
    if (best.size() < enough) {
      best.addAll(fromHeadline(best, enough - best.size()));
    }
    return best;
  }

  private void addNames(List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      int end = endOfName(words, i);
      if (end > i) {
        addName(words.subList(i, end));
        i = end - 1;
      }
    }
  }

  /** The end of the run of capitalised words that begins here; the beginning when none does. */
  private int endOfName(List<Word> words, int start) {
    if (!canBegin(words, start)) {
      return start;
    }
    int end = start + 1;
    for (int i = end; i < words.size() && words.get(i).joined(); i++) {
      if (isCapital(words.get(i)) && !isCommon(words.get(i))) {
        end = i + 1;
      } else if (!CONNECTORS.contains(words.get(i).surface())) {
        break;
      }
    }
    return end;
  }

  /** Every sentence begins with a capital, so there it takes more to be a name. */
  private boolean canBegin(List<Word> words, int start) {
    var word = words.get(start);
    if (!isCapital(word) || isCommon(word)) {
      return false;
    }
    return !word.first()
        || isAcronym(word)
        || alwaysCapital.contains(word.key())
        || (words.size() > start + 1
            && words.get(start + 1).joined()
            && isCapital(words.get(start + 1))
            && !isCommon(words.get(start + 1)));
  }

  private void addName(List<Word> name) {
    if (name.size() > LONGEST_NAME) {
      return;
    }
    var surfaces = name.stream().map(Word::surface).toList();
    boolean isNew = names.score(surfaces) == 0;
    boolean prominent = headline.containsAll(keys(name));
    double once = isNew ? NAME - 1 + LONGER * (name.size() - 1) : 0;
    names.add(
        surfaces, name.getFirst().position(), 1 + once + (isNew && prominent ? IN_HEADLINE : 0));
  }

  /** A word used twice in a report of a few sentences is what they are about. */
  private void addRepeated(List<Word> words) {
    for (var word : words) {
      if (word.surface().length() >= SHORTEST_COMMON_TERM
          && word.hasLetter()
          && !isCommon(word)
          && !isCapital(word)) {
        boolean isNew = names.score(List.of(word.surface())) == 0;
        double prominent = isNew && headline.contains(word.key()) ? IN_HEADLINE / 2 : 0;
        names.add(List.of(word.surface()), word.position(), 0.9 + prominent);
      }
    }
  }

  /** The longest words of the headline, for reports that name nothing. */
  private List<Term> fromHeadline(List<Term> named, int most) {
    return sentences.getFirst().stream()
        .filter(word -> word.hasLetter() && word.surface().length() >= SHORTEST_COMMON_TERM)
        .filter(word -> !isCommon(word))
        .map(word -> new Term(List.of(word.surface()), word.position()))
        .filter(term -> named.stream().noneMatch(term::sharesWordWith))
        .sorted((a, b) -> b.words().getFirst().length() - a.words().getFirst().length())
        .limit(most)
        .toList();
  }

  private Set<String> capitalInsideSentences() {
    var keys = new HashSet<String>();
    for (var words : sentences) {
      if (!isTitleCase(words)) {
        words.stream()
            .filter(word -> !word.first() && isCapital(word))
            .map(Word::key)
            .forEach(keys::add);
      }
    }
    return keys;
  }

  /** In "Parliament Passes a New Budget" capitals say nothing. */
  private boolean isTitleCase(List<Word> words) {
    var telling =
        words.stream()
            .filter(word -> !word.first() && word.surface().length() > 3 && word.hasLetter())
            .toList();
    long capital = telling.stream().filter(CasedTerms::isCapital).count();
    return telling.size() >= 3 && capital * 10 > telling.size() * 7L;
  }

  private boolean isCommon(Word word) {
    return common.contains(word.key());
  }

  private static boolean isCapital(Word word) {
    int letter = word.surface().codePointAt(0);
    return Character.isUpperCase(letter) || Character.isTitleCase(letter);
  }

  private static boolean isAcronym(Word word) {
    return word.surface().length() > 1
        && word.surface().codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
  }

  private static Set<String> keys(List<Word> words) {
    return words.stream().map(Word::key).collect(Collectors.toSet());
  }
}
