package dev.nashra.bot.download;

/**
 * Who wants something of the bot, and where the answer goes.
 *
 * @param bot its number: what stands before the colon of its token
 * @param chat negative for groups and channels
 * @param user who has a daily quota, and one download at a time
 * @param message to reply to; its number is unique in the chat
 * @param language of the answers: {@code ar} or {@code en}
 */
public record Asker(long bot, long chat, long user, long message, String language) {
  /** Under whose limits of Telegram the answers go out. */
  String owner() {
    return "bot:%d/%s:%d".formatted(bot, isPrivate() ? "chat" : "channel", chat);
  }

  boolean isPrivate() {
    return chat > 0;
  }

  Asker in(long otherChat) {
    return new Asker(bot, otherChat, user, message, language);
  }
}
