package dev.nashra.bot;

/**
 * Who wants something of the bot, and where the answer goes.
 *
 * @param user who wrote; the chat's own number when that is not said
 * @param isGroup whether others read along
 * @param message what they wrote it in, to answer to
 * @param language to answer in
 */
public record Asker(
    long bot, long chat, long user, boolean isGroup, long message, BotLanguage language) {}
