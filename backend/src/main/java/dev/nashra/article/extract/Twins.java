package dev.nashra.article.extract;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;

/**
 * Elements that a page's makers built alike, as the pieces of a body that is cut to put advertising
 * between them, or the entries of a live report.
 */
final class Twins {
  private static final int LEVELS = 3;

  private Twins() {}

  /** Elements of one kind under one parent, or each alone in a wrapper of one kind. */
  static boolean are(Element one, Element other) {
    if (!alike(one, other)) {
      return false;
    }
    var parent = one.parent();
    var cousin = other.parent();
    return Objects.equals(parent, cousin)
        || (parent != null
            && cousin != null
            && alike(parent, cousin)
            && Objects.equals(parent.parent(), cousin.parent()));
  }

  /** The element with its twins that hold running text too, looked for some levels up. */
  static List<Element> around(Element element) {
    var candidate = element;
    for (int i = 0; i < LEVELS; i++) {
      var parent = candidate.parent();
      if (parent == null) {
        break;
      }
      var first = candidate;
      var twins =
          parent.children().stream()
              .filter(other -> same(first, other) && ProseMass.of(Blocks.of(other)) > 0)
              .toList();
      if (twins.size() > 1) {
        return twins;
      }
      candidate = parent;
    }
    return List.of(element);
  }

  private static boolean alike(Element one, Element other) {
    return one.equals(other)
        || (one.normalName().equals(other.normalName())
            && !Collections.disjoint(one.classNames(), other.classNames()));
  }

  private static boolean same(Element one, Element other) {
    return !one.className().isBlank()
        && one.normalName().equals(other.normalName())
        && one.className().equals(other.className());
  }
}
