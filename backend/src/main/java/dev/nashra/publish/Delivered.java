package dev.nashra.publish;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of the call that makes a publication visible. */
public sealed interface Delivered {
  /** It is visible. */
  record Visible(Remote remote) implements Delivered {}

  /**
   * It certainly is not visible, and may be tried again.
   *
   * @param retryAfter how long the network wants to be left alone; null when it does not say
   */
  record NotSent(String why, @Nullable Duration retryAfter) implements Delivered {}

  /** The network refuses this publication for good. */
  record Refused(String why) implements Delivered {}

  /** The network refuses the account: the publication itself may be as good as any. */
  record AccountRefused(String why) implements Delivered {}

  /** It may be visible or not. */
  record Unknown(String why) implements Delivered {}
}
