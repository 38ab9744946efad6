package dev.nashra.broadcast;

import dev.nashra.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story that an edition may hold.
 *
 * @param report the latest one
 * @param sources the articles that the report cites
 * @param image its picture below the media folder; null when there is none yet
 */
public record Candidate(Report report, List<SourceArticle> sources, @Nullable Picture image) {
  public Candidate {
    sources = List.copyOf(sources);
  }

  /** An article that is cited. */
  public record SourceArticle(long id, String outlet, String title, String url) {}

  /**
   * A picture that was made of the story.
   *
   * @param file below the media folder, with {@code /} between parts
   */
  public record Picture(String file, int width, int height) {}
}
