package dev.nashra.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of a bot's webhook.
 *
 * @param url where updates are sent; empty: nowhere, they are kept for whoever asks for them
 * @param pending updates that nobody has taken yet
 * @param lastError why the last delivery failed; null when none did
 * @param maxConnections deliveries at once; 0 when there is no webhook
 */
public record WebhookInfo(
    String url,
    int pending,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    int maxConnections) {
  public boolean isSet() {
    return !url.isEmpty();
  }
}
