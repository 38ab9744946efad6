package dev.nashra.telegram;

/** The bot that a token belongs to. */
public record Bot(long id, String username) {}
