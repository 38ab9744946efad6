package dev.nashra.bot;

import dev.nashra.queue.TaskContext;
import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskOutcome;
import dev.nashra.queue.TaskQueue;
import dev.nashra.telegram.FormattedText;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Handles an update: answers a command, and remembers what became of a chat. */
public final class HandleUpdateHandler implements TaskHandler<HandleUpdate> {
  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S{4,2000}");

  private final long bot;
  private final BotName name;
  private final BotLanguage ofNewsroom;
  private final Answers answers;
  private final Chats chats;
  private final TaskQueue tasks;
  private final MediaRequests media;

  /**
   * @param ofNewsroom the language for those whose own is not known
   * @param media who gets what is behind a link
   */
  HandleUpdateHandler(
      long bot,
      BotName name,
      BotLanguage ofNewsroom,
      Answers answers,
      Chats chats,
      TaskQueue tasks,
      MediaRequests media) {
    this.bot = bot;
    this.name = name;
    this.ofNewsroom = ofNewsroom;
    this.answers = answers;
    this.chats = chats;
    this.tasks = tasks;
    this.media = media;
  }

  @Override
  public String kind() {
    return HandleUpdate.KIND;
  }

  @Override
  public Class<HandleUpdate> payloadType() {
    return HandleUpdate.class;
  }

  @Override
  public TaskOutcome handle(HandleUpdate payload, TaskContext context) {
    if (payload.bot() != bot) {
      return TaskOutcome.dead(
          "it is the bot %d's, and TELEGRAM_BOT_TOKEN is of %d".formatted(payload.bot(), bot));
    }
    return switch (Incoming.of(payload.update())) {
      case Incoming.Message message -> handle(message, context);
      case Incoming.Membership(long chat, boolean isIn) -> {
        context.complete(() -> remember(chat, isIn));
        yield TaskOutcome.done();
      }
      case Incoming.Moved(long from, long to) -> {
        context.complete(() -> chats.moved(bot, from, to));
        yield TaskOutcome.done();
      }
      case Incoming.Nothing(String why) -> TaskOutcome.done(why);
    };
  }

  private void remember(long chat, boolean isIn) {
    if (isIn) {
      chats.isBack(bot, chat);
    } else {
      chats.gone(bot, chat, "the bot was thrown out");
    }
  }

  private TaskOutcome handle(Incoming.Message message, TaskContext context) {
    var command = Command.of(message.text());
    var isForUs =
        command.isPresent() ? name.isMeant(command.get().addressee()) : !message.isGroup();
    if (!isForUs) {
      return TaskOutcome.done("not for us");
    }
    var asker = asker(message);
    var act = act(message.text(), command, asker);
    context.complete(
        () -> {
          chats.isBack(bot, message.chat());
          act.run();
        });
    return TaskOutcome.done();
  }

  private Asker asker(Incoming.Message message) {
    var language =
        chats
            .standing(bot, message.chat())
            .language()
            .or(() -> BotLanguage.of(message.languageCode()))
            .orElse(ofNewsroom);
    return new Asker(bot, message.chat(), message.user(), message.messageId(), language);
  }

  /** What is to be done, in one transaction with the task's end; reading is done before it. */
  private Runnable act(String text, Optional<Command> command, Asker asker) {
    if (command.isPresent()) {
      var known = BotCommand.named(command.get().name());
      return known.isPresent()
          ? act(known.get(), command.get().arguments(), asker)
          : answer(asker, answers.unknownCommand(asker.language()));
    }
    var link = link(text);
    return link.isPresent()
        ? () -> media.request(asker, link.get())
        : answer(asker, answers.help(asker.language()));
  }

  private Runnable act(BotCommand command, String arguments, Asker asker) {
    var language = asker.language();
    return switch (command) {
      case START -> answer(asker, answers.start(language));
      case LATEST -> answer(asker, answers.latest(language));
      case STORY -> answer(asker, answers.story(arguments, language));
      case DIGEST -> answer(asker, answers.digest(language));
      case SEARCH -> answer(asker, answers.search(arguments, language));
      case LANGUAGE -> choose(BotLanguage.named(arguments), asker);
      case CANCEL -> () -> cancel(asker);
      case HELP -> answer(asker, answers.help(language));
    };
  }

  private Runnable choose(Optional<BotLanguage> chosen, Asker asker) {
    if (chosen.isEmpty()) {
      return answer(asker, answers.language(asker.language(), false));
    }
    return () -> {
      chats.choose(bot, asker.chat(), chosen.get());
      answer(asker, answers.language(chosen.get(), true)).run();
    };
  }

  private void cancel(Asker asker) {
    var wasRunning = media.cancel(asker);
    answer(asker, answers.cancelled(wasRunning, asker.language())).run();
  }

  private Runnable answer(Asker asker, FormattedText text) {
    return () -> tasks.add(SendMessage.answer(asker, text).task());
  }

  private static Optional<URI> link(String text) {
    var found = LINK.matcher(text);
    try {
      return found.find() ? Optional.of(URI.create(found.group())) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
