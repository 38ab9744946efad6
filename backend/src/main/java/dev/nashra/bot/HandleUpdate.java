package dev.nashra.bot;

import dev.nashra.queue.NewTask;
import java.util.List;
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

  private static final List<String> WITH_A_CHAT = List.of("message", "my_chat_member");

  /** The task for an update: those of one chat are handled in order, one at a time. */
  public static NewTask task(long bot, JsonNode update) {
    var task = NewTask.of(KIND, new HandleUpdate(bot, update)).on(QUEUE);
    return WITH_A_CHAT.stream()
        .map(kind -> update.path(kind).path("chat").path("id"))
        .filter(JsonNode::isIntegralNumber)
        .findFirst()
        .map(chat -> task.ownedBy("updates:%d/from:%d".formatted(bot, chat.longValue())))
        .orElse(task);
  }
}
