package dev.nashra.collect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source offers at one moment: a feed, a section page or a channel's newest posts.
 *
 * @param description plain text
 * @param language as the source writes it
 * @param id the source's own name for itself, such as an Atom id
 * @param image address of its logo
 * @param author plain text
 * @param generator the program that made it
 * @param nextPage where older entries are, if the source says so
 */
public record Feed(
    @Nullable String title,
    @Nullable String link,
    @Nullable String description,
    @Nullable String language,
    @Nullable String id,
    @Nullable Instant updated,
    @Nullable Instant published,
    @Nullable String image,
    @Nullable String author,
    @Nullable String rights,
    @Nullable String generator,
    @Nullable String nextPage,
    List<FeedEntry> entries) {
  public Feed {
    entries = List.copyOf(entries);
  }
}
