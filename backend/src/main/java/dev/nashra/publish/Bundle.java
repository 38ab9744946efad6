package dev.nashra.publish;

import dev.nashra.media.Rendering;
import dev.nashra.media.RenderingKind;
import dev.nashra.report.Report;
import dev.nashra.social.Post;
import java.util.List;
import java.util.Optional;

/**
 * A post with everything that was made of its story.
 *
 * @param rank of the story: higher is more important
 * @param sources the articles that the report cites, the most important first
 * @param renderings the newest of each kind
 */
public record Bundle(
    Post post,
    Report report,
    double rank,
    List<SourceArticle> sources,
    List<Rendering> renderings) {
  public Bundle {
    sources = List.copyOf(sources);
    renderings = List.copyOf(renderings);
  }

  public Optional<Rendering> rendering(RenderingKind kind) {
    return renderings.stream().filter(rendering -> rendering.kind() == kind).findFirst();
  }
}
