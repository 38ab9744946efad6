package dev.nashra.article.extract;

import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;

/** How much running text (not links, not labels) each element holds, in characters. */
final class ProseMass {
  private static final int PROSE_WORDS = 12;
  private static final double PROSE_LINKS = 0.4;

  private final IdentityHashMap<Element, Integer> masses = new IdentityHashMap<>();

  ProseMass(Element root) {
    for (var block : Blocks.of(root)) {
      if (isProse(block)) {
        for (var holder = block.element(); holder != null; holder = holder.parent()) {
          masses.merge(holder, block.text().length(), Integer::sum);
        }
      }
    }
  }

  int of(Element element) {
    return masses.getOrDefault(element, 0);
  }

  static int of(List<Block> blocks) {
    return blocks.stream()
        .filter(ProseMass::isProse)
        .mapToInt(block -> block.text().length())
        .sum();
  }

  static boolean isProse(Block block) {
    return block.linkShare() < PROSE_LINKS
        && (Prose.words(block.text()) >= PROSE_WORDS || block.text().length() >= 100);
  }
}
