package dev.nashra.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A file that was sent.
 *
 * @param messageId 0 when the server has queued the message and will send it by itself
 * @param kind as what Telegram shows it
 * @param fileId by which this bot can send it again; null when the server does not say
 */
public record SentMedia(long messageId, MediaKind kind, @Nullable String fileId) {}
