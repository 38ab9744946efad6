package dev.nashra.article.extract;

import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What pictures and videos on the page are said to show, to tell their captions from the text where
 * no {@code figcaption} does.
 */
final class Captions {
  private static final int MIN_LENGTH = 25;
  private static final int MAX_IMAGES = 500;
  private static final int CREDIT = 60;

  private final TreeSet<String> folded = new TreeSet<>();

  Captions(Page page) {
    var own = page.descriptions().toList();
    Stream.concat(
            page.data().captions(),
            page.document().select("img[alt]").stream().limit(MAX_IMAGES).map(e -> e.attr("alt")))
        .map(Prose::fold)
        .filter(caption -> caption.length() >= MIN_LENGTH)
        .filter(caption -> own.stream().noneMatch(text -> text.startsWith(caption)))
        .forEach(folded::add);
  }

  /** Whether this folded text is one of the captions, with at most a credit added. */
  boolean contain(String text) {
    var caption = folded.floor(text);
    return caption != null
        && text.startsWith(caption)
        && text.length() <= caption.length() + CREDIT;
  }
}
