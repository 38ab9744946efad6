package dev.nashra.collect;

import java.util.List;

/** What came of reading a source's answer. */
public sealed interface ReadResult {
  /** It is what the reader reads; a broken document gives what could be read of it. */
  record Read(Feed feed) implements ReadResult {}

  /**
   * It is something else.
   *
   * @param reason a sentence for the operator
   * @param feeds the feeds that the page names, when it is a page
   */
  record Unreadable(String reason, List<String> feeds) implements ReadResult {
    public Unreadable {
      feeds = List.copyOf(feeds);
    }
  }

  static ReadResult unreadable(String reason) {
    return new Unreadable(reason, List.of());
  }
}
