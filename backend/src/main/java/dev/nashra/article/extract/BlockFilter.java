package dev.nashra.article.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drops the blocks inside an article's body that are not the article. */
final class BlockFilter {
  private static final double MOSTLY_LINKS = 0.7;
  private static final int SHORT = 60;
  private static final int LABEL = 100;

  private final String foldedTitle;
  private final Captions captions;

  BlockFilter(@Nullable String title, Captions captions) {
    foldedTitle = title == null ? "" : Prose.fold(title);
    this.captions = captions;
  }

  List<Block> filter(List<Block> blocks) {
    var kept = new ArrayList<Block>();
    var seen = new HashSet<String>();
    int links = 0;
    for (var block : blocks) {
      if (isPointer(block)) {
        links++;
      } else if (!isForeign(block) && isNew(block, seen)) {
        if (links > 1) {
          dropHeading(kept);
        }
        links = 0;
        kept.add(block);
      }
    }
    trimFront(kept);
    trimBack(kept);
    return kept;
  }

  private boolean isForeign(Block block) {
    var folded = Prose.fold(block.text());
    return folded.isEmpty()
        || folded.equals(foldedTitle)
        || block.dated() * 2 > block.text().length()
        || captions.contain(folded)
        || Furniture.matches(block);
  }

  /** Links to elsewhere; but a sentence, or a list with its own words between, may hold links. */
  private static boolean isPointer(Block block) {
    int length = block.text().length();
    return block.linkShare() >= MOSTLY_LINKS
        && !(Prose.endsSentence(block.text())
            && (block.linked() < length || Prose.words(block.text()) >= 15));
  }

  /** Long blocks are said once; short ones ("Yes.") may come again. */
  private static boolean isNew(Block block, Set<String> seen) {
    return block.text().length() < SHORT || seen.add(Prose.fold(block.text()));
  }

  /** The heading over a list of links goes with it. */
  private static void dropHeading(List<Block> kept) {
    if (!kept.isEmpty() && isLabel(kept.getLast()) && !ProseMass.isProse(kept.getLast())) {
      kept.removeLast();
    }
  }

  private static boolean isLabel(Block block) {
    return block.looksLikeHeading()
        || (block.text().endsWith(":") && block.text().length() < SHORT);
  }

  /** Names, dates and labels above the first sentence; a heading there may be the standfirst. */
  private static void trimFront(List<Block> kept) {
    int prose = 0;
    while (prose < kept.size() && !ProseMass.isProse(kept.get(prose))) {
      prose++;
    }
    if (prose < kept.size()) {
      kept.subList(0, prose).removeIf(BlockFilter::isLooseLabel);
    }
  }

  /** A heading needs something under it, and an article does not end in a label. */
  private static void trimBack(List<Block> kept) {
    while (!kept.isEmpty()
        && kept.size() > 1
        && (isLabel(kept.getLast()) || isLooseLabel(kept.getLast()))) {
      kept.removeLast();
    }
  }

  private static boolean isLooseLabel(Block block) {
    return block.text().length() < LABEL
        && !Prose.endsSentence(block.text())
        && (block.kind() == Block.Kind.LOOSE || PrintedTime.in(block.text()).isPresent());
  }
}
