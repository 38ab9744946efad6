package dev.nashra.article;

/** What an incoming article turned out to be. */
public enum Arrival {
  /** Nothing with its identity was known. */
  NEW,
  /** A known article in a new wording. */
  NEW_VERSION,
  /** A known article at another outlet, word for word. */
  SEEN_ELSEWHERE,
  /** Known, and unchanged. */
  KNOWN
}
