package dev.nashra.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A message that stands in a chat.
 *
 * @param username the chat's public name without {@code @}; null when it has none
 */
public record SentMessage(long messageId, long chatId, @Nullable String username) {
  /** Where anybody can see it; null in chats without a public name. */
  public @Nullable String url() {
    return username == null ? null : "https://t.me/%s/%d".formatted(username, messageId);
  }
}
