package dev.nashra.bot;

import dev.nashra.queue.NewTask;
import dev.nashra.telegram.FormattedText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the task {@code send_message} needs to know.
 *
 * @param entities how parts of the text look; null: plain
 * @param preview the address to show a preview of; null: none
 * @param replyTo the message that it answers; null: none
 * @param mayRepeat whether it does no harm to send it a second time when nobody knows whether it
 *     was sent; null: it does, as in a channel
 * @param moved whether it has followed its group to a supergroup already
 */
public record SendMessage(
    long bot,
    long chat,
    String text,
    @Nullable List<FormattedText.Entity> entities,
    @Nullable String preview,
    @Nullable Long replyTo,
    @Nullable Boolean mayRepeat,
    @Nullable Boolean moved) {
  static final String KIND = "send_message";

  public SendMessage {
    Objects.requireNonNull(text, "a message needs a text");
    entities = entities == null ? null : List.copyOf(entities);
  }

  /** An answer to what somebody wrote: to get it twice is better than not at all. */
  public static SendMessage answer(Asker asker, FormattedText text) {
    var replyTo = asker.isGroup() && asker.message() > 0 ? asker.message() : null;
    return new SendMessage(
        asker.bot(), asker.chat(), text.text(), text.entities(), null, replyTo, true, false);
  }

  /** The task that sends it, in the order of its chat and under Telegram's limits. */
  public NewTask task() {
    return NewTask.of(KIND, this).on(ChatOwner.QUEUE).ownedBy(ChatOwner.of(bot, chat));
  }

  FormattedText formatted() {
    return new FormattedText(text, entities == null ? List.of() : entities);
  }

  boolean isRepeatable() {
    return Boolean.TRUE.equals(mayRepeat);
  }

  boolean hasMoved() {
    return Boolean.TRUE.equals(moved);
  }

  /** The number of a message in the group means nothing in the supergroup. */
  SendMessage to(long supergroup) {
    return new SendMessage(bot, supergroup, text, entities, preview, null, mayRepeat, true);
  }
}
