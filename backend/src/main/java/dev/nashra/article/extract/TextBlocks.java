package dev.nashra.article.extract;

import java.util.List;
import org.jsoup.nodes.Element;

/** Plain text as blocks: one for each line that says something. */
final class TextBlocks {
  private TextBlocks() {}

  static List<Block> of(String text) {
    var nowhere = new Element("p");
    return text.lines()
        .map(Prose::squeeze)
        .filter(line -> !line.isEmpty())
        .map(line -> new Block(Block.Kind.PARAGRAPH, line, 0, 0, 0, nowhere))
        .toList();
  }
}
