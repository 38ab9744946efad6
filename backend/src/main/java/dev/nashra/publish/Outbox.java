package dev.nashra.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where publications are kept. Every step is one transaction; a step of an attempt that is not the
 * current one any more changes nothing and gives false.
 */
public interface Outbox {
  /** Makes the account known; it may be known already. */
  void open(Account account);

  /**
   * Plans what is missing on an account: posts that have their card or have waited long enough, and
   * reels of stories whose post is out.
   *
   * @return how many were planned
   */
  int plan(Account account, Format format, PublishingRules rules);

  /**
   * Takes up what a worker left that died: preparing becomes planned, armed becomes unknown. That
   * is so when its run is recorded as ended, and when the lease is over at the latest.
   *
   * @return how many were found
   */
  int rescue(Account account);

  /** The publication that is due on the most important story; it becomes preparing. */
  Optional<Claim> claim(Account account, String worker, Duration lease);

  /** A publication of which it is unknown what became, to be read back; it stays unknown. */
  Optional<Claim> claimUnknown(Account account, String worker, Duration lease);

  /** Preparing becomes armed, for as long as the lease. Must be true before the call is made. */
  boolean arm(Claim claim, String payloadHash, Duration lease);

  /** It is visible, whatever was thought of this attempt since. */
  boolean published(Claim claim, Remote remote);

  /** Preparing, armed or unknown becomes planned, for later. */
  boolean planAgain(Claim claim, String why, Duration delay);

  /** It will never be published. */
  boolean failed(Claim claim, String why);

  /** Armed becomes unknown, or stays unknown, to be looked at after the delay. */
  boolean unknown(Claim claim, String why, Duration delay);

  /** Unknown becomes held: a person has to look. */
  boolean held(Claim claim, String why);

  /** Everything planned on the account waits at least this long. */
  void postpone(Account account, Duration delay);

  /** How long ago publications of this account were armed, the newest first. */
  List<Duration> armedWithin(Account account, Duration window);

  /** The newest publications, of one state or of all. */
  List<Publication> list(@Nullable PublicationState state, int most);

  /** A person says that a held publication is not visible and may be sent. */
  boolean release(long publicationId);

  /** A person says that a held or planned publication is not to be sent. */
  boolean drop(long publicationId);
}
