package dev.nashra.bot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered of chats. */
public interface Chats {
  /** What is known of a chat; of most there is nothing. */
  Standing standing(long bot, long chat);

  /** The bot may not write there any more, until somebody writes to it. */
  void gone(long bot, long chat, String why);

  /** Somebody wrote there, or let the bot in: it may write again. */
  void isBack(long bot, long chat);

  /** The group is a supergroup now, with another number; its reader's choice goes along. */
  void moved(long bot, long from, long to);

  void choose(long bot, long chat, BotLanguage language);

  /**
   * What is known of a chat.
   *
   * @param language that its readers chose
   * @param movedTo the supergroup that it became; null: it did not
   * @param gone since when the bot may not write there; null: it may
   */
  record Standing(Optional<BotLanguage> language, @Nullable Long movedTo, @Nullable Instant gone) {
    public static final Standing UNKNOWN = new Standing(Optional.empty(), null, null);
  }
}
