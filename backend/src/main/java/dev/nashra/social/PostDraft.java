package dev.nashra.social;

import java.util.List;

/**
 * A post as written, before it is stored.
 *
 * @param text the whole text as it is sent, hashtags and link included
 * @param hashtags without {@code #}
 * @param link the article that the post points to
 */
public record PostDraft(
    Network network, String language, String text, List<String> hashtags, String link) {
  public PostDraft {
    hashtags = List.copyOf(hashtags);
  }
}
