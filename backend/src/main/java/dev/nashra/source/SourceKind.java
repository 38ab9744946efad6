package dev.nashra.source;

/** What a source's address leads to. */
public enum SourceKind {
  /** Told from the document itself. */
  AUTO,
  /** RSS, RDF, Atom or JSON Feed. */
  FEED,
  /** An HTML page that links to articles. */
  SECTION,
  /** A Telegram channel's public preview page. */
  TELEGRAM
}
