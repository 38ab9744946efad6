package dev.nashra.article;

import org.jspecify.annotations.Nullable;

/** provisional */
public final class TextFingerprint {
  private TextFingerprint() {}

  public static @Nullable String of(String title, String text) {
    return text.length() < 200 ? null : ContentHash.of(title, text);
  }
}
