package dev.nashra.bot;

/** Whose tasks are sent in order and under which of Telegram's limits. */
public final class ChatOwner {
  /** The queue of everything that is sent. */
  public static final String QUEUE = "telegram";

  private ChatOwner() {}

  /** People have positive numbers, groups and channels negative ones and a stricter limit. */
  public static String of(long bot, long chat) {
    return "bot:%d/%s:%d".formatted(bot, chat > 0 ? "chat" : "channel", chat);
  }

  /** Above all its chats. */
  public static String of(long bot) {
    return "bot:%d".formatted(bot);
  }
}
