package dev.nashra.telegram;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Watches how far one request gets on its way out, to tell what cannot have arrived.
 *
 * <p>Written by OkHttp on the thread of the call, and read there after the call.
 */
final class Wire extends EventListener {
  private boolean begun;
  private boolean incomplete;

  @Override
  public void requestHeadersStart(Call call) {
    begun = true;
  }

  /** An upload begins: until it is over, the server cannot have the whole request. */
  void uploadBegun() {
    incomplete = true;
  }

  void uploadDone() {
    incomplete = false;
  }

  /** Whether the server may have got the whole request. */
  boolean mayHaveArrived() {
    return begun && !incomplete;
  }

  /** The file to upload could not be read. */
  static final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableFile(IOException cause) {
      super("the file could not be read: " + cause.getMessage(), cause);
    }
  }
}
