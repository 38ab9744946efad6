package dev.nashra.social;

import java.util.List;

/**
 * The text about a story for one network, within that network's limits.
 *
 * @param version 1 at first; a changed text is a new version
 * @param text the whole text as it is sent, hashtags and link included
 * @param hashtags without {@code #}
 * @param link the article that the post points to
 */
public record Post(
    long id,
    long storyId,
    long reportId,
    Network network,
    int version,
    String language,
    String text,
    List<String> hashtags,
    String link) {
  public Post {
    hashtags = List.copyOf(hashtags);
  }
}
