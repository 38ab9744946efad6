package dev.nashra.article.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the page between the headline and the body: standfirst, byline, date.
 *
 * @param underHeadline whether the headline was found; else these are just the blocks above the
 *     body
 */
record Front(List<Block> blocks, boolean underHeadline) {
  private static final int REACH = 60;
  private static final int FIRST_BLOCKS = 3;

  static Front of(Page page, @Nullable String title, List<Block> body) {
    var all = Blocks.of(page.document().body());
    int start = indexOfBody(all, body);
    int headline = indexOfHeadline(all, start, title == null ? "" : Prose.fold(title));
    return new Front(all.subList(Math.max(headline + 1, start - REACH), start), headline >= 0);
  }

  private static int indexOfBody(List<Block> all, List<Block> body) {
    for (var first : body.subList(0, Math.min(FIRST_BLOCKS, body.size()))) {
      var folded = Prose.fold(first.text());
      for (int i = 0; i < all.size(); i++) {
        if (Prose.fold(all.get(i).text()).equals(folded)) {
          return i;
        }
      }
    }
    return 0;
  }

  private static int indexOfHeadline(List<Block> all, int before, String title) {
    for (int i = before - 1; i >= 0; i--) {
      var block = all.get(i);
      if (block.element().normalName().equals("h1") || Prose.fold(block.text()).equals(title)) {
        return i;
      }
    }
    return -1;
  }
}
