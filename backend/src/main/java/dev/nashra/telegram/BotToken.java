package dev.nashra.telegram;

import java.util.regex.Pattern;

/** A bot's token. It never shows itself, except in the address of a call. */
public final class BotToken {
  private static final Pattern SYNTAX = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{10,100}");

  private final String secret;

  /**
   * @throws IllegalArgumentException when it does not look like a token
   */
  public BotToken(String secret) {
    if (!SYNTAX.matcher(secret).matches()) {
      throw new IllegalArgumentException(
          "not a bot token: digits, a colon, then letters and digits, as BotFather gives it");
    }
    this.secret = secret;
  }

  String secret() {
    return secret;
  }

  /** The text without the token, for whatever a server or a library says. */
  String hiddenIn(String text) {
    return text.replace(secret, "•••").replace(secret.substring(secret.indexOf(':') + 1), "•••");
  }

  @Override
  public String toString() {
    return "BotToken[•••]";
  }
}
