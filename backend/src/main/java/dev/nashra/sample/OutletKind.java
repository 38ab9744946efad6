package dev.nashra.sample;

/** How a sample outlet publishes, or fails to. */
public enum OutletKind {
  /** RSS 2.0. */
  RSS,
  ATOM,
  /** JSON Feed 1.1. */
  JSONFEED,
  /** An HTML page that links to articles. */
  SECTION,
  /** A Telegram preview page. */
  TELEGRAM,
  /** Answers with XML that is garbled beyond use. */
  BROKEN,
  /** Always answers 500. */
  ERROR
}
