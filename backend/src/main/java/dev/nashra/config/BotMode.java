package dev.nashra.config;

/** How the bot hears of what readers write to it. */
public enum BotMode {
  /** Telegram calls the public address. */
  WEBHOOK,
  /** One process asks Telegram: for machines without a public address. */
  POLLING,
  /** Not at all: the bot posts, and does not listen. */
  OFF
}
