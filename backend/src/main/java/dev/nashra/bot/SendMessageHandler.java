package dev.nashra.bot;

import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskQueue;
import dev.nashra.telegram.SentMessage;
import dev.nashra.telegram.TelegramBotApi;
import dev.nashra.telegram.TelegramResult;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;

/**
 * Sends a message, once as far as anybody can know.
 *
 * <p>That it begins is committed before the call. When it is not known how the call ended (a cut
 * connection, a process that died), what may be repeated is sent once more, and what may not is a
 * dead letter for a person to look at.
 */
public final class SendMessageHandler implements TaskHandler<SendMessage> {
  private static final String UNKNOWN = "nobody knows whether it was sent";

  private final TelegramBotApi api;
  private final Sender sender;
  private final Chats chats;
  private final Sends sends;
  private final TaskQueue tasks;

  public SendMessageHandler(
      long bot, TelegramBotApi api, Chats chats, Sends sends, TaskQueue tasks) {
    this.api = api;
    this.sender = new Sender(bot, chats, sends);
    this.chats = chats;
    this.sends = sends;
    this.tasks = tasks;
  }

  @Override
  public String kind() {
    return SendMessage.KIND;
  }

  @Override
  public Class<SendMessage> payloadType() {
    return SendMessage.class;
  }

  @Override
  public TaskOutcome handle(SendMessage message, TaskContext context) {
    var standing = sender.standing(message.chat());
    var refusal = sender.refusal(message.bot(), standing);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (standing.movedTo() != null && !message.hasMoved()) {
      return follow(message, standing.movedTo(), context);
    }
    long task = context.task().id();
    if (!sends.begin(task, message.isRepeatable() ? 2 : 1)) {
      sends.forget(task);
      return TaskOutcome.dead(UNKNOWN + "; look at the chat before you retry it");
    }
    return outcome(send(message), message, context);
  }

  private TelegramResult<SentMessage> send(SendMessage message) {
    var chat = Long.toString(message.chat());
    return Sender.plainIfRefused(
        message.formatted(),
        text -> api.sendMessage(chat, text, message.preview(), message.replyTo()));
  }

  private TaskOutcome outcome(
      TelegramResult<SentMessage> result, SendMessage message, TaskContext context) {
    long task = context.task().id();
    return switch (result) {
      case Ok<SentMessage>(var sent) -> {
        context.complete(() -> sends.forget(task));
        yield TaskOutcome.done("message %d".formatted(sent.messageId()));
      }
      case NotSent<SentMessage>(var why, var wait) -> {
        endOrUndo(context);
        yield sender.later(message.chat(), why, wait);
      }
      case Refused<SentMessage> refused -> {
        sends.forget(task);
        yield sender.never(message.chat(), refused);
      }
      case Migrated<SentMessage>(var supergroup) ->
          message.hasMoved() ? astray(task) : follow(message, supergroup, context);
      case Ambiguous<SentMessage>(var why) -> unknown(why, message, context);
    };
  }

  /** A dead letter that somebody retries by hand begins anew. */
  private void endOrUndo(TaskContext context) {
    if (context.lastAttempt()) {
      sends.forget(context.task().id());
    } else {
      sends.undo(context.task().id());
    }
  }

  private TaskOutcome astray(long task) {
    sends.forget(task);
    return TaskOutcome.dead("the supergroup has moved again");
  }

  /** Under the limits of its new chat, and behind what waits there. */
  private TaskOutcome follow(SendMessage message, long supergroup, TaskContext context) {
    context.complete(
        () -> {
          sends.forget(context.task().id());
          chats.moved(message.bot(), message.chat(), supergroup);
          tasks.add(message.to(supergroup).task());
        });
    return TaskOutcome.done("the group is the supergroup %d now".formatted(supergroup));
  }

  /** The next attempt finds what was begun, and so does not send a third time. */
  private TaskOutcome unknown(String why, SendMessage message, TaskContext context) {
    if (message.isRepeatable() && !context.lastAttempt()) {
      return TaskOutcome.retry("%s (%s)".formatted(UNKNOWN, why));
    }
    sends.forget(context.task().id());
    return TaskOutcome.dead(
        "%s (%s); look at the chat before you retry it".formatted(UNKNOWN, why));
  }
}
