package dev.nashra.article.extract;

import org.jsoup.nodes.Element;

/**
 * One paragraph, heading or list item as it is seen on the page.
 *
 * @param linked how many of its characters are inside links
 * @param strong how many of its characters are bold
 * @param dated how many of its characters are marked as a time
 * @param element the innermost block element that it stands in
 */
record Block(Kind kind, String text, int linked, int strong, int dated, Element element) {
  enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM,
    CELL,
    LOOSE
  }

  double linkShare() {
    return (double) linked / text.length();
  }

  boolean isHeading() {
    return kind == Kind.HEADING;
  }

  /** A paragraph that is bold from end to end and says no sentence: a heading in disguise. */
  boolean looksLikeHeading() {
    return isHeading()
        || (strong == text.length() && text.length() < 120 && !Prose.endsSentence(text));
  }
}
