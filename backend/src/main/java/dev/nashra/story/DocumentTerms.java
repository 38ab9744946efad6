package dev.nashra.story;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as the clustering remembers it.
 *
 * @param words the terms of headline and text, or of the headline alone when there is no text
 * @param headline the terms of the headline
 * @param letters runs of letters in the words of the headline: they see through prefixes, suffixes
 *     and spellings
 * @param surfaces how this document writes the terms of {@code words}, in the same order
 * @param fullText whether the text is long enough to be compared as one
 */
record DocumentTerms(
    Bag words,
    Bag headline,
    Bag letters,
    List<String> surfaces,
    boolean fullText,
    @Nullable String language,
    @Nullable Instant published) {

  /** What remembering it costs, in terms. */
  int size() {
    return words.size() + headline.size() + letters.size();
  }
}
