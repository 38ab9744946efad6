package dev.nashra.bot;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an update says. All of it is untrusted. */
sealed interface Incoming {
  /**
   * Somebody wrote something.
   *
   * @param languageCode of the writer's program; null when it does not say
   * @param text without control characters; empty for a message without text
   */
  record Message(
      long chat,
      boolean isGroup,
      long user,
      long messageId,
      @Nullable String languageCode,
      String text)
      implements Incoming {}

  /** The bot was let into a chat, or thrown out. */
  record Membership(long chat, boolean isIn) implements Incoming {}

  /** A group became a supergroup, with another number. */
  record Moved(long from, long to) implements Incoming {}

  /** Nothing that the bot does anything about. */
  record Nothing(String why) implements Incoming {}

  /** Bidirectional overrides would turn round whatever we put them into. */
  Pattern UNWANTED = Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  List<String> OUT = List.of("left", "kicked");

  static Incoming of(JsonNode update) {
    var member = update.path("my_chat_member");
    if (member.isObject()) {
      return membership(member);
    }
    var message = update.path("message");
    return message.isObject() ? message(message) : new Nothing("no message");
  }

  private static Incoming membership(JsonNode member) {
    var chat = member.path("chat").path("id");
    var status = member.path("new_chat_member").path("status").asString("");
    return chat.isIntegralNumber() && !status.isEmpty()
        ? new Membership(chat.longValue(), !OUT.contains(status))
        : new Nothing("a membership without a chat");
  }

  private static Incoming message(JsonNode message) {
    var chat = message.path("chat").path("id");
    if (!chat.isIntegralNumber()) {
      return new Nothing("a message without a chat");
    }
    var moved = message.path("migrate_to_chat_id");
    if (moved.isIntegralNumber()) {
      return new Moved(chat.longValue(), moved.longValue());
    }
    var from = message.path("from");
    if (from.path("is_bot").asBoolean(false)) {
      return new Nothing("another bot wrote it");
    }
    var code = from.path("language_code").asString("");
    return new Message(
        chat.longValue(),
        !message.path("chat").path("type").asString("private").equals("private"),
        from.path("id").asLong(chat.longValue()),
        message.path("message_id").asLong(0),
        code.isEmpty() ? null : code,
        UNWANTED.matcher(message.path("text").asString("")).replaceAll(" ").strip());
  }
}
