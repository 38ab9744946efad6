package dev.nashra.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The articles that were collected.
 *
 * <p>One article has one identity: its normalised address, then its guid within its source, then
 * the fingerprint of its text. An edited headline is a new version, not a new article.
 */
public interface Articles {
  /** Stores an article, or what is new about it. */
  Arrival store(IncomingArticle article, Instant now);

  /** Those of these normalised addresses that belong to articles that we have. */
  Map<String, KnownArticle> known(Collection<String> normalizedUrls);

  /** The articles of a story, in the order in which they were published. */
  List<Article> ofStory(long storyId);

  /** The newest wording of an article, to compare with; no text when it was removed for its age. */
  record KnownArticle(String title, @Nullable String text, @Nullable Instant updated) {}
}
