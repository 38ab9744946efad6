package dev.nashra.article.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The line in or around the body that names the authors, which is not part of the text. */
final class Byline {
  private static final int MAX_LENGTH = 90;
  private static final int MAX_WORDS = 9;
  private static final int REACH = 3;

  private final AuthorNames names;

  Byline(SiteName site) {
    names = new AuthorNames(site);
  }

  /** The byline among the first blocks of a body. */
  Optional<Block> in(List<Block> body) {
    return body.stream()
        .limit(REACH)
        .filter(block -> isShort(block) && (says(block) || isBoldName(block)))
        .findFirst();
  }

  List<String> names(Block byline) {
    return names.in(Stream.of(byline.text()));
  }

  /** Whether a block only repeats who wrote the article. */
  static boolean repeats(Block block, List<String> authors) {
    if (!isShort(block)) {
      return false;
    }
    var folded = Prose.fold(block.text());
    return authors.stream()
        .map(Prose::fold)
        .anyMatch(name -> folded.equals(name) || (says(block) && folded.contains(name)));
  }

  private static boolean isShort(Block block) {
    return block.text().length() <= MAX_LENGTH
        && Prose.words(block.text()) <= MAX_WORDS
        && !Prose.endsSentence(block.text());
  }

  private static boolean says(Block block) {
    return AuthorNames.startsLikeByline(block.text());
  }

  /** A bold line of two to four capitalised words, with nothing else in it. */
  private static boolean isBoldName(Block block) {
    var words = List.of(block.text().split(" ", -1));
    return block.strong() == block.text().length()
        && !block.isHeading()
        && words.size() > 1
        && words.size() < 5
        && words.stream().allMatch(Byline::isCapitalised);
  }

  private static boolean isCapitalised(String word) {
    return word.length() > 1
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1))
        && word.chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '\'' || c == '.');
  }
}
