package dev.nashra.collect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post of a public Telegram channel as its preview page shows it.
 *
 * @param channel the channel's name as the page writes it
 * @param published null for what the page gives no date
 * @param edited changed after it was published; when is not said
 * @param html sanitised; null for a post without words
 * @param text the same as plain text with its line breaks
 * @param signature who signed it
 * @param forwardedFrom the name of the channel or person whose words these are
 * @param views rounded by Telegram
 * @param media pictures, films and the pictures that stand for films; their addresses expire
 */
public record TelegramPost(
    String channel,
    long id,
    String link,
    @Nullable Instant published,
    boolean edited,
    @Nullable String html,
    @Nullable String text,
    @Nullable String signature,
    @Nullable String forwardedFrom,
    @Nullable Long views,
    List<String> hashtags,
    List<Enclosure> media) {
  public TelegramPost {
    hashtags = List.copyOf(hashtags);
    media = List.copyOf(media);
  }
}
