package dev.nashra.publish.local;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication as its JSON file tells it. Readers of these files may rely on the names.
 *
 * @param format {@code card} or {@code reel}
 * @param postId a later post about the same story replaces an earlier one
 * @param text the post as it would be sent to a network
 * @param link the article that the post points to
 * @param published when it was put on the pages
 */
public record PublishedStory(
    String format,
    long storyId,
    long postId,
    int postVersion,
    String language,
    String headline,
    String lead,
    List<Point> points,
    List<String> outlets,
    List<Source> sources,
    String text,
    List<String> hashtags,
    String link,
    double rank,
    Instant written,
    Instant published,
    List<Medium> media) {
  public PublishedStory {
    points = List.copyOf(points);
    outlets = List.copyOf(outlets);
    sources = List.copyOf(sources);
    hashtags = List.copyOf(hashtags);
    media = List.copyOf(media);
  }

  /** The same without some of its media. */
  PublishedStory without(Collection<String> files) {
    return new PublishedStory(
        format,
        storyId,
        postId,
        postVersion,
        language,
        headline,
        lead,
        points,
        outlets,
        sources,
        text,
        hashtags,
        link,
        rank,
        written,
        published,
        media.stream().filter(medium -> !files.contains(medium.file())).toList());
  }

  /**
   * A sentence of the report.
   *
   * @param sources places in the list of sources, from 1
   */
  public record Point(String text, List<Integer> sources) {
    public Point {
      sources = List.copyOf(sources);
    }
  }

  /** An article that the report was written from. */
  public record Source(
      String outlet, String title, String url, String language, Instant published) {}

  /**
   * A picture, recording or film.
   *
   * @param kind {@code card}, {@code link_image}, {@code audio}, {@code reel} …
   * @param file below the folder of the pages, with {@code /} between parts
   * @param seconds null for pictures
   */
  public record Medium(
      String kind,
      String file,
      String type,
      long bytes,
      int width,
      int height,
      @Nullable Long seconds) {}

  /** The newest kind of medium; null when there is none. */
  @Nullable Medium medium(String kind) {
    return media.stream().filter(medium -> medium.kind().equals(kind)).findFirst().orElse(null);
  }
}
