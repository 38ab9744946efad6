package dev.nashra.bot.download;

/** Why a download has failed, as far as the reader is concerned; each has its sentence. */
public enum Failure {
  /** One download at a time. */
  BUSY,
  /** The day's downloads are used up. */
  QUOTA,
  /** Not an address on the web. */
  NO_LINK,
  /** It leads into somebody's own network. */
  NOT_PUBLIC,
  /** There is no media behind the link that we could get. */
  UNSUPPORTED,
  TOO_LARGE,
  TOO_LONG,
  /** It has no end yet. */
  LIVE,
  /** Only for those who have signed in. */
  PRIVATE,
  /** Not in the country of this machine. */
  COUNTRY,
  /** Gone, or not there for us. */
  UNAVAILABLE,
  /**
   * The site has changed and yt-dlp does not know it any more, or it is not set up as it should.
   */
  BROKEN,
  /** The site wants to be left alone for a while. */
  BLOCKED(true),
  /** The site could not be reached, or cut us off. */
  UNREACHABLE(true),
  /** Not within the time that an attempt has. */
  TOO_SLOW(true),
  /** Something else. */
  UNCLEAR(true),
  /** Telegram has not taken the file. */
  NOT_SENT,
  /** Telegram may have taken the file, twice. */
  NOT_SURE,
  /** The chat is closed to the bot: nobody is told. */
  CHAT_GONE;

  private final boolean mayPass;

  Failure() {
    this(false);
  }

  Failure(boolean mayPass) {
    this.mayPass = mayPass;
  }

  /** Whether another attempt may succeed. */
  boolean mayPass() {
    return mayPass;
  }

  /** Whether the download was refused before it began, and does not count. */
  public boolean isRefusal() {
    return this == BUSY || this == QUOTA || this == NO_LINK;
  }
}
