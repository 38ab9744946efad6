package dev.nashra.bot;

import java.net.URI;

/**
 * Gets readers the media behind a link. Both are called in the transaction that ends the update's
 * task: what they store and queue happens exactly once, or not at all. Neither waits for anything.
 */
public interface MediaRequests {
  /** Somebody wants what is behind this link; it answers them by itself. */
  void request(Asker asker, URI link);

  /** Takes back what runs for them; gives whether there was anything. */
  boolean cancel(Asker asker);
}
