package dev.nashra.sample;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article of a sample outlet.
 *
 * @param slug its name in the outlet's addresses; a number for Telegram posts
 * @param event the gold label: articles about one event share it. It is never served
 * @param minutesAgo when this version was published, counted back from the anchor
 * @param earlier the version that this one replaced, under the same id
 * @param copyOf {@code outlet/slug} of the agency text that this one repeats word for word
 */
public record SampleArticle(
    String slug,
    String event,
    String title,
    String summary,
    String author,
    List<String> tags,
    int minutesAgo,
    List<String> paragraphs,
    @Nullable SampleVersion earlier,
    @Nullable String copyOf) {

  public SampleArticle {
    event = Objects.requireNonNullElse(event, "");
    title = Objects.requireNonNullElse(title, "");
    summary = Objects.requireNonNullElse(summary, "");
    author = Objects.requireNonNullElse(author, "");
    tags = tags == null ? List.of() : List.copyOf(tags);
    paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
  }

  /** The version that readers find at the article's address. */
  public SampleVersion current() {
    return new SampleVersion(title, summary, minutesAgo, paragraphs);
  }

  /** All versions, the newest first. */
  public List<SampleVersion> versions() {
    return earlier == null ? List.of(current()) : List.of(current(), earlier);
  }

  /** The version with which the article first appeared. */
  SampleVersion first() {
    return versions().getLast();
  }

  /** This article with the words of another, at its own address and time. */
  SampleArticle withTextOf(SampleArticle original) {
    return new SampleArticle(
        slug,
        original.event,
        original.title,
        original.summary,
        original.author,
        original.tags,
        minutesAgo,
        original.paragraphs,
        earlier,
        copyOf);
  }
}
