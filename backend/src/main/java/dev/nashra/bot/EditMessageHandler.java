package dev.nashra.bot;

import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;

/** Changes a message of the bot's own; to do it twice is the same as once. */
public final class EditMessageHandler implements TaskHandler<EditMessage> {
  private final TelegramBotApi api;
  private final Sender sender;

  public EditMessageHandler(long bot, TelegramBotApi api, Chats chats, Sends sends) {
    this.api = api;
    this.sender = new Sender(bot, chats, sends);
  }

  @Override
  public String kind() {
    return EditMessage.KIND;
  }

  @Override
  public Class<EditMessage> payloadType() {
    return EditMessage.class;
  }

  @Override
  public TaskOutcome handle(EditMessage edit, TaskContext context) {
    var refusal = sender.refusal(edit.bot(), sender.standing(edit.chat()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var chat = Long.toString(edit.chat());
    var result =
        Sender.plainIfRefused(
            edit.formatted(), text -> api.editMessageText(chat, edit.message(), text, null));
    return switch (result) {
      case Ok<Boolean> _ -> TaskOutcome.done();
      case NotSent<Boolean>(var why, var wait) -> sender.later(edit.chat(), why, wait);
      case Refused<Boolean> refused -> sender.never(edit.chat(), refused);
      case Migrated<Boolean> _ -> TaskOutcome.dead("the message is in a group that has moved");
      case Ambiguous<Boolean>(var why) -> TaskOutcome.retry(why);
    };
  }
}
