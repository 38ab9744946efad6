package dev.nashra.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells wordings of one article apart, to the letter. */
public final class ContentHash {
  private ContentHash() {}

  /** SHA-256 of title and text, in hexadecimal. */
  public static String of(String title, String text) {
    return of((title + "\n\n" + text).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256, in hexadecimal. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
