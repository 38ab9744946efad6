package dev.nashra.bot;

import dev.nashra.queue.NewTask;
import dev.nashra.telegram.FormattedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the task {@code edit_message} needs to know: another text for a message of the bot's own.
 *
 * @param entities how parts of the text look; null: plain
 */
public record EditMessage(
    long bot, long chat, long message, String text, @Nullable List<FormattedText.Entity> entities) {
  static final String KIND = "edit_message";

  public EditMessage {
    Objects.requireNonNull(text, "a message needs a text");
    entities = entities == null ? null : List.copyOf(entities);
  }

  public NewTask task() {
    return NewTask.of(KIND, this).on(ChatOwner.QUEUE).ownedBy(ChatOwner.of(bot, chat));
  }

  FormattedText formatted() {
    return new FormattedText(text, entities == null ? List.of() : entities);
  }
}
