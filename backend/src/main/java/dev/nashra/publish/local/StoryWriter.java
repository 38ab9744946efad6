package dev.nashra.publish.local;

import dev.nashra.publish.Claim;
import dev.nashra.publish.SourceArticle;
import dev.nashra.publish.local.PublishedStory.Medium;
import dev.nashra.publish.local.PublishedStory.Point;
import dev.nashra.publish.local.PublishedStory.Source;
import dev.nashra.report.CitedSentence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Turns a claimed publication into what its JSON file tells. */
final class StoryWriter {
  private StoryWriter() {}

  static PublishedStory write(Claim claim, List<Medium> media, Instant now) {
    var bundle = claim.bundle();
    var report = bundle.report();
    var post = bundle.post();
    return new PublishedStory(
        claim.format().name().toLowerCase(Locale.ROOT),
        post.storyId(),
        post.id(),
        post.version(),
        report.language(),
        report.headline().text(),
        report.lead().text(),
        report.keyPoints().stream().map(point -> point(point, bundle.sources())).toList(),
        report.outlets(),
        bundle.sources().stream().map(StoryWriter::source).toList(),
        post.text(),
        post.hashtags(),
        post.link(),
        bundle.rank(),
        report.written(),
        now,
        media);
  }

  private static Point point(CitedSentence sentence, List<SourceArticle> sources) {
    var ids = sources.stream().map(SourceArticle::id).toList();
    return new Point(
        sentence.text(),
        sentence.articleIds().stream()
            .map(ids::indexOf)
            .filter(index -> index >= 0)
            .map(index -> index + 1)
            .toList());
  }

  private static Source source(SourceArticle article) {
    return new Source(
        article.outlet(), article.title(), article.url(), article.language(), article.published());
  }
}
