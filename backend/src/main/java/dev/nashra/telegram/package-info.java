/**
 * Telegram's Bot API: what can be sent, and what became of it.
 *
 * <p>The Bot API has no idempotency key, so that every answer of a call falls into one of five
 * kinds ({@link dev.nashra.telegram.TelegramResult}). The one that matters is <em>ambiguous</em>:
 * the whole request may have reached the server and no readable answer came back. Nothing here ever
 * sends a request twice by itself: OkHttp's own repeats are off, every request body says that it
 * can be sent only once (a 503 with {@code Retry-After: 0} would be repeated otherwise), and no
 * connection is kept, because writing to one that the server has just closed cannot be told from a
 * lost answer.
 */
@NullMarked
package dev.nashra.telegram;

import org.jspecify.annotations.NullMarked;
