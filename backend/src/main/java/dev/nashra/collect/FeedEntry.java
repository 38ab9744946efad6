package dev.nashra.collect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed, link of a section page or post of a channel, in memory only.
 *
 * @param id the source's name for the entry, else its link
 * @param title plain text
 * @param summary sanitised HTML
 * @param content sanitised HTML, when the source gives more than a summary
 * @param author plain text, several names joined by commas
 * @param categories in the source's order, each once
 * @param comments address of the page with the readers' comments
 * @param image address of the entry's picture: one that it names for itself, else one in its text
 */
public record FeedEntry(
    @Nullable String id,
    @Nullable String title,
    @Nullable String link,
    @Nullable Instant published,
    @Nullable Instant updated,
    @Nullable String summary,
    @Nullable String content,
    @Nullable String author,
    List<String> categories,
    List<Enclosure> enclosures,
    @Nullable String comments,
    @Nullable String image) {
  public FeedEntry {
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  /** The same entry by this author, if it names none. */
  FeedEntry orBy(@Nullable String other) {
    return author != null || other == null
        ? this
        : new FeedEntry(
            id,
            title,
            link,
            published,
            updated,
            summary,
            content,
            other,
            categories,
            enclosures,
            comments,
            image);
  }
}
