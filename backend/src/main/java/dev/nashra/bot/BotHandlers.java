package dev.nashra.bot;

import dev.nashra.queue.TaskHandler;
import dev.nashra.queue.TaskQueue;
import dev.nashra.telegram.TelegramBotApi;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Who does the bot's tasks: one line for each kind. */
public record BotHandlers(
    Identity identity,
    TelegramBotApi api,
    Newsstand newsstand,
    Chats chats,
    Sends sends,
    TaskQueue tasks,
    MediaRequests media) {
  /**
   * Whose bot it is.
   *
   * @param newsroom its name
   * @param language for readers whose own is not known
   * @param pages where readers find the newsroom's pages, with a slash at the end; empty: nowhere
   */
  public record Identity(
      long bot, String newsroom, BotLanguage language, Optional<URI> pages, ZoneId zone) {}

  public List<TaskHandler<?>> all() {
    return List.of(
        handleUpdate(),
        new SendMessageHandler(identity.bot(), api, chats, sends, tasks),
        new EditMessageHandler(identity.bot(), api, chats, sends));
  }

  private TaskHandler<?> handleUpdate() {
    var answers = new Answers(newsstand, identity.newsroom(), identity.pages(), identity.zone());
    return new HandleUpdateHandler(
        identity.bot(), new BotName(api), identity.language(), answers, chats, tasks, media);
  }
}
