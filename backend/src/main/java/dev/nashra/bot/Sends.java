package dev.nashra.bot;

import java.time.Duration;

/** The sends that have begun, and what the server says about their pace. */
public interface Sends {
  /**
   * Writes down, committed, that a task is about to send.
   *
   * @param most times that it may be sent when it is not known how it ended before
   * @return false when that is used up: it must not be sent
   */
  boolean begin(long task, int most);

  /** The last send certainly was not done, so it does not count. */
  void undo(long task);

  /** The task ends: nothing need be known about it any more. */
  void forget(long task);

  /**
   * The server wants a chat to be left alone (429). It does not say whether the chat or the whole
   * bot sends too much; when it says so of three chats at once, the bot is left alone for as long.
   *
   * @return whether the whole bot is
   */
  boolean flooded(long bot, long chat, Duration wait);
}
