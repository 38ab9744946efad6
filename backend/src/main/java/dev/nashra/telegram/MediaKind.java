package dev.nashra.telegram;

import java.util.Locale;

/** As what a file is shown in a chat. */
public enum MediaKind {
  /** At most 10 MB; width and height together at most 10,000, one at most 20 times the other. */
  PHOTO("sendPhoto"),
  /** MPEG-4. */
  VIDEO("sendVideo"),
  /** MP3 or M4A. */
  AUDIO("sendAudio"),
  /** A GIF, or a video without sound. */
  ANIMATION("sendAnimation"),
  /** Anything. */
  DOCUMENT("sendDocument");

  private final String method;

  MediaKind(String method) {
    this.method = method;
  }

  String method() {
    return method;
  }

  /** The file's field, in what is sent and in what is answered. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
