package dev.nashra.bot;

/**
 * Who wants something of the bot, and where the answer goes.
 *
 * @param bot its number: what stands before the colon of its token
 * @param chat negative for groups and channels
 * @param user who wrote; the chat's own number when that is not said
 * @param message what they wrote it in, to answer to; its number is unique in the chat
 * @param language to answer in
 */
public record Asker(long bot, long chat, long user, long message, BotLanguage language) {
  /** Whether others read along. */
  public boolean isGroup() {
    return chat < 0;
  }

  /** Under whose limits of Telegram the answers go out. */
  public String owner() {
    return ChatOwner.of(bot, chat);
  }

  /** The same in the chat that this one has become. */
  public Asker in(long otherChat) {
    return new Asker(bot, otherChat, user, message, language);
  }
}
