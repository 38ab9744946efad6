package dev.nashra.telegram;

import java.util.Map;

/** What people write, as the Bot API has it. */
final class Written {
  private Written() {}

  /** Of a person, who is their own chat, or in a group, whose number is negative. */
  static Map<String, Object> message(long id, long chat, String language, String text) {
    return Map.of(
        "message_id",
        id,
        "date",
        1_790_000_000,
        "text",
        text,
        "chat",
        Map.of("id", chat, "type", chat > 0 ? "private" : "supergroup"),
        "from",
        Map.of("id", Math.abs(chat), "is_bot", false, "language_code", language));
  }
}
