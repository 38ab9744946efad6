package dev.nashra.media.voice;

/** The voice did not say what it should. */
public final class VoiceFailed extends RuntimeException {
  public VoiceFailed(String message) {
    super(message);
  }
}
