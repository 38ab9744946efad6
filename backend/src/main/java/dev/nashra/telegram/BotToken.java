package dev.nashra.telegram;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A bot's token. It never shows itself, except in the address of a call. */
public final class BotToken {
  private static final Pattern SYNTAX = Pattern.compile("[0-9]{1,18}:[A-Za-z0-9_-]{10,100}");

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

  /** The number of the bot that it belongs to: what stands before the colon. */
  public long botId() {
    return Long.parseLong(secret.substring(0, secret.indexOf(':')));
  }

  /**
   * A secret for one purpose, which everybody who has the token can compute and from which nobody
   * learns the token.
   *
   * @return 43 characters of {@code A-Z a-z 0-9 _ -}
   */
  public String derived(String purpose) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      var bytes = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
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
