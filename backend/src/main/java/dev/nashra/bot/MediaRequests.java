package dev.nashra.bot;

import java.net.URI;

/**
 * Gets readers the media behind a link. Both are called in the transaction that ends the update's
 * task: what they store and queue happens exactly once, or not at all. Neither waits for anything.
 */
public interface MediaRequests {
  /**
   * Somebody wants what is behind this link; they are answered whatever becomes of it. Asked twice
   * for the same message, it is one request, so that an update may be handled twice.
   */
  Answer request(Asker asker, URI link);

  /** Takes back what runs for them; false when there is nothing, and then nobody is told. */
  boolean cancel(Asker asker);

  /** What became of a request. */
  enum Answer {
    /** It will be downloaded. */
    QUEUED,
    /** It is known and will be sent at once. */
    KNOWN,
    /** The user's download of this link is under way already, or this message has asked before. */
    SAME,
    /** The user is told why. */
    REFUSED
  }
}
