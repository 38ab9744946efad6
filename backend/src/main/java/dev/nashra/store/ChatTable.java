package dev.nashra.store;

import dev.nashra.bot.BotLanguage;
import dev.nashra.bot.Chats;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The table {@code bot_chats}. */
public final class ChatTable implements Chats {
  private final Database database;

  public ChatTable(Database database) {
    this.database = database;
  }

  @Override
  public Standing standing(long bot, long chat) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    select language, moved_to, gone from bot_chats
                    where bot = :bot and chat = :chat""")
                .bind("bot", bot)
                .bind("chat", chat)
                .map((row, _) -> standing(row))
                .findOne()
                .orElse(Standing.UNKNOWN));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    long moved = row.getLong("moved_to");
    return new Standing(
        BotLanguage.of(row.getString("language")),
        moved == 0 ? null : moved,
        Columns.optionalInstant(row, "gone"));
  }

  @Override
  public void gone(long bot, long chat, String why) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into bot_chats (bot, chat, gone, gone_why)
                    values (:bot, :chat, clock_timestamp(), :why)
                    on conflict (bot, chat) do update
                      set gone = coalesce(bot_chats.gone, excluded.gone), gone_why = :why""")
                .bind("bot", bot)
                .bind("chat", chat)
                .bind("why", why)
                .execute());
  }

  @Override
  public void isBack(long bot, long chat) {
    database.useTransaction(
        handle ->
            handle.execute(
                """
                update bot_chats set gone = null, gone_why = null
                where bot = ? and chat = ? and gone is not null""",
                bot,
                chat));
  }

  @Override
  public void moved(long bot, long from, long to) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    with old as (
                      insert into bot_chats (bot, chat, moved_to) values (:bot, :from, :to)
                      on conflict (bot, chat) do update set moved_to = :to
                      returning language)
                    insert into bot_chats (bot, chat, language) select :bot, :to, language from old
                    on conflict (bot, chat) do nothing""")
                .bind("bot", bot)
                .bind("from", from)
                .bind("to", to)
                .execute());
  }

  @Override
  public void choose(long bot, long chat, BotLanguage language) {
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into bot_chats (bot, chat, language) values (:bot, :chat, :language)
                    on conflict (bot, chat) do update set language = :language""")
                .bind("bot", bot)
                .bind("chat", chat)
                .bind("language", language.code())
                .execute());
  }
}
