package dev.nashra.bot.download;

import dev.nashra.telegram.MediaKind;

/** A file that Telegram has from an earlier download, by the identifier that it gave the bot. */
public record KnownMedia(String fileId, MediaKind kind, String title) {}
