package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops the blocks inside an article's body that are not the article. */
final class BlockFilter {
  private static final double MOSTLY_LINKS = 0.7;

  private final String foldedTitle;

  BlockFilter(@Nullable String title) {
    foldedTitle = title == null ? "" : Prose.fold(title);
  }

  List<Block> filter(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    var seen = new HashSet<String>();
    for (var block : blocks) {
      if (!isForeign(block) && isNew(block, seen)) {
        kept.add(block);
      }
    }
    dropLonelyHeadings(kept);
    return kept;
  }

  private boolean isForeign(Block block) {
    var folded = Prose.fold(block.text());
    return folded.isEmpty()
        || folded.equals(foldedTitle)
        || (block.linkShare() >= MOSTLY_LINKS && !isLinkedSentence(block))
        || Furniture.matches(block.text());
  }

  /** A sentence may be one long link; what is linked to its last mark is a pointer elsewhere. */
  private static boolean isLinkedSentence(Block block) {
    return Prose.endsSentence(block.text())
        && (block.linked() < block.text().length() || Prose.words(block.text()) >= 15);
  }

  /** Long blocks are said once; short ones ("Yes.") may come again. */
  private static boolean isNew(Block block, Set<String> seen) {
    return block.text().length() < 60 || seen.add(Prose.fold(block.text()));
  }

  /** A heading needs something under it. */
  private static void dropLonelyHeadings(List<Block> blocks) {
    while (!blocks.isEmpty() && blocks.getLast().isHeading()) {
      blocks.removeLast();
    }
  }
}
