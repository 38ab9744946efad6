package dev.nashra.social;

/** The kinds of network that posts are written for. */
public enum Network {
  TELEGRAM,
  X,
  MASTODON,
  BLUESKY,
  FACEBOOK,
  INSTAGRAM,
  THREADS,
  LINKEDIN,
  /** The folder with a front page that this newsroom keeps for itself. */
  LOCAL
}
