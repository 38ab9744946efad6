package dev.nashra.article.extract;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds where on a page some blocks came from, to get back the paragraphs between them that a
 * stricter reader threw away.
 */
final class Place {
  private static final double NEARLY_ALL = 0.9;

  private static final double TOO_LITTLE = 0.8;
  private static final double TOO_MUCH = 1.6;

  private Place() {}

  /**
   * The page's own blocks from the first to the last of these; these themselves if they are not
   * found, or if so much stands between them that it must be something else.
   */
  static List<Block> of(List<Block> blocks, Element body) {
    var known = blocks.stream().map(block -> Prose.fold(block.text())).collect(Collectors.toSet());
    var holder = holder(known, body);
    if (holder == null) {
      return blocks;
    }
    var all = Blocks.of(holder);
    int first = 0;
    int last = all.size() - 1;
    while (first < last && !known.contains(Prose.fold(all.get(first).text()))) {
      first++;
    }
    while (last > first && !known.contains(Prose.fold(all.get(last).text()))) {
      last--;
    }
    var range = all.subList(first, last + 1);
    double growth = (double) ProseMass.of(range) / Math.max(1, ProseMass.of(blocks));
    return growth < TOO_LITTLE || growth > TOO_MUCH ? blocks : range;
  }

  private static @Nullable Element holder(Set<String> wanted, Element body) {
    var found = new IdentityHashMap<Element, Integer>();
    for (var block : Blocks.of(body)) {
      if (wanted.contains(Prose.fold(block.text()))) {
        for (var e = block.element(); e != null; e = e.parent()) {
          found.merge(e, block.text().length(), Integer::sum);
        }
      }
    }
    int all = found.getOrDefault(body, 0);
    Element holder = null;
    for (var e : body.getAllElements()) {
      if (all > 0 && found.getOrDefault(e, 0) >= NEARLY_ALL * all) {
        holder = e;
      }
    }
    return holder;
  }
}
