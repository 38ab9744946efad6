package dev.nashra.article.extract;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Orders elements by how closely they belong to the page's headline. */
final class NearHeadline {
  private final Map<Element, Integer> depths = new HashMap<>();

  /** Where the page has several headings, the first with words. */
  NearHeadline(Document document) {
    var heading = document.select("h1").stream().filter(Element::hasText).findFirst();
    int depth = 0;
    for (var e = heading.orElse(null); e != null; e = e.parent()) {
      depths.put(e, depth++);
    }
  }

  /** Those that share the smallest part of the page with the headline, in document order. */
  List<Element> nearest(Stream<Element> elements) {
    var all = elements.toList();
    int least = all.stream().map(this::distance).min(Comparator.naturalOrder()).orElse(0);
    return all.stream().filter(element -> distance(element) == least).toList();
  }

  /** How far up from the headline the first element is that holds both. */
  private int distance(Element element) {
    for (var e = element; e != null; e = e.parent()) {
      var depth = depths.get(e);
      if (depth != null) {
        return depth;
      }
    }
    return Integer.MAX_VALUE;
  }
}
