package dev.nashra.bot;

import dev.nashra.queue.NewTask;
import tools.jackson.databind.JsonNode;

/**
 * What the task {@code handle_update} needs to know.
 *
 * @param update as the Bot API has it (https://core.telegram.org/bots/api#update)
 */
public record HandleUpdate(long bot, JsonNode update) {
  static final String KIND = "handle_update";

  /** Quick tasks have a queue of their own, so that a slow one never keeps a reader waiting. */
  public static final String QUEUE = "updates";

  /**
   * The task for an update. Those of one chat are handled in order, one at a time; what people say
   * to each other in a group is nobody's turn, and need not wait for any.
   */
  public static NewTask task(long bot, JsonNode update) {
    var task = NewTask.of(KIND, new HandleUpdate(bot, update)).on(QUEUE);
    return switch (Incoming.of(update)) {
      case Incoming.Message message when message.isGroup() && !message.text().startsWith("/") ->
          task;
      case Incoming.Message message -> task.ownedBy(owner(bot, message.chat()));
      case Incoming.Membership(long chat, boolean _) -> task.ownedBy(owner(bot, chat));
      case Incoming.Moved(long from, long _) -> task.ownedBy(owner(bot, from));
      case Incoming.Nothing _ -> task;
    };
  }

  private static String owner(long bot, long chat) {
    return "updates:%d/from:%d".formatted(bot, chat);
  }
}
